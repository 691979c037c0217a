import fc from "fast-check";
import { expect, test } from "vitest";
import { compareNatural, compareText } from "../../../src/text/order.ts";

test("texts are put in the order of their code points", () => {
  const sorted = ["", "0101", "10", "A", "A1", "a", "Đ", "đ", "ạ", "\uFFFD", "👍", "👍a", "𠀀"];
  expect([...sorted].reverse().sort(compareText)).toEqual(sorted);
});

test("any two texts: the first code point that differs decides, then the length", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\uE000", "\uFFFF", "👍", "👎", "𠀀"), maxLength: 5 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [Array.from(a, (c) => c.codePointAt(0) ?? 0), Array.from(b, (c) => c.codePointAt(0) ?? 0)];
      const at = left.findIndex((code, index) => code !== right[index]);
      const expected = at === -1 || at >= right.length ? left.length - right.length : left[at]! - right[at]!;
      expect(Math.sign(compareText(a, b))).toBe(Math.sign(expected));
    }),
  );
});

test("numbers in names count as numbers for those who look them up", () => {
  const sorted = [
    "",
    "2",
    "10",
    "Chi bộ",
    "Chi bộ 01",
    "Chi bộ 1",
    "Chi bộ 2",
    "Chi bộ 2.9",
    "Chi bộ 2.10",
    "Chi bộ 10",
    "Đơn vị 3",
  ];
  expect([...sorted].reverse().sort(compareNatural)).toEqual(sorted);
});

test("the order of names is one for any three of them", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "0", "1", "2", " "), maxLength: 5 });
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(compareNatural(a, b)) + Math.sign(compareNatural(b, a))).toBe(0);
      if (compareNatural(a, b) <= 0 && compareNatural(b, c) <= 0) expect(compareNatural(a, c)).toBeLessThanOrEqual(0);
      expect(compareNatural(a, b) === 0).toBe(a === b);
    }),
  );
});
