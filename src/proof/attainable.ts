import type { Exact } from "../number/exact.ts";
import {
  add,
  commonDenominator,
  compare,
  divide,
  maximum,
  minimum,
  multiply,
  sign,
  subtract,
} from "../number/exact.ts";
import type { Rounding } from "../number/rounding.ts";
import { round, roundWhole } from "../number/rounding.ts";

/** What something can come to, in units: the numbers of a grid, or, where nobody can say which, something between two ends. */
export interface Attainable {
  readonly low: Exact;
  readonly high: Exact;
  readonly found: Grid | Open;
}

/** `low + n / per` for every set bit n of `bits`; the first and the last are the ends. */
export interface Grid {
  readonly kind: "grid";
  readonly per: number;
  readonly bits: bigint;
}

/** Why it is not known which numbers there are. */
export type Open =
  | { readonly kind: "node"; readonly id: string }
  /** What so many raters as there will be agree on. */
  | { readonly kind: "raters" }
  | { readonly kind: "too_many" };

/** The most steps between the least and the greatest number of a grid. */
const widest = 1 << 20;
export const between = (low: Exact, high: Exact, found: Open): Attainable => ({ low, high, found });

export function ofValues(values: readonly Exact[]): Attainable {
  const [low, high] = [values.reduce(minimum), values.reduce(maximum)];
  const per = commonDenominator(values);
  const width = multiply(subtract(high, low), per);
  if (!isNarrow(per, width)) return between(low, high, { kind: "too_many" });
  const digits = new Uint8Array((width as number) + 1).fill(zero);
  for (const value of values) digits[multiply(subtract(high, value), per) as number] = one;
  return { low, high, found: { kind: "grid", per, bits: BigInt(`0b${new TextDecoder().decode(digits)}`) } };
}

const [zero, one] = [48, 49];

const isNarrow = (per: Exact, width: Exact): per is number => compare(per, widest) <= 0 && compare(width, widest) <= 0;

/** The multiples of `step` from `least` to `most`. */
export function ofSteps(least: number, most: number, step: number): Attainable {
  const low = Math.ceil(least / step) * step;
  const times = Math.floor((most - low) / step);
  const high = low + times * step;
  if (high - low > widest) return between(low, high, { kind: "too_many" });
  return { low, high, found: { kind: "grid", per: 1, bits: repeated(1n, step, times + 1) } };
}

/** Bits, and the same moved up once, twice, …, so that they are there so many times. */
export function repeated(bits: bigint, step: number, times: number): bigint {
  let all = bits;
  for (let done = 1; done < times; ) {
    const more = Math.min(done, times - done);
    all |= all << BigInt(more * step);
    done += more;
  }
  return all;
}

/** The numbers of a grid, least first; undefined where it is open which there are. */
export function valuesOf({ low, found }: Attainable): readonly Exact[] | undefined {
  return found.kind === "grid"
    ? placesOf(found.bits).map((at) => add(low, found.per === 1 ? at : divide(at, found.per)))
    : undefined;
}

/** How many numbers a grid has. */
export const sizeOf = ({ bits }: Grid): number => bits.toString(2).replaceAll("0", "").length;

/** Places of the bits that are set, the last first in its digits. */
export function placesOf(bits: bigint): readonly number[] {
  const digits = bits.toString(2);
  const places: number[] = [];
  for (let at = digits.length - 1; at >= 0; at--) if (digits[at] === "1") places.push(digits.length - 1 - at);
  return places;
}

/** @param change never falls while numbers rise */
function mapped(set: Attainable, change: (value: Exact) => Exact): Attainable {
  const values = valuesOf(set);
  return values ? ofValues(values.map(change)) : { ...set, low: change(set.low), high: change(set.high) };
}

/** Numbers beyond the bounds come to them. */
export function clamped(set: Attainable, least: Exact, most: Exact): Attainable {
  if (compare(set.low, least) >= 0 && compare(set.high, most) <= 0) return set;
  return mapped(set, (value) => minimum(maximum(value, least), most));
}

export function rounded(set: Attainable, rounding: Rounding): Attainable {
  const { found } = set;
  const isFine = found.kind === "grid" && found.per === 1 && rounding.to === 1;
  return isFine ? set : mapped(set, (value) => round(value, rounding));
}

/** What is in either of two sets. */
export function either(a: Attainable, b: Attainable): Attainable {
  const [low, high] = [minimum(a.low, b.low), maximum(a.high, b.high)];
  return joined(a, b, low, high, (per, one, two) => shifted(one, a, low, per) | shifted(two, b, low, per));
}

const shifted = (bits: bigint, { low }: Attainable, from: Exact, per: number): bigint =>
  bits << BigInt(multiply(subtract(low, from), per) as number);

/** The greater of a number of `a` and one of `b`, for every pair. */
export function greatest(a: Attainable, b: Attainable): Attainable {
  const [low, high] = [maximum(a.low, b.low), maximum(a.high, b.high)];
  const [one, two] = [a, b].map((set) => valuesOf(set)?.filter((value) => compare(value, low) >= 0));
  return one && two ? ofValues([...one, ...two]) : between(low, high, openOf(a, b));
}

/** Every number times a factor, which is not below 0. */
export function scaled({ low, high, found }: Attainable, factor: Exact): Attainable {
  const ends = [multiply(low, factor), multiply(high, factor)] as const;
  if (found.kind !== "grid" || sign(factor) === 0)
    return found.kind === "grid" ? ofValues([0]) : between(...ends, found);
  const per = commonDenominator([divide(factor, found.per)]);
  if (!isNarrow(per, multiply(subtract(ends[1], ends[0]), per))) return between(...ends, { kind: "too_many" });
  const times = multiply(divide(factor, found.per), per) as number;
  return { low: ends[0], high: ends[1], found: { kind: "grid", per, bits: spread(found.bits, times) } };
}

/** Two sets on one grid; between the ends of what is to come of them where one is open or they lie too far apart. */
export function joined(
  a: Attainable,
  b: Attainable,
  low: Exact,
  high: Exact,
  join: (per: number, a: bigint, b: bigint) => bigint | undefined,
): Attainable {
  const [one, two] = [a.found, b.found];
  if (one.kind !== "grid" || two.kind !== "grid") return between(low, high, openOf(a, b));
  const per = commonDenominator([divide(1, one.per), divide(1, two.per), subtract(a.low, low), subtract(b.low, low)]);
  if (!isNarrow(per, multiply(subtract(high, low), per))) return between(low, high, { kind: "too_many" });
  const bits = join(per, spread(one.bits, per / one.per), spread(two.bits, per / two.per));
  return { low, high, found: bits === undefined ? { kind: "too_many" } : { kind: "grid", per, bits } };
}

const openOf = (...sets: readonly Attainable[]): Open =>
  sets.flatMap(({ found }) => (found.kind === "grid" ? [] : found))[0] ?? { kind: "too_many" };

/** Every bit so many places further from the first. */
const spread = (bits: bigint, times: number): bigint =>
  times === 1 ? bits : BigInt(`0b${[...bits.toString(2)].join("0".repeat(times - 1))}`);

/** Can a number of the set be at least `from` and below `to`? */
export function hasWithin(set: Attainable, from: Exact | undefined, to: Exact | undefined): boolean {
  const first = set.found.kind === "grid" ? nextFrom(set, from ?? set.low) : maximum(set.low, from ?? set.low);
  return first !== undefined && compare(first, set.high) <= 0 && (to === undefined || compare(first, to) < 0);
}

/** The least number of a grid that is not below `from`. */
export function nextFrom({ low, high, found }: Attainable, from: Exact): Exact | undefined {
  if (found.kind !== "grid" || compare(from, high) > 0) return undefined;
  if (compare(from, low) <= 0) return low;
  const skipped = roundWhole(multiply(subtract(from, low), found.per), "ceiling");
  const least = firstBit(found.bits >> BigInt(skipped as number));
  return add(low, divide(add(skipped, least), found.per));
}

/** The place of the lowest bit that is set, which is looked for in more and more of the bits. */
function firstBit(bits: bigint): number {
  for (let width = 64; ; width *= 2) {
    const lowest = BigInt.asUintN(width, bits).toString(2);
    if (lowest !== "0") return lowest.length - 1 - lowest.lastIndexOf("1");
  }
}
