import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fraction } from "../../../src/number/exact.ts";
import type { RoundingMode } from "../../../src/number/rounding.ts";
import { round, roundingModes, roundWhole } from "../../../src/number/rounding.ts";
import { absolute, exactOf, order, ratio, ratioOf, same } from "./arbitrary.ts";

/** What the modes make of quarters, written down by hand. */
const byHand: readonly (readonly [quarters: bigint, Record<RoundingMode, number>])[] = [
  [-11n, { half_up: -3, half_even: -3, half_down: -3, up: -3, down: -2, ceiling: -2, floor: -3 }],
  [-10n, { half_up: -3, half_even: -2, half_down: -2, up: -3, down: -2, ceiling: -2, floor: -3 }],
  [-9n, { half_up: -2, half_even: -2, half_down: -2, up: -3, down: -2, ceiling: -2, floor: -3 }],
  [-6n, { half_up: -2, half_even: -2, half_down: -1, up: -2, down: -1, ceiling: -1, floor: -2 }],
  [-2n, { half_up: -1, half_even: 0, half_down: 0, up: -1, down: 0, ceiling: 0, floor: -1 }],
  [-1n, { half_up: 0, half_even: 0, half_down: 0, up: -1, down: 0, ceiling: 0, floor: -1 }],
  [0n, { half_up: 0, half_even: 0, half_down: 0, up: 0, down: 0, ceiling: 0, floor: 0 }],
  [1n, { half_up: 0, half_even: 0, half_down: 0, up: 1, down: 0, ceiling: 1, floor: 0 }],
  [2n, { half_up: 1, half_even: 0, half_down: 0, up: 1, down: 0, ceiling: 1, floor: 0 }],
  [3n, { half_up: 1, half_even: 1, half_down: 1, up: 1, down: 0, ceiling: 1, floor: 0 }],
  [6n, { half_up: 2, half_even: 2, half_down: 1, up: 2, down: 1, ceiling: 2, floor: 1 }],
  [8n, { half_up: 2, half_even: 2, half_down: 2, up: 2, down: 2, ceiling: 2, floor: 2 }],
  [10n, { half_up: 3, half_even: 2, half_down: 2, up: 3, down: 2, ceiling: 3, floor: 2 }],
];

describe.each(roundingModes)("%s", (mode) => {
  test.each(byHand)("of %s quarters", (quarters, expected) => {
    expect(roundWhole(fraction(quarters, 4n), mode)).toBe(expected[mode]);
    const to = fraction(1n, 20n);
    expect(round(fraction(quarters, 80n), { to, mode })).toEqual(fraction(BigInt(expected[mode]), 20n));
  });

  test("gives a whole number less than one away, the nearer one for a half mode", () => {
    fc.assert(
      fc.property(ratio, (value) => {
        const { n, d } = ratioOf(roundWhole(exactOf(value), mode));
        expect(d).toBe(1n);
        // |value - n| as |value.n - n·value.d| / |value.d|
        const [far, unit] = [absolute(value.n - n * value.d), absolute(value.d)];
        expect(far < unit).toBe(true);
        if (mode.startsWith("half")) expect(2n * far <= unit).toBe(true);
      }),
    );
  });

  test("decides a half as its name says", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), (below) => {
        const { n } = ratioOf(roundWhole(fraction(2n * below + 1n, 2n), mode));
        const awayFromZero = below >= 0n ? below + 1n : below;
        const towardZero = below >= 0n ? below : below + 1n;
        const even = below % 2n === 0n ? below : below + 1n;
        const expected = {
          half_up: awayFromZero,
          half_even: even,
          half_down: towardZero,
          up: awayFromZero,
          down: towardZero,
          ceiling: below + 1n,
          floor: below,
        };
        expect(n).toBe(expected[mode]);
      }),
    );
  });

  test("goes to a multiple of the grid, leaves one alone, and never turns an order round", () => {
    const grid = fc.constantFrom(fraction(1n, 100n), fraction(1n, 4n), fraction(5n, 2n), fraction(1n, 3n), 1, 25);
    fc.assert(
      fc.property(ratio, ratio, grid, (a, b, to) => {
        const [low, high] = order(a, b) <= 0 ? [a, b] : [b, a];
        const [x, y] = [round(exactOf(low), { to, mode }), round(exactOf(high), { to, mode })];
        expect(order(ratioOf(x), ratioOf(y))).toBeLessThanOrEqual(0);
        const step = ratioOf(to);
        const rounded = ratioOf(x);
        expect((rounded.n * step.d) % (rounded.d * step.n)).toBe(0n);
        expect(round(x, { to, mode })).toEqual(x);
      }),
    );
  });
});

test("half_up and its mirror: what a negative value gives is minus what the positive one gives", () => {
  fc.assert(
    fc.property(ratio, fc.constantFrom("half_up", "half_even", "half_down", "up", "down"), (value, mode) => {
      const there = ratioOf(roundWhole(exactOf(value), mode));
      const mirrored = ratioOf(roundWhole(exactOf({ n: -value.n, d: value.d }), mode));
      expect(same(there, { n: -mirrored.n, d: 1n })).toBe(true);
    }),
  );
});
