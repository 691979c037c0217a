import type { Exact } from "../number/exact.ts";
import { add, compare, divide, maximum, minimum, multiply, negate, sign } from "../number/exact.ts";
import type { Arithmetic } from "./tree.ts";

/** Bounds that a number is known to keep to; both belong to it, and an absent one is unknown. */
export interface Interval {
  readonly min?: Exact | undefined;
  readonly max?: Exact | undefined;
}

/** An {@link Interval} without keys for absent bounds. */
export interface Bounds {
  readonly min?: Exact;
  readonly max?: Exact;
}

const unbounded: Bounds = {};
export const single = (value: Exact): Bounds => ({ min: value, max: value });
export const bounds = ({ min, max }: Interval): Bounds => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});

export const isZero = (a: Interval): boolean => a.min === 0 && a.max === 0;
export const excludesZero = (a: Interval): boolean => isPositive(a) || (a.max !== undefined && sign(a.max) < 0);
export const isPositive = (a: Interval): boolean => a.min !== undefined && sign(a.min) > 0;
export const isNotNegative = (a: Interval): boolean => a.min !== undefined && sign(a.min) >= 0;

/** Is every number of `a` in `b`? */
export const isWithin = (a: Interval, b: Interval): boolean =>
  (b.min === undefined || (a.min !== undefined && compare(a.min, b.min) >= 0)) &&
  (b.max === undefined || (a.max !== undefined && compare(a.max, b.max) <= 0));

const both = (f: (a: Exact, b: Exact) => Exact, a: Exact | undefined, b: Exact | undefined): Exact | undefined =>
  a === undefined || b === undefined ? undefined : f(a, b);
const either = (f: (a: Exact, b: Exact) => Exact, a: Exact | undefined, b: Exact | undefined): Exact | undefined =>
  a === undefined ? b : b === undefined ? a : f(a, b);

/** Numbers that are in `a` and in `b`. */
export const meet = (a: Interval, b: Interval): Bounds =>
  bounds({ min: either(maximum, a.min, b.min), max: either(minimum, a.max, b.max) });
/** Numbers that are in `a` or in `b`. */
export const join = (a: Interval, b: Interval): Bounds =>
  bounds({ min: both(minimum, a.min, b.min), max: both(maximum, a.max, b.max) });

/** The smaller of a number of `a` and one of `b`. */
export const smaller = (a: Interval, b: Interval): Bounds =>
  bounds({ min: both(minimum, a.min, b.min), max: either(minimum, a.max, b.max) });
export const larger = (a: Interval, b: Interval): Bounds =>
  bounds({ min: either(maximum, a.min, b.min), max: both(maximum, a.max, b.max) });
export const opposite = (a: Interval): Bounds =>
  bounds({
    min: a.max === undefined ? undefined : negate(a.max),
    max: a.min === undefined ? undefined : negate(a.min),
  });
/** What a rising function makes of it. */
export const rising = (a: Interval, f: (x: Exact) => Exact): Bounds =>
  bounds({ min: a.min === undefined ? undefined : f(a.min), max: a.max === undefined ? undefined : f(a.max) });

/** The bounds of `a operator b`. A quotient by what may be 0 has none. */
export function combine(operator: Arithmetic, a: Interval, b: Interval): Bounds {
  switch (operator) {
    case "+":
      return bounds({ min: both(add, a.min, b.min), max: both(add, a.max, b.max) });
    case "-":
      return combine("+", a, opposite(b));
    case "*":
      return corners(multiply, a, b) ?? signed(a, b);
    case "/":
      return (excludesZero(b) ? corners(divide, a, b) : undefined) ?? signed(a, b);
  }
}

/** The extremes of a function that is monotone in each argument, where all four bounds are known. */
function corners(f: (a: Exact, b: Exact) => Exact, a: Interval, b: Interval): Bounds | undefined {
  if (a.min === undefined || a.max === undefined || b.min === undefined || b.max === undefined) return undefined;
  if (a.min === a.max && b.min === b.max) return single(f(a.min, b.min));
  const values = [f(a.min, b.min), f(a.min, b.max), f(a.max, b.min), f(a.max, b.max)];
  return { min: values.reduce(minimum), max: values.reduce(maximum) };
}

/** Products and quotients of numbers that are not negative are not negative. */
const signed = (a: Interval, b: Interval): Bounds => (isNotNegative(a) && isNotNegative(b) ? { min: 0 } : unbounded);
