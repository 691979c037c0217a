import { formatDecimal, formatQuotient, unitsFormat } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import { divide } from "../number/exact.ts";

/** Most texts that one column keeps: a total in hundredths has 10,001 values. */
const mostKept = 1 << 17;
/**
 * The decimal text of numbers of 1/`scale`, as {@link formatDecimal} writes it. `bounds` (in units) are values
 * that a number printed to six places must not seem to reach. Those of whole units are kept: sheets repeat the same few thousand.
 */
export function unitsText(scale: Exact, bounds: readonly Exact[] = []): (units: Exact) => string {
  const print = unitsFormat(
    scale,
    bounds.map((bound) => divide(bound, scale)),
  );
  const whole = new Map<number, string>();
  return (units) => {
    if (typeof units !== "number") return print(units);
    const known = whole.get(units);
    if (known !== undefined) return known;
    const text = print(units);
    if (whole.size < mostKept) whole.set(units, text);
    return text;
  };
}

/** The same of n/d units, for whole numbers, d > 0: means of thousands of groups are hardly ever the same. */
export function quotientText(scale: Exact, bounds: readonly Exact[] = []): (n: number, d: number) => string {
  const bare = bounds.map((bound) => divide(bound, scale));
  const one = typeof scale === "number" ? scale : undefined;
  return (n, d) =>
    one === undefined ? formatDecimal(divide(divide(n, d), scale), bare) : formatQuotient(n, d * one, bare);
}

/** Groups of fewer people have so few shares between them that these are kept. */
const fewPeople = 256;

/** The same of shares: n of d people. */
export function shareText(): (n: number, d: number) => string {
  const print = quotientText(1, [0, 1]);
  const kept = new Map<number, string>();
  return (n, d) => {
    if (d >= fewPeople) return print(n, d);
    const share = n * fewPeople + d;
    const text = kept.get(share) ?? print(n, d);
    kept.set(share, text);
    return text;
  };
}
