import { formatDecimal } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import { divide } from "../number/exact.ts";

/** Most texts that one column keeps: a total in hundredths has 10,001 values, a mean of quarters four times as many. */
const mostKept = 1 << 17;
/** Denominators below this fit beside any kept numerator in one safe whole number. */
const denominators = 2 ** 20;
const numerators = 2 ** 32;

/**
 * The decimal text of numbers of 1/`scale`, as {@link formatDecimal} writes it. `bounds` (in units) are values
 * that a number printed to six places must not seem to reach. Texts are kept: sheets repeat the same few thousand.
 */
export function unitsText(scale: Exact, bounds: readonly Exact[] = []): (units: Exact) => string {
  const bare = bounds.map((bound) => divide(bound, scale));
  const print = (units: Exact): string => formatDecimal(divide(units, scale), bare);
  const whole = new Map<number, string>();
  const broken = new Map<number, string>();
  return (units) => {
    if (typeof units === "number") return keptText(whole, units, units, print);
    const key = keyOf(units);
    return key === undefined ? print(units) : keptText(broken, key, units, print);
  };
}

function keptText(kept: Map<number, string>, key: number, units: Exact, print: (units: Exact) => string): string {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const text = print(units);
  if (kept.size < mostKept) kept.set(key, text);
  return text;
}

/** A whole number that is different for different small fractions; undefined for a large one. */
function keyOf({ n, d }: Exclude<Exact, number>): number | undefined {
  if (d >= denominators || n >= numerators / 2 || n <= -numerators / 2) return undefined;
  return Number(n) * denominators + Number(d);
}
