import type { Exact } from "./exact.ts";
import { compare, divide, equal, fraction, isWhole, multiply, sign } from "./exact.ts";
import { round } from "./rounding.ts";
import { finitePlaces, quotientDecimal, smallDecimal, wholeUnits } from "./small-decimal.ts";

/** Places to which a number without a finite decimal is printed (half up). */
const printedPlaces = 6;
/** Most digits of a number that is read: beyond it a cell is not a score but an attack or an accident. */
const mostDigits = 400;

/** The exact value of a decimal text such as `-12.50` or `1e3`, or undefined when it is not one. Only `.` is a decimal mark. */
export function parseDecimal(text: string): Exact | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match) return undefined;
  const [, minus, whole = "", part = "", exponent = "0"] = match;
  const digits = whole + part;
  if (digits === "" || digits.length > mostDigits) return undefined;
  const value = BigInt(minus === "-" ? `-${digits}` : digits);
  const shift = Number(exponent) - part.length;
  return shift >= 0 ? fraction(value * 10n ** BigInt(shift), 1n) : fraction(value, 10n ** BigInt(-shift));
}

/** Decimal places that `value` needs, or undefined when it has no finite decimal. */
export function placesNeeded(value: Exact): number | undefined {
  if (typeof value === "number") return 0;
  if (value.d <= Number.MAX_SAFE_INTEGER) return finitePlaces(Number(value.d));
  let rest = value.d;
  const [twos, fives] = [2n, 5n].map((prime) => {
    let times = 0;
    for (; rest % prime === 0n; rest /= prime) times++;
    return times;
  }) as [number, number];
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/**
 * The decimal text of a number: exact and without padding where it is finite, else to 6 places (half up), with more
 * places where the rounded text would seem to reach one of `bounds` that the number itself does not reach.
 */
export function formatDecimal(value: Exact, bounds: readonly Exact[] = []): string {
  if (typeof value === "number") return String(value);
  const small = smallDecimal(value.n, value.d, printedPlaces, bounds);
  if (small !== undefined) return small;
  const exact = placesNeeded(value);
  if (exact !== undefined) return withPlaces(value, exact);
  // A bound that the value does reach needs no places (and a third as a bound would never be met by any).
  const missed = bounds.filter((bound) => !equal(value, bound));
  for (let places = printedPlaces; ; places++) {
    const shown = round(value, { to: fraction(1n, 10n ** BigInt(places)), mode: "half_up" });
    if (missed.every((bound) => Math.sign(compare(value, bound)) === Math.sign(compare(shown, bound)))) {
      return withPlaces(shown, placesNeeded(shown) as number);
    }
  }
}

/** What writes numbers of 1/`scale` in the same way. */
export function unitsFormat(scale: Exact, bounds: readonly Exact[] = []): (units: Exact) => string {
  if (typeof scale !== "number") return (units) => formatDecimal(divide(units, scale), bounds);
  const whole = wholeUnits(scale);
  return (units) => {
    if (typeof units === "number") return whole?.(units) ?? formatQuotient(units, scale, bounds);
    const small = quotientDecimal(Number(units.n), Number(units.d) * scale, printedPlaces, bounds);
    return small ?? formatDecimal(divide(units, scale), bounds);
  };
}

/** The same of n/d, whole numbers with d > 0, without making a fraction of them where doubles do. */
export const formatQuotient = (n: number, d: number, bounds: readonly Exact[] = []): string =>
  quotientDecimal(n, d, printedPlaces, bounds) ?? formatDecimal(divide(n, d), bounds);

/** The text of a number that needs at most `places` decimals. */
function withPlaces(value: Exact, places: number): string {
  const scaled = multiply(value, fraction(10n ** BigInt(places), 1n));
  const digits = (typeof scaled === "number" ? BigInt(scaled) : scaled.n)
    .toString()
    .replace("-", "")
    .padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return sign(value) < 0 ? `-${text}` : text;
}

/** The nearest double, for charts and widths only: never for a decision. */
export function toDouble(value: Exact): number {
  if (typeof value === "number") return value;
  return isWhole(value)
    ? Number(value.n)
    : Number(formatDecimal(round(value, { to: fraction(1n, 10n ** 15n), mode: "half_even" })));
}

/** Numbers in a text as people write them in each language: `A 28.5 + B 61` and `A 28,5 + B 61`. */
export const spelledText = (text: string): { readonly en: string; readonly vi: string } => ({
  en: text,
  vi: text.replace(/(\d)\.(?=\d)/g, "$1,"),
});

/** A number as people write it in each language: 0.5 and 0,5. */
export const spelled = (value: Exact): ReturnType<typeof spelledText> => spelledText(formatDecimal(value));
