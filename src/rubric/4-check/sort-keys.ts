import type { StageView } from "../3-facts/stages.ts";
import { stagesOf } from "../3-facts/stages.ts";
import type { Check, Context } from "./context.ts";
import { didYouMean } from "./words.ts";

/** What a key of `by` or `order` names: `-x` sorts ascending. */
export const sortName = (key: string): string => key.replace(/^-\s*/, "");

const words = ["band", "total", "unclamped"];

/** `by` and `order` name the band, a total, or an area, item or number column that has one value per person. */
export const checkSortKeys: Check = (context) => {
  for (const stage of stagesOf(context)) {
    const { ranking, quotas, awards } = stage.holder;
    const lists = [ranking?.by, ...(quotas ?? []).map(({ order }) => order), ...(awards ?? []).map(({ by }) => by)];
    for (const list of lists)
      for (const [index, key] of list?.entries() ?? []) checkKey(context, stage, list as object, index, key);
    checkInherited(context, stage);
  }
};

function checkKey(context: Context, stage: StageView, list: object, index: number, key: string): void {
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
  if (words.includes(name) || (column?.type === "number" && column.compare === undefined)) return;
  if (column) {
    const found = column.compare === undefined ? column.type : "compare";
    diagnostics.report("R104", { name, found, expected: "`number`" }, place);
  } else {
    const known = [
      ...words,
      ...node.keys(),
      ...[...columns].filter(([, { part }]) => part.type === "number").map(([id]) => id),
    ];
    diagnostics.report("R404", { name, suggestion: didYouMean(name, known) }, place);
  }
}

const needsScores = ({ node, columns }: Context, name: string): boolean =>
  name === "unclamped" || (node.has(name) && !node.get(name)?.rollup && !columns.has(name));

/** A rollup without scores of areas and items cannot take over a ranking that uses them. */
function checkInherited(context: Context, { rollup, adds, ranking }: StageView): void {
  if (!rollup || rollup.ranking || adds) return;
  const name = (ranking?.by ?? []).map(sortName).find((key) => needsScores(context, key));
  if (name !== undefined) context.diagnostics.report("R606", { name }, context.places.key(rollup, "score"));
}
