import fc from "fast-check";
import type { Exact } from "../../../src/number/exact.ts";
import { fraction } from "../../../src/number/exact.ts";

/** A number as two big integers: what the tests compute with, by the school formulas. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

/** Small ones, whole ones at the edge of what a double holds, and very large ones. */
const integer = fc.oneof(
  fc.bigInt(-20n, 20n),
  fc.bigInt(-3n, 3n).map((by) => BigInt(Number.MAX_SAFE_INTEGER) + by),
  fc.bigInt(-3n, 3n).map((by) => BigInt(Number.MIN_SAFE_INTEGER) + by),
  fc.bigInt(-(10n ** 30n), 10n ** 30n),
);
const divisor = fc.oneof(
  fc.constantFrom(1n, 2n, 3n, 5n, 7n, 8n, 10n, 100n, 360n),
  integer.filter((d) => d !== 0n),
);

export const ratio: fc.Arbitrary<Ratio> = fc.oneof(
  fc.record({ n: integer, d: fc.constant(1n) }),
  fc.record({ n: integer, d: divisor }),
);

export const exactOf = ({ n, d }: Ratio): Exact => fraction(n, d);

export function absolute(n: bigint): bigint {
  return n < 0n ? -n : n;
}

function divides(d: bigint, n: bigint): boolean {
  return n % d === 0n;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? absolute(a) : commonDivisor(b, a % b);
}

/** The value of an exact number as a ratio, once its form is found to be the only one it may have. */
export function ratioOf(x: Exact): Ratio {
  if (typeof x === "number") {
    if (!Number.isSafeInteger(x) || Object.is(x, -0)) throw new Error(`${x} is no whole number that a double holds`);
    return { n: BigInt(x), d: 1n };
  }
  if (x.d <= 0n || commonDivisor(x.n, x.d) !== 1n) throw new Error(`${x.n}/${x.d} is not reduced`);
  if (divides(x.d, x.n) && absolute(x.n) <= BigInt(Number.MAX_SAFE_INTEGER)) throw new Error(`${x.n} is a number`);
  return x;
}

/** -1, 0 or 1. */
export function order(a: Ratio, b: Ratio): number {
  const difference = (a.n * b.d - b.n * a.d) * (a.d * b.d < 0n ? -1n : 1n);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const same = (a: Ratio, b: Ratio): boolean => a.n * b.d === b.n * a.d;
