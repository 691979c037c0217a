import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defuse, restore } from "../../../src/text/formula.ts";

describe("a cell that a spreadsheet would run", () => {
  test.each(["=1+1", "+84", "-2", "@SUM(A1)", " =1", "'=1", "＝1", "＋1", "\t=1", "\rx", "  \tx", "'\tx"])(
    "%j",
    (text) => {
      expect(defuse(text)).toBe(`'${text}`);
    },
  );

  test.each(["", "Nguyễn Văn A", "0101", "a=b", "'", "'quoted'", "1-2", "(*)"])("is not %j", (text) => {
    expect(defuse(text)).toBe(text);
  });
});

test("what was defused comes back, whatever it was", () => {
  const text = fc
    .array(fc.constantFrom("'", "=", "-", "a", " ", "\t", "\n", "＝"), { maxLength: 5 })
    .map((p) => p.join(""));
  fc.assert(
    fc.property(text, (cell) => {
      expect(restore(defuse(cell))).toBe(cell);
    }),
  );
});
