import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Exact } from "../../../src/number/exact.ts";
import {
  absolute as absoluteOf,
  add,
  commonDenominator,
  compare,
  divide,
  equal,
  floor,
  fraction,
  fromKey,
  isWhole,
  maximum,
  minimum,
  multiply,
  negate,
  quotientKey,
  sign,
  subtract,
  sum,
  toKey,
} from "../../../src/number/exact.ts";
import { absolute, exactOf, order, ratio, ratioOf, same } from "./arbitrary.ts";

describe("arithmetic is that of fractions, at and beyond the edge of doubles", () => {
  test("add, subtract, multiply, divide", () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const [x, y] = [exactOf(a), exactOf(b)];
        expect(same(ratioOf(add(x, y)), { n: a.n * b.d + b.n * a.d, d: a.d * b.d })).toBe(true);
        expect(same(ratioOf(subtract(x, y)), { n: a.n * b.d - b.n * a.d, d: a.d * b.d })).toBe(true);
        expect(same(ratioOf(multiply(x, y)), { n: a.n * b.n, d: a.d * b.d })).toBe(true);
        if (b.n !== 0n) expect(same(ratioOf(divide(x, y)), { n: a.n * b.d, d: a.d * b.n })).toBe(true);
      }),
    );
  });

  test("order, sign, absolute, minimum, maximum", () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        const [x, y, expected] = [exactOf(a), exactOf(b), order(a, b)];
        expect(Math.sign(compare(x, y))).toBe(expected);
        expect(equal(x, y)).toBe(expected === 0);
        expect(equal(minimum(x, y), expected < 0 ? x : y)).toBe(true);
        expect(equal(maximum(x, y), expected < 0 ? y : x)).toBe(true);
        expect(sign(x) + 0).toBe(order(a, { n: 0n, d: 1n }));
        expect(same(ratioOf(absoluteOf(x)), { n: absolute(a.n), d: absolute(a.d) })).toBe(true);
        expect(same(ratioOf(negate(x)), { n: -a.n, d: a.d })).toBe(true);
      }),
    );
  });

  test("floor and whole numbers", () => {
    fc.assert(
      fc.property(ratio, (a) => {
        const below = ratioOf(floor(exactOf(a)));
        expect(below.d).toBe(1n);
        expect(order(below, a)).toBeLessThanOrEqual(0);
        expect(order({ n: below.n + 1n, d: 1n }, a)).toBe(1);
        expect(isWhole(exactOf(a))).toBe(a.n % a.d === 0n);
      }),
    );
  });

  test("a common denominator makes every value whole, and no smaller one does", () => {
    const small = fc.record({ n: fc.bigInt(-50n, 50n), d: fc.bigInt(1n, 30n) });
    fc.assert(
      fc.property(fc.array(small, { maxLength: 4 }), (list) => {
        const values = list.map(exactOf);
        const common = ratioOf(commonDenominator(values)).n;
        const works = (by: bigint): boolean => list.every(({ n, d }) => (n * by) % d === 0n);
        expect(works(common)).toBe(true);
        for (let by = 1n; by < common && by < 1000n; by++) expect(works(by)).toBe(false);
      }),
    );
  });

  test("a sum does not depend on the order of its terms", () => {
    fc.assert(
      fc.property(fc.array(ratio, { maxLength: 6 }), (list) => {
        const forwards = sum(list.map(exactOf));
        expect(sum(list.map(exactOf).reverse())).toEqual(forwards);
        ratioOf(forwards);
      }),
    );
  });
});

test("nothing is divided by zero", () => {
  for (const zero of [0, fraction(0n, 7n)] as Exact[]) {
    expect(() => divide(1, zero)).toThrow(RangeError);
    expect(() => divide(fraction(1n, 3n), zero)).toThrow(RangeError);
  }
  expect(() => fraction(0n, 0n)).toThrow(RangeError);
});

test("17 scores that a double adds to 52.99… are exactly 53", () => {
  const tenths = [31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 31, 34];
  expect(sum(tenths.map((tenth) => fraction(BigInt(tenth), 10n)))).toBe(53);
});

test("26.7 + 23.9 + 23.1 + 16.3 is exactly 90", () => {
  expect(sum([267n, 239n, 231n, 163n].map((tenths) => fraction(tenths, 10n)))).toBe(90);
});

describe("keys", () => {
  test("are the same for equal numbers, different for different ones, and read back", () => {
    fc.assert(
      fc.property(ratio, ratio, (a, b) => {
        expect(toKey(exactOf(a)) === toKey(exactOf(b))).toBe(same(a, b));
        expect(fromKey(toKey(exactOf(a)))).toEqual(exactOf(a));
      }),
    );
  });

  test("of a quotient are those of the fraction that it makes", () => {
    const large = fc.constantFrom(9007199254740991n, 9007199254740993n, 10n ** 20n);
    const whole = fc.oneof(fc.bigInt({ min: -100_000n, max: 100_000n }), large);
    fc.assert(
      fc.property(whole, whole, whole, whole, (n, d, top, bottom) => {
        fc.pre(d !== 0n && top !== 0n && bottom !== 0n);
        const [a, b] = [fraction(n, d), fraction(top, bottom)];
        for (const by of [b, 1, 100, 7200, -3]) expect(quotientKey(a, by)).toBe(toKey(divide(a, by)));
      }),
    );
  });

  test.each(["", "x", "1.5", "1/0", "2/4", "3/1", "007", "-0", "+1", "1/-2", " 1", "1\n"])("%j is not one", (text) => {
    expect(fromKey(text)).toBeUndefined();
  });
});
