import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDecimal, parseDecimal, placesNeeded, toDouble } from "../../../src/number/decimal.ts";
import type { Exact } from "../../../src/number/exact.ts";
import { add, compare, divide, fraction, negate, subtract } from "../../../src/number/exact.ts";
import { absolute, exactOf, order, ratio, ratioOf, same } from "./arbitrary.ts";

const third = fraction(1n, 3n);
const tiny = fraction(1n, 3n * 10n ** 9n);

describe("reading", () => {
  test.each<[string, bigint, bigint]>([
    ["0.1", 1n, 10n],
    ["-12.50", -25n, 2n],
    ["+3", 3n, 1n],
    ["007.5", 15n, 2n],
    [".5", 1n, 2n],
    ["5.", 5n, 1n],
    ["1e3", 1000n, 1n],
    ["-1.25E-2", -1n, 80n],
    ["-0", 0n, 1n],
    ["9007199254740993", 9007199254740993n, 1n],
  ])("%s", (text, n, d) => {
    expect(parseDecimal(text)).toEqual(fraction(n, d));
  });

  test.each([
    "",
    ".",
    "-",
    "+.",
    "e5",
    "1e",
    "1e1000",
    "1,5",
    "1 000",
    " 1",
    "1\n",
    "0x10",
    "1_0",
    "∞",
    "NaN",
    "१",
    "--1",
  ])("%j is no number", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test("a number of a million digits is refused at once", () => {
    expect(parseDecimal("9".repeat(1_000_000))).toBeUndefined();
    expect(parseDecimal("9".repeat(400))).toEqual({ n: 10n ** 400n - 1n, d: 1n });
  });

  test("digits, point and exponent mean what they mean", () => {
    const digits = fc.stringMatching(/^[0-9]{1,25}$/);
    fc.assert(
      fc.property(fc.boolean(), digits, digits, fc.integer({ min: -30, max: 30 }), (minus, whole, part, power) => {
        const value = parseDecimal(`${minus ? "-" : ""}${whole}.${part}e${power}`) as Exact;
        const n = BigInt(whole + part) * (minus ? -1n : 1n) * 10n ** BigInt(power + 30);
        expect(same(ratioOf(value), { n, d: 10n ** BigInt(part.length + 30) })).toBe(true);
      }),
    );
  });
});

describe("printing", () => {
  test.each<[Exact, string]>([
    [0, "0"],
    [-7, "-7"],
    [fraction(1n, 2n), "0.5"],
    [fraction(-1n, 8n), "-0.125"],
    [fraction(8999n, 100n), "89.99"],
    [fraction(1n, 10n ** 12n), "0.000000000001"],
    [{ n: 10n ** 20n, d: 1n }, "100000000000000000000"],
    [fraction(10n ** 20n + 1n, 10n), "10000000000000000000.1"],
    [third, "0.333333"],
    [fraction(2n, 3n), "0.666667"],
    [fraction(-2n, 3n), "-0.666667"],
    [add(1, tiny), "1"],
    [negate(tiny), "0"],
  ])("%o is %s", (value, text) => {
    expect(formatDecimal(value)).toBe(text);
  });

  test("what it prints is read back: exactly if it is finite, else to half a millionth", () => {
    fc.assert(
      fc.property(ratio, (value) => {
        const text = formatDecimal(exactOf(value));
        expect(text).toMatch(/^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/);
        const back = ratioOf(parseDecimal(text) as Exact);
        if (placesNeeded(exactOf(value)) !== undefined) expect(same(back, value)).toBe(true);
        else {
          const off = absolute(back.n * value.d - value.n * back.d) * 2_000_000n;
          expect(off <= absolute(back.d * value.d)).toBe(true);
        }
      }),
    );
  });
});

test("fractions of small numbers are written as those of large ones", () => {
  const bound = fc.integer({ min: -200, max: 20_000 });
  const numbers = fc.tuple(fc.integer(), fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1 })));
  // A bound that is a fraction, and far away, is left to the general way.
  const far = fraction(10n ** 40n, 7n);
  fc.assert(
    fc.property(numbers, fc.array(bound), ([n, d], bounds) => {
      const value = fraction(BigInt(n), BigInt(d));
      expect(formatDecimal(value, bounds)).toBe(formatDecimal(value, [...bounds, far]));
    }),
  );
  for (const nearby of [fraction(299_999_999n, 100_000_003n), fraction(-1n, 30_000_000n), fraction(1n, 30_000_000n)]) {
    expect(formatDecimal(nearby, [0, 3])).toBe(formatDecimal(nearby, [0, 3, far]));
  }
});

describe("a printed number stands on its own side of every bound", () => {
  test.each<[Exact, readonly Exact[], string]>([
    [subtract(90, tiny), [], "90"],
    [subtract(90, tiny), [90], "89.9999999997"],
    [add(90, tiny), [90], "90.0000000003"],
    [subtract(90, tiny), [70, 50, 90], "89.9999999997"],
    [subtract(90, third), [90], "89.666667"],
    [negate(tiny), [0], "-0.0000000003"],
    [third, [third], "0.333333"],
    [fraction(2n, 3n), [fraction(2n, 3n), 1], "0.666667"],
    [fraction(899999999n, 10_000_000n), [90], "89.9999999"],
  ])("%o beside %o is %s", (value, bounds, text) => {
    expect(formatDecimal(value, bounds)).toBe(text);
  });

  test("any number beside any bounds", () => {
    const near = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.bigInt(1n, 10n ** 15n), fc.boolean());
    fc.assert(
      fc.property(near, fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 4 }), ([whole, d, below], bounds) => {
        const value = below ? subtract(whole, fraction(1n, 3n * d)) : add(whole, fraction(1n, 3n * d));
        const shown = parseDecimal(formatDecimal(value, bounds)) as Exact;
        for (const bound of bounds) expect(Math.sign(compare(shown, bound))).toBe(Math.sign(compare(value, bound)));
      }),
    );
  });
});

test("places needed are the fewest that hold the number", () => {
  fc.assert(
    fc.property(ratio, (value) => {
      const places = placesNeeded(exactOf(value));
      const fits = (p: number): boolean => (value.n * 10n ** BigInt(p)) % value.d === 0n;
      if (places !== undefined) {
        expect(fits(places)).toBe(true);
        if (places > 0) expect(fits(places - 1)).toBe(false);
      } else expect(fits(200)).toBe(false);
    }),
  );
});

test("the nearest double is good enough to draw with", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 10_000 }), (n, d) => {
      expect(toDouble(divide(n, d))).toBeCloseTo(n / d, 12);
    }),
  );
  expect(toDouble({ n: 10n ** 30n, d: 1n })).toBe(1e30);
  expect(order(ratioOf(0), ratioOf(toDouble(0)))).toBe(0);
});
