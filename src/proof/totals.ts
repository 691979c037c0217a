import type { Area, Item, Node, Units } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { Combination } from "../model/ratings.ts";
import type { Total } from "../model/stage.ts";
import { isCounted } from "../model/stages.ts";
import { add, compare, divide, floor, maximum, minimum, multiply, negate, sign } from "../number/exact.ts";
import type { Attainable, Open } from "./attainable.ts";
import { between, clamped, either, greatest, ofSteps, ofValues, rounded } from "./attainable.ts";
import { meanOf, sums, sumsOfAll } from "./attainable-sums.ts";
import type { Case } from "./cases.ts";
import { allCases, nodesIn, valueIn } from "./cases.ts";

/** What something can come to, or why nothing bounds it. */
export type Worked = Attainable | Open;

export const isBounded = (worked: Worked): worked is Attainable => "low" in worked;

/** The totals in one case of those that the rubric tells apart. */
export interface InCase {
  readonly of: Case;
  readonly scores: Scores;
  readonly totals: Attainable;
}

/** The totals that rows can have whose cells are all filled, case by case. */
export function totalsByCase(plan: Plan): readonly InCase[] | Open {
  const inCases: InCase[] = [];
  for (const of of allCases(plan) ?? []) {
    const known = scoresIn(plan, of);
    const totals = totalIn(plan, known);
    if (!isBounded(totals)) return totals;
    inCases.push({ of, scores: known.scores, totals });
  }
  return inCases.length > 0 ? inCases : { kind: "too_many" };
}

/** The same, whatever the case. */
export function totalsOf(plan: Plan): Worked {
  const inCases = totalsByCase(plan);
  return "kind" in inCases ? inCases : inCases.map(({ totals }) => totals).reduce(either);
}

function totalIn({ stage, ratings }: Plan, known: Known): Worked {
  const summed = together(stage.top, known, 0);
  const total = ratings?.level === "total" ? overRaters(summed, ratings.combine) : summed;
  return isBounded(total) ? finished(total, stage.total) : total;
}

/** What each node that applies in a case can come to. */
function scoresIn(plan: Plan, of: Case): Known {
  const { ratings } = plan;
  const nodes = nodesIn(plan, of);
  const scores = new Map<number, Worked>();
  for (const [at, node] of nodes.entries()) {
    if (!node) continue;
    const score = scoresOf(plan, node, { nodes, scores, of });
    const isRated = ratings?.level === "item" && node.body.kind === "item";
    scores.set(at, isRated ? overRaters(score, ratings.combine) : score);
  }
  return { nodes, scores, of };
}

/** What several raters come to together; a sum has no end, anything else stays between what one of them can give. */
function overRaters(one: Worked, { kind }: Combination): Worked {
  if (!isBounded(one)) return one;
  if (compare(one.low, one.high) === 0 && kind !== "sum") return one;
  return kind === "sum" ? { kind: "raters" } : between(one.low, one.high, { kind: "raters" });
}

function finished(summed: Attainable, { clamp, max, round: rounding }: Total): Attainable {
  const cut = clamp ? clamped(summed, 0, max) : summed;
  return rounding ? rounded(cut, rounding) : cut;
}

/** What nodes can come to, by their place in the plan. */
export type Scores = ReadonlyMap<number, Worked>;

/** The nodes that apply in a case, and what those before can come to. */
interface Known {
  readonly nodes: readonly (Node | undefined)[];
  readonly scores: Scores;
  readonly of: Case;
}

/** What children come to: those that count, then their bonus. */
function together(children: readonly number[], { nodes, scores }: Known, base: Units): Worked {
  const sets: Attainable[] = [ofValues([base])];
  for (const child of children) {
    const node = nodes[child];
    if (!node || (!isCounted(node) && !node.bonus)) continue;
    const score = scores.get(child) as Worked;
    if (!isBounded(score)) return score;
    sets.push(score);
  }
  return sumsOfAll(sets);
}

/** The scores of a node, where those of its children are known. */
function scoresOf(plan: Plan, node: Node, known: Known): Worked {
  const { body, min, round: rounding, zeroIf } = node;
  const own = body.kind === "item" ? ofItem(plan, node, body, known.of) : ofArea(plan, node, body, known);
  if (!isBounded(own)) return own;
  const cut = cutBelow(own, min);
  const final = rounding ? rounded(cut, rounding) : cut;
  return zeroIf ? either(final, ofValues([0])) : final;
}

function ofArea(plan: Plan, { min, max }: Node, body: Area, known: Known): Worked {
  const present = body.children.filter((child) => known.nodes[child]);
  const combined = combine(plan, body, known);
  if (!isBounded(combined)) return combined;
  const own = body.clamp ? clamped(combined, combined.low, max) : combined;
  const extra = present.filter((child) => known.nodes[child]?.bonus);
  const bonus = together(extra, known, 0);
  return isBounded(bonus) && extra.length > 0 ? sums(cutBelow(own, min), bonus) : extra.length > 0 ? bonus : own;
}

function combine(plan: Plan, { children, combine: how, base = 0 }: Area, known: Known): Worked {
  const all = children.filter((child) => isCounted(plan.stage.nodes[child] as Node));
  const counted = all.filter((child) => known.nodes[child]);
  if (how === "sum" || counted.length === 0) return together(counted, known, base);
  const sets = counted.map((child) => known.scores.get(child) as Worked);
  const unbounded = sets.find((set) => !isBounded(set));
  if (unbounded) return unbounded;
  const weights = counted.map((child) =>
    how === "best" || how === "mean" ? 1 : (how.weights[all.indexOf(child)] ?? 1),
  );
  const bounded = sets as readonly Attainable[];
  return sums(ofValues([base]), how === "best" ? bounded.reduce(greatest) : meanOf(bounded, weights));
}

const cutBelow = (set: Attainable, min: Units | "none"): Attainable =>
  min === "none" ? set : clamped(set, min, maximum(set.high, min));

/** Occurrences up to which a count is gone through. */
const mostTimes = 10_000;

/** What the scale of an item gives. */
function ofItem(plan: Plan, { id, min: least, max }: Node, { scale }: Item, of: Case): Worked {
  const open: Open = { kind: "node", id };
  const from = least === "none" ? undefined : least;
  switch (scale.kind) {
    case "points": {
      const { min = 0, step = placeValue(plan, scale.places) } = scale;
      if (min === "none") return open;
      if (![min, max, step].every((units) => typeof units === "number")) return between(min, max, open);
      return ofSteps(min as number, max as number, step as number);
    }
    case "levels":
      return ofValues(scale.levels.map(({ points }) => points));
    case "yes":
      return ofValues([0, scale.points]);
    case "table": {
      const points = ofValues(scale.rows.map((row) => row.points));
      // Which rows a formula comes to is another question.
      return scale.of ? between(points.low, points.high, open) : points;
    }
    case "count": {
      const { base, each, min, max: most } = scale;
      const falls = sign(each) < 0;
      const end = falls ? min : most;
      if (end === "none") return open;
      const times = negate(floor(divide(add(base, negate(end)), each)));
      if (compare(times, mostTimes) > 0) return between(minimum(base, end), maximum(base, end), { kind: "too_many" });
      const cut = falls ? maximum : minimum;
      return ofValues(Array.from({ length: (times as number) + 1 }, (_, n) => cut(add(base, multiply(n, each)), end)));
    }
    case "ratio":
      return scale.cap === undefined ? open : between(0, divide(multiply(max, scale.cap), 100), open);
    case "value": {
      const value = valueIn(plan, scale.expression, of);
      const units = value && multiply(value, plan.scale);
      if (units !== undefined) return ofValues([scale.clamp ? minimum(units, max) : units]);
      return scale.clamp && from !== undefined ? between(from, max, open) : open;
    }
  }
}

function placeValue({ scale }: Plan, places: number): Units {
  let value = scale;
  for (let place = 0; place < places; place++) value = divide(value, 10);
  return value;
}
