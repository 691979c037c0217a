import { formatDecimal } from "../../number/decimal.ts";
import { compare } from "../../number/exact.ts";
import { phrase } from "../../text/phrase.ts";
import { suggest } from "../../text/suggest.ts";
import type { AwardPart } from "../2-shape/rubric.generated.ts";
import type { StageView } from "../3-facts/stages.ts";
import { sortName, stagesOf } from "../3-facts/stages.ts";
import type { Check, Context } from "./context.ts";
import { checkDenominator, checkPeople, checkShare } from "./quotas.ts";
import { quoted } from "./references.ts";

const figures = ["band", "total", "unclamped"];

/** `by` and `order` name the band, a total, or an area, item or number column that has one value per person. */
export const checkSortKeys: Check = (context) => {
  for (const stage of stagesOf(context)) {
    const { ranking, quotas, awards } = stage.holder;
    const lists = [ranking?.by, ...(quotas ?? []).map(({ order }) => order), ...(awards ?? []).map(({ by }) => by)];
    for (const list of lists)
      for (const [index, key] of list?.entries() ?? []) checkSortKey(context, stage, list as object, index, key);
    checkInherited(context, stage);
  }
};

function checkSortKey(context: Context, stage: StageView, list: object, index: number, key: string): void {
  const { places, diagnostics, columns, node } = context;
  const name = sortName(key);
  const place = places.value(list, index);
  const alone = node.get(name)?.rollup;
  if (alone && alone === stage.rollup) return;
  if (needsScores(context, name)) {
    if (!stage.adds) diagnostics.report("R606", { name }, place);
    else if (!stage.scores && name !== "unclamped") diagnostics.report("R708", { name }, place);
    return;
  }
  const column = columns.get(name)?.part;
  if (figures.includes(name) || (column?.type === "number" && column.compare === undefined)) return;
  if (column) {
    const found = column.compare === undefined ? column.type : "compare";
    diagnostics.report("R104", { name, found, expected: "`number`" }, place);
  } else {
    const known = [
      ...figures,
      ...node.keys(),
      ...[...columns].filter(([, { part }]) => part.type === "number").map(([id]) => id),
    ];
    diagnostics.report("R404", { name, suggestion: suggest(name, known) }, place);
  }
}

const needsScores = ({ node, columns }: Context, name: string): boolean =>
  name === "unclamped" || (node.has(name) && !node.get(name)?.rollup && !columns.has(name));

/** A rollup without scores of areas and items cannot take over a ranking that uses them. */
function checkInherited(context: Context, { rollup, adds, ranking }: StageView): void {
  if (!rollup || rollup.ranking || adds) return;
  const { diagnostics, places } = context;
  const by = ranking?.by ?? [];
  const at = by.findIndex((key) => needsScores(context, sortName(key)));
  if (at < 0) return;
  const here = { place: places.value(by, at), message: phrase("the order that this period takes over") };
  diagnostics.report("R606", { name: sortName(by[at] as string) }, places.key(rollup, "score"), [here]);
}

/** An award goes to somebody: to the first of an order, or to all who meet its `when`; and says who wins a tie. */
export const checkAwards: Check = (context) => {
  for (const stage of stagesOf(context)) {
    for (const award of stage.holder.awards ?? []) {
      checkDenominator(context, stage, award.of);
      checkShare(context, award, "share", award.share);
      checkAward(context, award);
      checkExcept(context, stage.holder.awards ?? [], award);
    }
  }
};

function checkAward(context: Context, award: AwardPart): void {
  const { places, diagnostics } = context;
  const { id, top, share, streak, when } = award;
  checkPeople(context, award, "top", 1);
  const { from } = award;
  if (from !== undefined && top !== undefined && (compare(from, 1) < 0 || compare(from, top) > 0)) {
    diagnostics.report(
      "R410",
      { id, found: formatDecimal(from), most: formatDecimal(top) },
      places.value(award, "from"),
    );
  }
  if (top === undefined && share === undefined && streak === undefined && when === undefined) {
    diagnostics.report("R407", { id }, places.value(award, "id"));
  }
  const silent = [
    ...(top !== undefined || share !== undefined ? (["ties"] as const) : []),
    ...(share !== undefined ? (["of", "round"] as const) : []),
  ].filter((key) => award[key] === undefined);
  for (const key of silent) {
    diagnostics.report("R806", { id, key, choices: quoted(awardChoices[key]) }, places.value(award, "id"));
  }
}

/** The awards that `except` names are there and can be given first; none waits, over others, for itself. */
function checkExcept({ places, diagnostics }: Context, awards: readonly AwardPart[], award: AwardPart): void {
  const { id, except = [] } = award;
  for (const [index, name] of except.entries()) {
    const place = places.value(except, index);
    const known = awards.filter((other) => other !== award).map((other) => other.id);
    if (!known.includes(name)) {
      diagnostics.report("R408", { id, name, suggestion: suggest(name, known), known: quoted(known) || "-" }, place);
    } else if (waitsFor(awards, name, id)) diagnostics.report("R409", { id, name }, place);
  }
}

/** Whether an award is given after another one, over any others. */
function waitsFor(awards: readonly AwardPart[], id: string, other: string): boolean {
  const before = new Set([id]);
  for (const each of before) {
    for (const name of awards.find((award) => award.id === each)?.except ?? []) before.add(name);
  }
  return before.has(other);
}

const awardChoices = {
  ties: ["all", "none", "open"],
  of: ["rated", "[band, …]"],
  round: ["down", "up", "half_up"],
} as const;
