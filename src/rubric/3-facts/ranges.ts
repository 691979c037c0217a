import type { Exact } from "../../number/exact.ts";
import { add, maximum, minimum, multiply, sign, subtract, sum } from "../../number/exact.ts";
import type { Rounding } from "../../number/rounding.ts";
import { round } from "../../number/rounding.ts";
import type { Rubric, TotalPart } from "../2-shape/rubric.generated.ts";
import type { NodeEntry, Outline } from "./outline.ts";
import { combinesTotals, isCounted } from "./outline.ts";
import type { Range } from "./scale.ts";
import { isAbove, isBelow, scaleRange, statedMax } from "./scale.ts";

type Parts = Outline & { readonly rubric: Rubric };

const known = new WeakMap<NodeEntry, Range>();

/** Between which points the score of a node can lie; wider where that is simpler, never narrower. */
export function nodeRange(context: Parts, node: NodeEntry): Range {
  const before = known.get(node);
  if (before) return before;
  const range = findRange(context, node);
  known.set(node, range);
  return range;
}

function findRange(context: Parts, node: NodeEntry): Range {
  const { part } = node;
  if (part.items === undefined) {
    const single = rounded(cutBelow(scaleRange(part), lowestOf(node)), part.round);
    return combinesTotals(context) ? single : overRatings(context, single);
  }
  const counted = node.children.filter(isCounted);
  const low = lowOf(context, node, counted);
  const above = part.clamp ? 0 : excess(context, counted);
  const own: Range = { low, high: plus(statedMax(part), above) };
  const least = lowestOf(node);
  return rounded(cutBelow(withBonus(context, cutBelow(own, least), node.children), least), part.round);
}

/** Between which points the total before `total.clamp` can lie. */
export function unclampedRange(context: Parts, top: readonly NodeEntry[], total: TotalPart): Range {
  const counted = top.filter(isCounted);
  const own: Range = { low: sumOfLows(context, counted), high: plus(total.max, excess(context, counted)) };
  const single = withBonus(context, own, top);
  return rounded(combinesTotals(context) ? overRatings(context, single) : single, total.round);
}

/** What several ratings in a range can come to: a sum has no end, anything else stays between them. */
function overRatings({ rubric: { ratings } }: Parts, { low, high }: Range): Range {
  if (!ratings) return { low, high };
  if (ratings.combine !== "sum") return rounded({ low, high }, ratings.round);
  const summed: Range = { low: isBelow(low, 0) ? undefined : low, high: isAbove(high, 0) ? undefined : high };
  return rounded(summed, ratings.round);
}

export const clampedRange = (range: Range, total: TotalPart): Range =>
  total.clamp ? rounded({ low: 0, high: total.max }, total.round) : range;

/** Where a node's `min` cuts: 0 unless stated; undefined for `none`. */
export function lowestOf({ part }: NodeEntry): Exact | undefined {
  const stated = part.count ? (part.count.min ?? part.min) : part.min;
  if (stated === "none") return undefined;
  return stated ?? 0;
}

/** Where its base and its children can bring an area before its own `min` cuts. */
export const lowOf = (context: Parts, node: NodeEntry, counted: readonly NodeEntry[]): Exact | undefined =>
  plus(lowOfChildren(context, node, counted), node.part.base ?? 0);

function lowOfChildren(context: Parts, { part }: NodeEntry, counted: readonly NodeEntry[]): Exact | undefined {
  if (part.combine === undefined || part.combine === "sum") return sumOfLows(context, counted);
  return counted.reduce<Exact | undefined>((low, child) => {
    const next = nodeRange(context, child).low;
    return low === undefined || next === undefined ? undefined : minimum(low, next);
  }, 0);
}

/** Scores below 0 that a skip scales up have no simple lower bound. */
function sumOfLows(context: Parts, nodes: readonly NodeEntry[]): Exact | undefined {
  const lows = nodes.map((node) => nodeRange(context, node).low);
  if (lows.some((low) => low === undefined)) return undefined;
  const low = sum(lows.map((value) => minimum(value as Exact, 0)));
  return sign(low) < 0 && canSkip(context) ? undefined : low;
}

/** By how much nodes together can pass their maxes (a ratio above 100 %, an area with a bonus); undefined: without bound. */
function excess(context: Parts, nodes: readonly NodeEntry[]): Exact | undefined {
  const parts = nodes.map((node) => {
    const high = nodeRange(context, node).high;
    return high === undefined ? undefined : maximum(subtract(high, statedMax(node.part) ?? high), 0);
  });
  if (parts.some((part) => part === undefined)) return undefined;
  const all = sum(parts as Exact[]);
  return sign(all) > 0 && canSkip(context) ? undefined : all;
}

function withBonus(context: Parts, range: Range, children: readonly NodeEntry[]): Range {
  let { low, high } = range;
  for (const child of children) {
    if (!child.part.bonus) continue;
    const bonus = nodeRange(context, child);
    low = bonus.low === undefined ? undefined : plus(low, minimum(bonus.low, 0));
    high = bonus.high === undefined ? undefined : plus(high, maximum(bonus.high, 0));
  }
  return { low, high };
}

const plus = (a: Exact | undefined, b: Exact | undefined): Exact | undefined =>
  a === undefined || b === undefined ? undefined : add(a, b);

const cutBelow = ({ low, high }: Range, min: Exact | undefined): Range => ({
  low: min === undefined ? low : isBelow(low, min) ? min : low,
  high,
});

const rounded = ({ low, high }: Range, rounding: Rounding | undefined): Range => ({
  low: low === undefined || !rounding ? low : round(low, { to: rounding.to, mode: "floor" }),
  high: high === undefined || !rounding ? high : round(high, { to: rounding.to, mode: "ceiling" }),
});

const canSkip = ({ rubric, nodes }: Parts): boolean =>
  [...Object.values(rubric.codes ?? {}), ...nodes.map(({ missing }) => missing)].some((policy) =>
    policy?.startsWith("skip"),
  );

/** Average of a rollup of some ranges stays in them; a sum of `count` of them does not. */
export const times = (range: Range, count: number): Range => ({
  low: range.low === undefined ? undefined : multiply(range.low, count),
  high: range.high === undefined ? undefined : multiply(range.high, count),
});
