/**
 * Exact numbers. A whole number that a double holds exactly is a plain `number` (the hot path);
 * everything else is a reduced fraction of big integers. No operation here rounds.
 */
export type Exact = number | Fraction;

/** A reduced fraction, `d` > 0; never a whole number that `number` could hold. Build it with {@link fraction}. */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** Whether something is a fraction among numbers, texts, lists and maps. */
export const isFraction = (value: unknown): value is Exact & object =>
  typeof value === "object" && value !== null && "n" in value && typeof value.n === "bigint" && "d" in value;

const numerator = (x: Exact): bigint => (typeof x === "number" ? BigInt(x) : x.n);
const denominator = (x: Exact): bigint => (typeof x === "number" ? 1n : x.d);

/** The greatest common divisor. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** n/d in lowest terms. @throws RangeError when `d` is zero: callers decide beforehand what that means. */
export function fraction(n: bigint, d: bigint): Exact {
  if (d === 0n) throw new RangeError("division by zero");
  if (n < safe && n > -safe && d < safe && d > -safe) return smallFraction(Number(n), Number(d));
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  const top = n / divisor;
  const bottom = d / divisor;
  if (bottom === 1n && top <= BigInt(Number.MAX_SAFE_INTEGER) && top >= BigInt(Number.MIN_SAFE_INTEGER)) {
    return Number(top);
  }
  return { n: top, d: bottom };
}

const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** By d, then by n, of small numbers, which means of a few scores are: the same ones again and again, that share their bigints. */
const known: Exact[][] = [];
const [mostTop, mostBottom] = [1 << 17, 16];
/** By d how often it came: few fractions are made anew, since a list of them is large. */
const asked = new Int32Array(mostBottom);
const few = 1 << 12;

/** The same of numbers that a double holds exactly, many times as fast. */
function smallFraction(n: number, d: number): Exact {
  if (n <= 0 || n >= mostTop || d <= 0 || d >= mostBottom) return reduced(n, d);
  const times = asked[d] as number;
  if (times < few) {
    asked[d] = times + 1;
    return reduced(n, d);
  }
  known[d] ??= new Array<Exact>(mostTop);
  const some = known[d];
  some[n] ??= reduced(n, d);
  return some[n] as Exact;
}

function reduced(n: number, d: number): Exact {
  const common = smallGcd(Math.abs(n), Math.abs(d));
  const divisor = d < 0 ? -common : common;
  const top = n / divisor;
  const bottom = d / divisor;
  return bottom === 1 ? top + 0 : { n: BigInt(top), d: BigInt(bottom) };
}

/** The greatest common divisor of two whole numbers from 0 on that doubles hold exactly. */
export function smallGcd(a: number, b: number): number {
  let x = a;
  let y = b;
  // Until both fit into 32 bits, for which a processor divides several times as fast.
  while (y !== 0 && (x >= int || y >= int)) [x, y] = [y, x % y];
  let i = x | 0;
  let j = y | 0;
  while (j !== 0) {
    const rest = (i % j) | 0;
    i = j;
    j = rest;
  }
  return y === 0 ? x : i;
}
const int = 2 ** 31;

export function add(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  const [da, db] = [denominator(a), denominator(b)];
  return fraction(numerator(a) * db + numerator(b) * da, da * db);
}

export const negate = (a: Exact): Exact => (typeof a === "number" ? 0 - a : { n: -a.n, d: a.d });

export function subtract(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return add(a, negate(b));
}

export function multiply(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return fraction(numerator(a) * numerator(b), denominator(a) * denominator(b));
}

/** a / b. @throws RangeError when `b` is zero. */
export function divide(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number" && b !== 0) {
    const quotient = a / b;
    // Never rounded to a whole one: it would be 1/a or more beside it, and a double is nearer than that.
    if (Number.isSafeInteger(quotient)) return quotient + 0;
    return smallFraction(a, b);
  }
  return fraction(numerator(a) * denominator(b), denominator(a) * numerator(b));
}

/** Negative, zero or positive, as for sorting in ascending order. */
export function compare(a: Exact, b: Exact): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [numerator(a) * denominator(b), numerator(b) * denominator(a)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export const equal = (a: Exact, b: Exact): boolean => compare(a, b) === 0;
export const minimum = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);
export const maximum = (a: Exact, b: Exact): Exact => (compare(a, b) >= 0 ? a : b);
export const sign = (a: Exact): number => (typeof a === "number" ? Math.sign(a) : a.n < 0n ? -1 : 1);
export const absolute = (a: Exact): Exact => (sign(a) < 0 ? negate(a) : a);
export const isWhole = (a: Exact): boolean => typeof a === "number" || a.d === 1n;
export const sum = (values: readonly Exact[]): Exact => values.reduce(add, 0);

/** The greatest whole number that is not above `a`. */
export function floor(a: Exact): Exact {
  if (typeof a === "number") return a;
  const quotient = a.n / a.d;
  return fraction(a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient, 1n);
}

/** The least common multiple of the denominators: every value times it is a whole number. */
export function commonDenominator(values: readonly Exact[]): Exact {
  let result = 1n;
  for (const value of values) {
    if (typeof value === "number") continue;
    const { d } = value;
    result = (result / gcd(result, d)) * d;
  }
  return fraction(result, 1n);
}

/** A text that is the same for equal numbers and different for different ones: `3`, `-7/2`. */
export const toKey = (a: Exact): string =>
  typeof a === "number" ? String(a) : a.d === 1n ? `${a.n}` : `${a.n}/${a.d}`;

/** The same of a / b, without making a fraction of them where doubles do. @throws RangeError when `b` is zero. */
export function quotientKey(a: Exact, b: Exact): string {
  const isSmall = typeof a !== "number" && typeof b === "number" && a.n < safe && a.n > -safe && b > 0;
  const [n, d] = isSmall ? [Number(a.n), Number(a.d) * b] : [0, 0];
  if (d === 0 || !Number.isSafeInteger(d)) return toKey(divide(a, b));
  const common = smallGcd(Math.abs(n), d);
  return d === common ? String(n / common) : `${n / common}/${d / common}`;
}

/** The number that {@link toKey} wrote, or undefined for any other text. */
export function fromKey(text: string): Exact | undefined {
  const match = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
  if (!match || match[2] === "0") return undefined;
  const value = fraction(BigInt(match[1] as string), BigInt(match[2] ?? "1"));
  return toKey(value) === text ? value : undefined;
}
