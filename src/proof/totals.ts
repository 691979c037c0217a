import type { Item, Node, Plan, Units } from "../model/plan.ts";
import { isCounted } from "../model/stages.ts";
import { divide, sign } from "../number/exact.ts";
import { round } from "../number/rounding.ts";
import type { Attainable } from "./attainable.ts";
import { either, greatest, mapped, ofSteps, ofValues, sums } from "./attainable.ts";
import { casesOf, nodesIn } from "./cases.ts";

/** A set, or the id of the node (or "" for the whole) that keeps it from being worked out. */
export type Worked = Attainable | string;

const isKnown = (worked: Worked): worked is Attainable => typeof worked !== "string";

/** The totals that rows can have whose cells are all filled, in units; with `without`, of all but that item. */
export function totalsOf(plan: Plan, without?: string): Worked {
  const { stage } = plan;
  const cases = casesOf(plan);
  if (!cases || plan.ratings) return "";
  let all: Attainable | undefined;
  for (const each of cases) {
    const nodes = nodesIn(plan, each);
    const scores = new Map<number, Worked>();
    for (const [at, node] of nodes.entries()) if (node) scores.set(at, scoresOf(plan, node, scores, nodes, without));
    const summed = together(stage.top, nodes, scores, 0);
    if (!isKnown(summed)) return summed;
    const { clamp, max, round: rounding } = stage.total;
    const cut = clamp ? mapped(summed, (value) => Math.min(Math.max(value, 0), max as number)) : summed;
    const total = rounding && without === undefined ? mapped(cut, (value) => round(value, rounding) as number) : cut;
    all = all ? either(all, total) : total;
  }
  return all ?? "";
}

type Nodes = readonly (Node | undefined)[];

/** What children come to: those that count, then their bonus. */
function together(children: readonly number[], nodes: Nodes, scores: ReadonlyMap<number, Worked>, base: Units): Worked {
  let set: Attainable = ofValues([base as number]);
  for (const child of children) {
    const node = nodes[child];
    if (!node || (!isCounted(node) && !node.bonus)) continue;
    const score = scores.get(child) as Worked;
    if (!isKnown(score)) return score;
    const more = sums(set, score);
    if (!more) return "";
    set = more;
  }
  return set;
}

/** The scores of a node, where those of its children are known. */
function scoresOf(plan: Plan, node: Node, scores: ReadonlyMap<number, Worked>, nodes: Nodes, without?: string): Worked {
  if (node.id === without) return ofValues([0]);
  const { body, min, max, round: rounding, zeroIf } = node;
  let set: Worked;
  if (body.kind === "item") set = ofItem(plan, node, body);
  else {
    const present = body.children.filter((child) => nodes[child]);
    const counted = present.filter((child) => isCounted(nodes[child] as Node));
    const others = present.filter((child) => nodes[child]?.bonus);
    if (body.combine === "sum") set = together(counted, nodes, scores, body.base ?? 0);
    else if (body.combine === "best" && counted.length > 0) set = bestOf(counted.map((at) => scores.get(at) as Worked));
    else return node.id;
    if (isKnown(set) && body.clamp) set = mapped(set, (value) => Math.min(value, max as number));
    if (isKnown(set) && others.length > 0) {
      const bonus = together(others, nodes, scores, 0);
      set = isKnown(bonus) ? (sums(cutBelow(set, min), bonus) ?? node.id) : bonus;
    }
  }
  if (!isKnown(set)) return set;
  set = cutBelow(set, min);
  if (rounding) set = mapped(set, (value) => round(value, rounding) as number);
  return zeroIf ? either(set, ofValues([0])) : set;
}

const cutBelow = (set: Attainable, min: Units | "none"): Attainable =>
  min === "none" || set.low >= (min as number) ? set : mapped(set, (value) => Math.max(value, min as number));

function bestOf(sets: readonly Worked[]): Worked {
  const unknown = sets.find((set) => !isKnown(set));
  return unknown ?? (sets as readonly Attainable[]).reduce(greatest);
}

/** Occurrences up to which a count is gone through. */
const mostTimes = 10_000;

/** What the scale of an item gives; a percentage and a formula have no step. */
function ofItem(plan: Plan, { id, max }: Node, { scale }: Item): Worked {
  switch (scale.kind) {
    case "points": {
      const { min = 0, step = placeValue(plan, scale.places) } = scale;
      if (min === "none" || typeof step !== "number") return id;
      return ofSteps(min as number, max as number, step);
    }
    case "levels":
      return known(
        id,
        scale.levels.map(({ points }) => points),
      );
    case "yes":
      return known(id, [0, scale.points]);
    case "table":
      return known(
        id,
        scale.rows.map(({ points }) => points),
      );
    case "count": {
      const { base, each, min, max: most } = scale;
      if (![base, each, most].every((units) => typeof units === "number") || (min === "none" && sign(each) < 0))
        return id;
      const falls = sign(each) < 0;
      const end = falls ? (min as number) : (most as number);
      const times = Math.ceil((end - (base as number)) / (each as number));
      if (times > mostTimes) return id;
      const cut = (value: number): number => (falls ? Math.max(value, end) : Math.min(value, end));
      return ofValues(Array.from({ length: times + 1 }, (_, n) => cut((base as number) + n * (each as number))));
    }
    case "ratio":
    case "value":
      return id;
  }
}

const known = (id: string, values: readonly Units[]): Worked =>
  values.every((value) => typeof value === "number") ? ofValues(values as readonly number[]) : id;

function placeValue({ scale }: Plan, places: number): Units {
  let value = scale;
  for (let place = 0; place < places; place++) value = divide(value, 10);
  return value;
}
