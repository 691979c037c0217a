import type { Exact } from "../number/exact.ts";
import { isWhole } from "../number/exact.ts";
import type { Rounding } from "../number/rounding.ts";
import type { Dialect } from "./dialect.ts";

/** Cells of numbers are counted in millionths: no cell has more places, see {@link numberPattern}. */
export const millionths = 1_000_000;

/** So many digits that no number of the query leaves 64 bits. */
export const numberPattern = "-?[0-9]{1,7}([.][0-9]{1,6})?";

/** A number that SQL holds as a whole number of 1/`parts`. */
export interface Scaled {
  readonly sql: string;
  readonly parts: bigint;
}

/** Units as a literal; the plan of what is translated has whole ones alone. */
export const whole = (value: Exact): string => String(wholeOf(value));

export function wholeOf(value: Exact): bigint {
  if (!isWhole(value)) throw new Error("a plan in the subset counts in whole units");
  return typeof value === "number" ? BigInt(value) : value.n;
}

/** An exact number as a literal. */
export const scaled = (value: Exact): Scaled =>
  typeof value === "number" ? { sql: String(value), parts: 1n } : { sql: String(value.n), parts: value.d };

/** The same number in other parts, a multiple of its own. */
export const inParts = ({ sql, parts: own }: Scaled, parts: bigint): string =>
  own === parts ? sql : `${sql} * ${parts / own}`;

/** Cut to no less than a bound, a missing value staying one: GREATEST leaves that to each engine. */
export const atLeast = (sql: string, least: string): string =>
  `CASE WHEN ${sql} < ${least} THEN ${least} ELSE ${sql} END`;
export const atMost = (sql: string, most: string): string => `CASE WHEN ${sql} > ${most} THEN ${most} ELSE ${sql} END`;

/** Rounded to a multiple of the grid, all in units; `sql` is a name. */
export function rounded(sql: string, { to, mode }: Rounding, { quotient }: Dialect): string {
  const grid = whole(to);
  if (grid === "1") return sql;
  const below = quotient(`ABS(${sql})`, grid);
  const rest = `(ABS(${sql}) % ${grid})`;
  const more: Readonly<Record<Rounding["mode"], string>> = {
    down: "FALSE",
    up: `${rest} > 0`,
    half_up: `${rest} * 2 >= ${grid}`,
    half_down: `${rest} * 2 > ${grid}`,
    half_even: `${rest} * 2 > ${grid} OR (${rest} * 2 = ${grid} AND ${below} % 2 = 1)`,
    floor: `${sql} < 0 AND ${rest} > 0`,
    ceiling: `${sql} > 0 AND ${rest} > 0`,
  };
  const steps = `(${below} + CASE WHEN ${more[mode]} THEN 1 ELSE 0 END)`;
  return `CASE WHEN ${sql} < 0 THEN -1 ELSE 1 END * ${steps} * ${grid}`;
}

/** A finite decimal as result files write it: exact, without padding. */
export function decimalText({ sql, parts }: Scaled, { text, quotient }: Dialect): string {
  let [places, power] = [0, 1n];
  while (power % parts !== 0n) {
    places++;
    power *= 10n;
  }
  const value = inParts({ sql: `(${sql})`, parts }, power);
  if (places === 0) return `CAST(${value} AS ${text})`;
  const size = `ABS(${value})`;
  const rest = `LPAD(CAST(${size} % ${power} AS ${text}), ${places}, '0')`;
  return [
    `CASE WHEN ${value} < 0 THEN '-' ELSE '' END`,
    `CAST(${quotient(size, String(power))} AS ${text})`,
    `CASE WHEN ${size} % ${power} = 0 THEN '' ELSE '.' || TRIM(TRAILING '0' FROM ${rest}) END`,
  ].join(" || ");
}

/** Whether a number is held exactly in so few decimal places that its text is finite. */
export function isDecimal(parts: bigint): boolean {
  let rest = parts;
  for (const prime of [2n, 5n]) while (rest % prime === 0n) rest /= prime;
  return rest === 1n;
}
