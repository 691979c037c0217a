import fc from "fast-check";
import { expect, test } from "vitest";
import { totalText, unitsText } from "../../../src/document/number-text.ts";
import { formatDecimal } from "../../../src/number/decimal.ts";
import { divide, fraction } from "../../../src/number/exact.ts";
import { plan, stage } from "../../support/report.ts";

const units = fc
  .tuple(fc.oneof(fc.bigInt({ min: -20n, max: 20n }), fc.bigInt()), fc.bigInt({ min: 1n, max: 1n << 22n }))
  .map(([n, d]) => fraction(n, d));
const scale = fc.constantFrom(1, 2, 10, 100, 1000, 12);

test("a number of units prints as the exact number of points, however often and in whatever company", () => {
  fc.assert(
    fc.property(fc.array(units), scale, (all, per) => {
      const print = unitsText(per);
      for (const each of [...all, ...all]) expect(print(each)).toBe(formatDecimal(divide(each, per)));
    }),
  );
});

test("a total never seems to reach a band, the max or 0 that it does not reach", () => {
  const print = totalText(plan(), stage());
  expect(print(fraction(20_999_999_999_999n, 3_000_000_000n))).not.toBe("70");
  expect(print(fraction(29_999_999_999_999n, 3_000_000_000n))).not.toBe("100");
  expect(print(fraction(1n, 3_000_000_000n))).not.toBe("0");
  expect(print(7000)).toBe("70");
});
