import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { compare, sign } from "../../number/exact.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import { suggest } from "../../text/suggest.ts";
import { casesOf } from "../3-facts/figures.ts";
import { ownWeight } from "../3-facts/offers.ts";
import type { NodeEntry } from "../3-facts/outline.ts";
import { isCounted, keyColumns } from "../3-facts/outline.ts";
import { share } from "../3-facts/percentage.ts";
import { lowOf, nodeRange } from "../3-facts/ranges.ts";
import type { Range } from "../3-facts/scale.ts";
import { hasCell, isBelow, scaleKind, scaleRange } from "../3-facts/scale.ts";
import type { StageView } from "../3-facts/stages.ts";
import { stagesOf } from "../3-facts/stages.ts";
import type { Check, Context } from "./context.ts";
import { quoted } from "./references.ts";

/** What a blank cell means is for the rubric to say, above all items or at each. */
export const checkMissing: Check = ({ rubric, places, diagnostics, nodes }) => {
  const silent = nodes.filter(({ part, missing }) => part.items === undefined && missing === undefined);
  const first = silent[0];
  if (!first) return;
  const count = silent.length;
  diagnostics.report("R801", { id: first.part.id, count }, places.key(rubric, "areas"), [
    {
      place: places.value(first.part, "id"),
      message: phrase("the first item without a policy"),
    },
  ]);
};

/** A title of a group must not become a person with 0 points, unless the rubric says so. */
export const checkBlankRows: Check = ({ rubric, places, diagnostics, nodes, columns }) => {
  // In a wide sheet a row without scores is one that nobody rated.
  if (rubric.blank_rows !== undefined || rubric.ratings?.sources) return;
  const identity = [...keyColumns(rubric), rubric.subject.name];
  const needed = [...columns.values()].some(
    ({ id, part }) => part.required && part.when === undefined && !part.compare && !identity.includes(id),
  );
  const policies = nodes.flatMap(({ part, missing, rollup }) => (rollup || !hasCell(part) ? [] : [missing]));
  const isScored = policies.some((policy) => policy === "zero" || policy === "full");
  if (needed || !isScored || policies.includes("incomplete") || policies.includes(undefined)) return;
  diagnostics.report("R160", {}, places.key(rubric, rubric.missing === undefined ? "areas" : "missing"));
};

/** A bonus is added to what is around it, so it cannot also stand beside it. */
export const checkCounting: Check = ({ nodes, places, diagnostics }) => {
  for (const { part } of nodes) {
    if (part.bonus && part.counts === false) diagnostics.report("R170", { id: part.id }, places.key(part, "counts"));
  }
};

/** What an area starts from is a part of its max. */
export const checkBase: Check = (context) => {
  const { nodes, places, diagnostics } = context;
  for (const { part } of nodes) {
    const { id, base } = part;
    if (base === undefined) continue;
    const max = casesOf(context, part).find((plain) => plain.max !== undefined && compare(base, plain.max) > 0)?.max;
    if (sign(base) > 0 && max === undefined) continue;
    const figures = { base: formatDecimal(base), max: max === undefined ? undefined : formatDecimal(max) };
    diagnostics.report("R175", { id, ...figures }, places.value(part, "base"));
  }
};

/** A weight is above 0, and of a child that counts in a mean. */
export const checkOwnWeights: Check = ({ nodes, places, diagnostics }) => {
  for (const node of nodes) {
    const { part, parent } = node;
    if (part.weight === undefined) continue;
    if (parent?.part.combine !== "mean" || !isCounted(node)) {
      diagnostics.report("R174", { id: part.id }, places.key(part, "weight"));
    } else if (sign(ownWeight(part)) <= 0) {
      diagnostics.report("R139", { name: part.id }, places.value(part, "weight"));
    }
  }
};

/** The weights of an area name all its counted children and nobody else, each with a number above 0. */
export const checkWeights: Check = (context) => {
  for (const node of context.nodes) checkWeightsOf(context, node);
};

function checkWeightsOf({ places, diagnostics }: Context, { part, children }: NodeEntry): void {
  if (typeof part.combine !== "object") return;
  const { weights } = part.combine;
  const ids = children.filter(isCounted).map((child) => child.part.id);
  const missing = new Set(ids.filter((id) => !Object.hasOwn(weights, id)));
  for (const [name, weight] of Object.entries(weights)) {
    if (!ids.includes(name)) {
      const suggestion = suggest(name, missing);
      if (suggestion !== undefined) missing.delete(suggestion);
      diagnostics.report("R124", { id: part.id, name, suggestion }, places.key(weights, name));
    }
    if (sign(share(weight) ?? 0) <= 0) diagnostics.report("R139", { name }, places.value(weights, name));
  }
  // One that is meant by a misspelt name has been told.
  if (missing.size > 0)
    diagnostics.report("R123", { id: part.id, missing: quoted([...missing]) }, places.key(part.combine, "weights"));
}

/** A node that can go below 0 states `min`: whether points are taken from others is for the rubric to say. */
export const checkBelowZero: Check = (context) => {
  const { nodes, places, diagnostics, expressions } = context;
  for (const node of nodes) {
    const { part } = node;
    if (part.min !== undefined || part.count?.min !== undefined) continue;
    const value = expressions.get(part, "value")?.type;
    if (part.value !== undefined && value?.kind !== "number") continue;
    const lows =
      scaleKind(part) === "area"
        ? lowsOfArea(context, node)
        : [value?.kind === "number" ? value.min : scaleRange(part).low];
    if (lows.some((low) => isBelow(low, 0))) diagnostics.report("R125", { id: part.id }, places.value(part, "id"));
  }
};

/** Where its counted children bring an area, and by what each bonus may then deduct. */
const lowsOfArea = (context: Context, node: NodeEntry): readonly (Exact | undefined)[] => [
  lowOf(context, node, node.children.filter(isCounted)),
  ...node.children.filter((child) => child.part.bonus).map((child) => nodeRange(context, child).low),
];

/** The total has a max; a total that can leave 0..max says whether it is cut, and a ranking which of the two it means. */
export const checkTotal: Check = (context) => {
  const { rubric, places, diagnostics } = context;
  const stages = stagesOf(context);
  const [rows] = stages as [StageView];
  const { max, clamp } = rubric.total;
  if (max === undefined) {
    diagnostics.report("R127", {}, places.key(rubric, "total"));
    return;
  }
  const leaves = clamp === undefined ? leaving(rows.before, rows) : undefined;
  if (leaves) diagnostics.report("R802", { leaves, max: formatDecimal(max) }, places.key(rubric, "total"));
  for (const stage of stages) {
    if (!stage.total.clamp || !passes(stage)) continue;
    const { ranking } = stage.holder;
    if (stage.rollup && !ranking) continue;
    // Keys that name neither do not put people in order by points.
    if (ranking?.by) continue;
    diagnostics.report("R803", {}, ranking ? places.key(stage.holder, "ranking") : places.key(rubric, "total"));
  }
};

const passes = ({ before, total }: StageView): boolean =>
  total.max !== undefined && (before.high === undefined || compare(before.high, total.max) > 0);

function leaving({ low }: Range, stage: StageView): Bilingual | undefined {
  if (passes(stage)) return phrase("pass its max");
  return low === undefined || compare(low, 0) < 0 ? phrase("go below 0") : undefined;
}
