import { formatDecimal, placesNeeded } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import { compare, divide, equal, isWhole, sign } from "../../number/exact.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { NodePart } from "../2-shape/rubric.generated.ts";
import type { PlainPart } from "../3-facts/figures.ts";
import { casesOf } from "../3-facts/figures.ts";
import { percent } from "../3-facts/percentage.ts";
import type { ScaleKind } from "../3-facts/scale.ts";
import { rowsOf, scaleKind, statedMax } from "../3-facts/scale.ts";
import type { Check, Context } from "./context.ts";
import { quoted } from "./references.ts";

/** Keys that only some scales (and areas) have a meaning for. */
const kindsOfKeys: Readonly<Partial<Record<keyof NodePart, readonly ScaleKind[]>>> = {
  max: ["points", "value", "area"],
  step: ["points"],
  min: ["points", "levels", "table", "value", "area"],
  labels: ["levels", "yes"],
  clamp: ["area", "value"],
  combine: ["area"],
  evidence: ["points", "levels", "yes", "count", "ratio", "table", "value"],
};
const keysOfScale = Object.entries(kindsOfKeys);

/** Every node has the keys of its scale and a max above 0. */
export const checkScales: Check = (context) => {
  checkDecimals(context);
  for (const { part } of context.nodes) {
    checkKeys(context, part);
    checkMax(context, part);
    checkPoints(context, part);
    checkCount(context, part);
    checkTable(context, part);
    checkCap(context, part);
    checkEmpty(context, part);
  }
};

const mostDecimals = 9;

function checkDecimals({ rubric, places, diagnostics }: Context): void {
  if (rubric.decimals === undefined || compare(rubric.decimals, mostDecimals) <= 0) return;
  diagnostics.report(
    "R137",
    { found: formatDecimal(rubric.decimals), limit: mostDecimals },
    places.value(rubric, "decimals"),
  );
}

const scaleNames: Readonly<Record<ScaleKind, string>> = {
  area: "items",
  points: "max",
  levels: "levels",
  yes: "yes",
  count: "count",
  ratio: "ratio",
  table: "table",
  value: "value",
};

function checkKeys({ places, diagnostics }: Context, part: NodePart): void {
  const kind = scaleKind(part);
  for (const [key, kinds] of keysOfScale) {
    if (!Object.hasOwn(part, key) || kinds.includes(kind)) continue;
    const scales = quoted(kinds.map((name) => scaleNames[name]));
    diagnostics.report("R130", { key, id: part.id, found: scaleNames[kind], scales }, places.key(part, key));
  }
}

function checkMax(context: Context, part: NodePart): void {
  const { places, diagnostics } = context;
  const kind = scaleKind(part);
  if (statedMax(part) === undefined) {
    if (kind === "area" || kind === "value") diagnostics.report("R122", { id: part.id }, places.value(part, "id"));
    return;
  }
  const maxes = casesOf(context, part).flatMap((plain) => statedMax(plain) ?? []);
  const isTooLow = (max: Exact): boolean => sign(max) < (mayOfferNothing(kind, part) ? 0 : 1);
  if (maxes.some(isTooLow) && kind !== "count" && kind !== "levels" && kind !== "table") {
    diagnostics.report("R132", { id: part.id }, places.value(part, "id"));
  }
  const { min } = part;
  const max = min === undefined || min === "none" ? undefined : maxes.find((each) => compare(min, each) > 0);
  if (max === undefined) return;
  const parameters = { id: part.id, min: formatDecimal(min as Exact), max: formatDecimal(max) };
  diagnostics.report("R136", parameters, places.value(part, "min"));
}

/** An area may be there for its bonus, what does not count offers nothing, and what only deducts has a `min` below 0. */
const mayOfferNothing = (kind: ScaleKind, { min, counts }: NodePart): boolean =>
  kind === "area" ||
  counts === false ||
  (deducts.includes(kind) && min !== undefined && (min === "none" || sign(min) < 0));

const deducts: readonly ScaleKind[] = ["points", "value"];

/** The max must be one of the points that a cell may hold. */
function checkPoints(context: Context, part: NodePart): void {
  const { rubric, places, diagnostics } = context;
  if (scaleKind(part) !== "points") return;
  const cases = casesOf(context, part);
  if (part.step !== undefined) {
    const [missed] = cases.flatMap(missedByStep);
    if (missed) diagnostics.report("R131", { id: part.id, ...missed }, places.value(part, "step"));
    return;
  }
  const decimals = rubric.decimals ?? 2;
  const fits = (max: Exact): boolean => {
    const needed = placesNeeded(max);
    return needed !== undefined && compare(needed, decimals) <= 0;
  };
  if (cases.every(({ max }) => max === undefined || sign(max) < 0 || fits(max))) return;
  diagnostics.report("R138", { id: part.id, decimals: String(decimals) }, places.value(part, "max"));
}

/** What of max and min is no multiple of a step above 0. A max below 0 is told as such. */
function missedByStep({ max, min, step }: PlainPart): readonly { step: string; limit: string; points: string }[] {
  if (max === undefined || step === undefined || sign(max) < 0) return [];
  return Object.entries({ max, min }).flatMap(([limit, points = 0]) =>
    points === "none" || (sign(step) > 0 && isWhole(divide(points, step)))
      ? []
      : [{ step: formatDecimal(step), limit, points: formatDecimal(points) }],
  );
}

/** `base` points for none, `each` more or less for every one. */
function checkCount({ places, diagnostics }: Context, { id, count }: NodePart): void {
  if (!count) return;
  const { base, each, max, min } = count;
  const problem = countProblem(count);
  if (problem) diagnostics.report("R133", { id, problem: problem.told }, places.value(count, problem.at));
  const most = sign(each) > 0 ? (max ?? base) : base;
  if (min !== undefined && min !== "none" && compare(min, most) > 0) {
    diagnostics.report("R136", { id, min: formatDecimal(min), max: formatDecimal(most) }, places.value(count, "min"));
  }
}

type Count = NonNullable<NodePart["count"]>;

function countProblem({ base, each, max, min }: Count): { at: keyof Count; told: Bilingual } | undefined {
  if (sign(each) === 0) return { at: "each", told: phrase("`each` is 0, so nothing is counted") };
  if (sign(each) < 0) {
    if (max !== undefined && !equal(max, base)) return { at: "max", told: baseIsMax };
    if (min === undefined || min === "none" || !equal(min, base)) return undefined;
    return { at: "min", told: phrase("`min` is `base`, so nothing is ever taken away") };
  }
  if (max === undefined) return { at: "each", told: phrase("`each` adds points without end: state `max`") };
  if (equal(max, base)) return { at: "max", told: phrase("`max` is `base`, so nothing is ever added") };
  return compare(max, base) < 0 ? { at: "max", told: phrase("`max` is below `base`") } : undefined;
}

const baseIsMax = phrase("points are only taken away, so `base` is the max: `max` must equal it or be left out");

/** Lower bounds fall, and the last row takes all the rest. */
function checkTable({ places, diagnostics }: Context, part: NodePart): void {
  const { id } = part;
  const rows = rowsOf(part);
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if ((row.from === undefined) !== (next === undefined)) {
      diagnostics.report("R134", { id }, row.from === undefined ? places.whole(row) : places.value(row, "from"));
    } else if (row.from !== undefined && next?.from !== undefined && compare(row.from, next.from) <= 0) {
      diagnostics.report("R134", { id }, places.value(next, "from"));
    }
  }
}

/** A cap is at least 100 %, else nobody could reach the max; a plain 100 would be 10000 %. */
function checkCap({ places, diagnostics }: Context, { id, ratio }: NodePart): void {
  if (!ratio || ratio.cap === "none") return;
  const cap = percent(ratio.cap);
  const sound = cap !== undefined && compare(cap, 100) >= 0 && compare(cap, 1000) <= 0;
  if (!sound) diagnostics.report("R135", { id }, places.value(ratio, "cap"));
}

/** Whether nothing done of nothing to do is all, nothing or no score is for the rubric to say. */
function checkEmpty({ columns, places, diagnostics }: Context, { id, ratio }: NodePart): void {
  if (ratio?.done === undefined || ratio.target === undefined || ratio.empty !== undefined) return;
  const isAlwaysAbove = (name: string): boolean => {
    const { min } = columns.get(name)?.part ?? {};
    return min !== undefined && sign(min) > 0;
  };
  if (isAlwaysAbove(ratio.done) || isAlwaysAbove(ratio.target)) return;
  diagnostics.report("R820", { id, done: ratio.done, target: ratio.target }, places.value(ratio, "target"));
}
