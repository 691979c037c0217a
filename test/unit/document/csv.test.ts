import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvCell } from "../../../src/document/csv.ts";
import { defuse, restore } from "../../../src/text/formula.ts";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(..."=+-@\t\r\n\" ',;|ăĐ1＝"), { maxLength: 6 }).map((parts) => parts.join("")),
);

describe("cells", () => {
  test.each([",", ";"] as const)("with %s read back as what was written", (delimiter) => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (cells) => {
        const line = cells.map((cell) => csvCell(cell, "text", delimiter)).join(delimiter);
        const [read] = parse(`x${delimiter}${line}\n`, { delimiter, recordDelimiter: "\n" });
        expect(read?.slice(1).map(restore)).toEqual(cells);
      }),
    );
  });

  test.each([",", ";"] as const)("with %s are quoted as csv-stringify quotes them", (delimiter) => {
    fc.assert(
      fc.property(text, (cell) => {
        const theirs = stringify([[defuse(cell)]], { delimiter, quoted_match: /\r/, eof: false });
        expect(csvCell(cell, "text", delimiter)).toBe(theirs === '""' ? "" : theirs);
      }),
    );
  });

  test("numbers and words of score's own are never touched", () => {
    expect(csvCell("-2", "number", ",")).toBe("-2");
    expect(csvCell("-2", "text", ",")).toBe("'-2");
    expect(csvCell("a b", "word", ",")).toBe("a b");
  });
});

describe("formulas", () => {
  test.each(["=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "'=1", "=cmd|'/C calc'!A0"])(
    "%j is defused",
    (bad) => {
      expect(defuse(bad)).toBe(`'${bad}`);
    },
  );

  test.each(["", "a=1", "'tis", "An - Bình", "1-2", "Ông @"])("%j is left alone", (good) => {
    expect(defuse(good)).toBe(good);
  });

  test("a defused text is restored, and no other text loses an apostrophe", () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(restore(defuse(any))).toBe(any);
        const restored = restore(any);
        if (restored !== any) expect(defuse(restored)).toBe(any);
      }),
    );
  });
});
