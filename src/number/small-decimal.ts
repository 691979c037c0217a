import type { Exact } from "./exact.ts";
import { smallGcd } from "./exact.ts";

/** Products below this are exact, and so is the whole part of a quotient of two such numbers. */
const safe = Number.MAX_SAFE_INTEGER;

/**
 * The decimal text of the fraction n/d in lowest terms, as `formatDecimal` writes it: exact where it is finite, else to `places`,
 * half up. Undefined where the numbers are too large for doubles, or where the text would seem to reach one of `bounds`.
 */
export const smallDecimal = (n: bigint, d: bigint, places: number, bounds: readonly Exact[]): string | undefined =>
  textOf(Number(n), Number(d), places, bounds);

/** The same of n/d, d > 0, in any terms. */
export function quotientDecimal(n: number, d: number, places: number, bounds: readonly Exact[]): string | undefined {
  if (Math.abs(n) > safe || d > safe) return undefined;
  const common = smallGcd(Math.abs(n), d);
  return textOf(n / common, d / common, places, bounds);
}

function textOf(n: number, bottom: number, places: number, bounds: readonly Exact[]): string | undefined {
  const top = Math.abs(n);
  const finite = finitePlaces(bottom);
  const ten = powerOfTen(finite ?? places);
  const doubled = 2 * top * ten + bottom;
  if (ten > safe || doubled > safe || bottom > safe) return undefined;
  const remainder = doubled % (2 * bottom);
  const shown = (doubled - remainder) / (2 * bottom);
  if (finite === undefined && !bounds.every((bound) => isClear(bound, n, bottom, n < 0 ? -shown : shown, ten))) {
    return undefined;
  }
  return pointed(n < 0 ? -shown : shown, finite ?? places);
}

/** What writes whole numbers of 1/`scale`, as far as doubles hold them; undefined where not all of them have a finite decimal. */
export function wholeUnits(scale: number): ((units: number) => string | undefined) | undefined {
  const places = finitePlaces(scale);
  const ten = places === undefined ? undefined : powers[places];
  if (places === undefined || ten === undefined) return undefined;
  return (units) => (Math.abs(units) * ten > safe ? undefined : pointed(units * (ten / scale), places));
}

/** `number` with a point before its last `places` digits, without padding. */
function pointed(number: number, places: number): string {
  const ten = powerOfTen(places);
  const shown = Math.abs(number);
  let fraction = shown % ten;
  const whole = String((shown - fraction) / ten);
  if (fraction === 0) return number < 0 ? `-${whole}` : whole;
  let digits = places;
  for (; fraction % 10 === 0; digits--) fraction /= 10;
  const text = `${whole}.${String(fraction).padStart(digits, "0")}`;
  return number < 0 ? `-${text}` : text;
}

/** Of the first powers, which a table gives in a tenth of the time. */
const powers = Array.from({ length: 16 }, (_, places) => 10 ** places);
const powerOfTen = (places: number): number => powers[places] ?? 10 ** places;

/** Decimal places of 1/d, if they end. */
export function finitePlaces(d: number): number | undefined {
  let [rest, twos, fives] = [d, 0, 0];
  for (; rest % 2 === 0; rest /= 2) twos++;
  for (; rest % 5 === 0; rest /= 5) fives++;
  return rest === 1 ? Math.max(twos, fives) : undefined;
}

/** Does what is shown stand on the same side of a bound as the number itself? */
function isClear(bound: Exact, n: number, d: number, shown: number, ten: number): boolean {
  if (typeof bound !== "number" || Math.abs(bound) * Math.max(d, ten) > safe) return false;
  return Math.sign(n - bound * d) === Math.sign(shown - bound * ten);
}
