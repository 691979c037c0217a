import fc from "fast-check";
import { expect, test } from "vitest";
import { shareText, unitsText } from "../../../src/document/number-text.ts";
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

test("a share prints as the exact one, of few people and of many", () => {
  const people = fc.tuple(fc.nat(600), fc.integer({ min: 1, max: 600 })).filter(([part, all]) => part <= all);
  fc.assert(
    fc.property(fc.array(people), (all) => {
      const print = shareText();
      for (const [part, whole] of [...all, ...all])
        expect(print(part, whole)).toBe(formatDecimal(divide(part, whole), [0, 1]));
    }),
  );
});
