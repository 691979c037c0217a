import fc from "fast-check";
import { expect, test } from "vitest";
import { compareText } from "../../../src/text/order.ts";

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
