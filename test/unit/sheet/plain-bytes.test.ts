// What the bulk reader takes by its bytes is what the readers of single cells make of it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellText } from "../../../src/sheet/1-records/cell-text.ts";
import { damageIn } from "../../../src/sheet/3-cells/damage.ts";
import { isPlainText } from "../../../src/text/plain-bytes.ts";

const isPlain = (text: string): boolean => {
  const bytes = Buffer.from(text);
  return isPlainText(bytes, 0, bytes.length);
};

test("of a plain text nothing is changed, and nothing is damaged", () => {
  const pieces = fc.constantFrom(
    ..."aZ09ếƯđ \u0301\u00a0\u200b='-+@#E/.,:\ufffd".split(""),
    "Err:5",
    "1E+5",
    "30/12/1899",
    "#N/A",
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 8 }).map((all) => all.join("")),
    fc.string({ unit: "binary" }),
  );
  fc.assert(
    fc.property(text, (each) => {
      if (!isPlain(each)) return;
      expect(cellText(each)).toBe(each);
      expect(damageIn(each, true)).toBeUndefined();
    }),
    { numRuns: 2000 },
  );
});

test.each(["Nguyễn Thị Én", "NV0001", "007", "Trần Văn A", "Đỗ Ưu Ơ", "K-12 (a)"])("%s is plain", (text) => {
  expect(isPlain(text)).toBe(true);
});

test.each([
  "",
  " a",
  "a ",
  "a  b",
  "=1",
  "'a",
  "-1",
  "#REF!",
  "Err:502",
  "30/12/1899",
  "3.62E+10",
  "e\u0301",
  "a\u00a0b",
])("%j is for others", (text) => {
  expect(isPlain(text)).toBe(false);
});
