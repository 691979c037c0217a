import type { Exact } from "./exact.ts";
import { add, compare, divide, equal, floor, isWhole, multiply, negate, sign, subtract } from "./exact.ts";

/**
 * The named rounding modes of a rubric. `half_up` is away from zero, `down` toward zero;
 * `ceiling` and `floor` go by the number line.
 */
export const roundingModes = ["half_up", "half_even", "half_down", "up", "down", "ceiling", "floor"] as const;
export type RoundingMode = (typeof roundingModes)[number];

/** `to`: the grid, a positive number such as 0.01; the result is a multiple of it. */
export interface Rounding {
  readonly to: Exact;
  readonly mode: RoundingMode;
}

const half = divide(1, 2);

/** `value` rounded to a multiple of `rounding.to`. */
export function round(value: Exact, rounding: Rounding): Exact {
  const steps = divide(value, rounding.to);
  return isWhole(steps) ? value : multiply(roundWhole(steps, rounding.mode), rounding.to);
}

/** `value` rounded to a whole number. */
export function roundWhole(value: Exact, mode: RoundingMode): Exact {
  if (isWhole(value)) return value;
  if (mode === "floor") return floor(value);
  if (mode === "ceiling") return negate(floor(negate(value)));
  if (sign(value) < 0) return negate(roundWhole(negate(value), mode));
  const below = floor(value);
  return goesUp(value, below, mode) ? add(below, 1) : below;
}

/** For a positive value that is not whole: does it go to the next whole number? */
function goesUp(value: Exact, below: Exact, mode: Exclude<RoundingMode, "floor" | "ceiling">): boolean {
  if (mode === "up") return true;
  if (mode === "down") return false;
  const rest = compare(subtract(value, below), half);
  if (rest !== 0) return rest > 0;
  if (mode === "half_even") return !equal(multiply(floor(divide(below, 2)), 2), below);
  return mode === "half_up";
}
