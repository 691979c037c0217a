import fc from "fast-check";
import { expect, test } from "vitest";
import { unitsText } from "../../../src/document/number-text.ts";
import { formatDecimal } from "../../../src/number/decimal.ts";
import { divide, fraction } from "../../../src/number/exact.ts";

const units = fc
  .tuple(fc.oneof(fc.bigInt({ min: -20n, max: 20n }), fc.bigInt()), fc.bigInt({ min: 1n, max: 1n << 22n }))
  .map(([n, d]) => fraction(n, d));
const scale = fc.constantFrom(1, 2, 8, 10, 100, 1000, 12, 2 ** 40);

test("a number of units prints as the exact number of points, however often and in whatever company", () => {
  fc.assert(
    fc.property(fc.array(units), scale, (all, per) => {
      const print = unitsText(per);
      for (const each of [...all, ...all]) expect(print(each)).toBe(formatDecimal(divide(each, per)));
    }),
  );
});
