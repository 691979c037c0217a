import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defuse, keepText, restore } from "../../../src/text/formula.ts";

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

describe("a text that a spreadsheet would take for something else", () => {
  test.each([
    "0510",
    "007",
    "1E5",
    "12/03",
    "1-2",
    "00012345678901234567",
    "1234567890123456",
    "50%",
    "10:30",
    "SEPT1",
    "$5",
    "1.000 ₫",
    "true",
    "3 mar",
    "3.5",
    "-2",
  ])("is kept: %s", (text) => expect(keepText(text)).toBe(`="${text}"`));

  test.each(["510", "0", "123456789012345", "A01", "Chi bộ 1", "", "march", "may be 1 x"])("is not %j", (text) =>
    expect(keepText(text)).toBe(text),
  );
});
