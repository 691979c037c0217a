import type { Exact } from "../../number/exact.ts";
import { gcd, isWhole } from "../../number/exact.ts";
import type { Rounding } from "../../number/rounding.ts";
import type { Dialect } from "../dialect.ts";

/** Cells of numbers are counted in millionths: no cell has more places, see {@link numberPattern}. */
export const millionths = 1_000_000;

/** So many digits that no number of the query leaves 64 bits; a decimal of the engine has as many zeros behind it as its type. */
export const numberPattern = "-?[0-9]{1,7}([.][0-9]{1,6}0*)?";

/** A number that SQL holds as a whole number of 1/`parts`, or of 1/(`parts` × `over`). */
export interface Scaled {
  readonly sql: string;
  readonly parts: bigint;
  /** A whole number above 0 that the query works out; absent: 1. */
  readonly over?: string;
  /** A number that everybody's `over` divides, where the rubric fixes one. */
  readonly among?: bigint;
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

/** A column, or what has to be worked out as one. */
const isSimple = (sql: string): boolean => /^[A-Za-z0-9_]+$/.test(sql);
const closed = (sql: string): string => (isSimple(sql) ? sql : `(${sql})`);

/** The same number in other parts, a multiple of its own. */
const inParts = ({ sql, parts: own }: Pick<Scaled, "sql" | "parts">, parts: bigint): string =>
  timesOf(sql, String(parts / own));

/** What the whole number of a value counts parts of, as SQL. */
export function divisor({ parts, over }: Scaled): string {
  if (over === undefined) return String(parts);
  return timesOf(over, String(parts));
}

/** A number that everybody's divisor divides, where the rubric fixes one. */
export const divisorAmong = ({ parts, over, among }: Scaled): bigint | undefined =>
  over === undefined ? parts : among && among * parts;

/** The least that all of some numbers divide. */
export const multipleOf = (numbers: readonly bigint[]): bigint =>
  numbers.reduce((all, each) => all * (each / gcd(all, each)), 1n);

/** Two numbers that count the same parts. */
export const same = (left: Scaled, right: Scaled): readonly [Scaled, Scaled] =>
  alike([left, right]) as readonly [Scaled, Scaled];

/** The same number in parts that are fixed, whoever has it; undefined where they are not. */
export function evenly(
  { sql, parts, over, among }: Scaled,
  { quotient }: Pick<Dialect, "quotient">,
): Scaled | undefined {
  if (over === undefined) return { sql, parts };
  return among === undefined ? undefined : { sql: `(${sql} * ${quotient(String(among), over)})`, parts: parts * among };
}

/** Several numbers that count the same parts. */
export function alike(list: readonly Scaled[]): readonly Scaled[] {
  const parts = multipleOf(list.map((each) => each.parts));
  const overs = [...new Set(list.flatMap(({ over }) => over ?? []))];
  return list.map((each) => {
    const others = product(overs.filter((over) => over !== each.over));
    const over = product(overs);
    return { sql: timesOf(inParts(each, parts), others), parts, ...(over !== "1" && { over }) };
  });
}

const product = (factors: readonly string[]): string =>
  factors.length === 0 ? "1" : factors.length === 1 ? String(factors[0]) : factors.map(closed).join(" * ");

export function plus(left: Scaled, operator: "+" | "-", right: Scaled): Scaled {
  if (operator === "+" && left.sql === "0") return right;
  const [a, b] = same(left, right);
  return { ...a, sql: `(${a.sql} ${operator} ${operator === "-" ? closed(b.sql) : b.sql})` };
}

export function times(left: Scaled, right: Scaled): Scaled {
  const over = [left.over, right.over].filter((each) => each !== undefined).map(closed);
  const parts = left.parts * right.parts;
  return { sql: closed(timesOf(left.sql, right.sql)), parts, ...(over.length > 0 && { over: over.join(" * ") }) };
}

/** A quotient; NULL where the divisor is 0. */
export function through(left: Scaled, right: Scaled): Scaled {
  const turned = /^\(?(-?)([0-9]+)\)?$/.exec(right.sql);
  if (turned?.[2] !== undefined && right.over === undefined && BigInt(turned[2]) !== 0n) {
    const sign = turned[1] === "-" ? "-" : "";
    return times(left, { sql: `${sign}${right.parts}`, parts: BigInt(turned[2]) });
  }
  const sign = `CASE WHEN ${right.sql} > 0 THEN 1 WHEN ${right.sql} < 0 THEN -1 END`;
  // What both count in parts of cancels out.
  const shared = gcd(left.parts, right.parts);
  const top = times(left, { sql: closed(divisor({ ...right, parts: right.parts / shared })), parts: 1n });
  const over = [...(left.over === undefined ? [] : [closed(left.over)]), `ABS(${right.sql})`].join(" * ");
  return { sql: `(${top.sql} * ${sign})`, parts: left.parts / shared, over };
}

export const compared = (left: Scaled, operator: string, right: Scaled): string => {
  const [a, b] = same(left, right);
  return `${a.sql} ${operator} ${b.sql}`;
};

/** Cut to no less than a bound, a missing value staying one: GREATEST leaves that to each engine. */
export const atLeast = (of: Scaled, least: string): Scaled => cut(of, "<", least);
export const atMost = (of: Scaled, most: string): Scaled => cut(of, ">", most);

function cut(of: Scaled, beyond: "<" | ">", units: string): Scaled {
  const bound = timesOf(units, divisor(of));
  return { ...of, sql: `CASE WHEN ${of.sql} ${beyond} ${bound} THEN ${bound} ELSE ${of.sql} END` };
}

/** A product of which one factor may be 1 or both are literals. */
export function timesOf(a: string, b: string): string {
  if (b === "1" || a === "0") return a;
  if (a === "1") return b;
  if (/^-?[0-9]+$/.test(a) && /^-?[0-9]+$/.test(b)) return String(BigInt(a) * BigInt(b));
  return `${closed(a)} * ${closed(b)}`;
}

/** Rounded to a multiple of the grid, all in units; what it is made of are names. */
export function rounded(of: Scaled, { to, mode }: Rounding, { quotient }: Pick<Dialect, "quotient">): string {
  const { sql } = of;
  const grid = whole(to);
  const step = closed(divisor({ ...of, parts: of.parts * wholeOf(to) }));
  if (step === "1") return sql;
  const below = quotient(`ABS(${sql})`, step);
  const rest = `(ABS(${sql}) % ${step})`;
  const more: Readonly<Record<Rounding["mode"], string>> = {
    down: "FALSE",
    up: `${rest} > 0`,
    half_up: `${rest} * 2 >= ${step}`,
    half_down: `${rest} * 2 > ${step}`,
    half_even: `${rest} * 2 > ${step} OR (${rest} * 2 = ${step} AND ${below} % 2 = 1)`,
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
  const value = inParts({ sql, parts }, power);
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
