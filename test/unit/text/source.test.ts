import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineText, placeOf, source } from "../../../src/text/source.ts";

const at = (text: string, start: number, end = start): number[] => {
  const { line, column, endLine, endColumn } = placeOf(source("r.yaml", text), { start, end });
  return [line, column, endLine, endColumn];
};

describe("a place", () => {
  test.each<[string, string, number, number[]]>([
    ["the first character", "ab", 0, [1, 1]],
    ["the end of the text", "ab", 2, [1, 3]],
    ["behind \\n", "a\nb", 2, [2, 1]],
    ["behind \\r\\n", "a\r\nb", 3, [2, 1]],
    ["behind \\r alone", "a\rb", 2, [2, 1]],
    ["behind mixed line ends", "a\r\n\n\rb", 5, [4, 1]],
    ["the line end itself", "ab\r\ncd", 2, [1, 3]],
    ["behind an astral character", "𝒳y", 2, [1, 2]],
    ["behind two emoji", "👍👍x", 4, [1, 3]],
    ["behind a decomposed letter", "e\u0301x", 2, [1, 3]],
    ["behind letters with accents", "Đạt x", 4, [1, 5]],
    ["an empty last line", "a\n", 2, [2, 1]],
  ])("%s", (_, text, offset, [line, column]) => {
    expect(at(text, offset)).toEqual([line, column, line, column]);
  });

  test("a stretch over lines ends just behind its last character", () => {
    expect(at("a: 1\r\nb: 22\r\n", 3, 11)).toEqual([1, 4, 2, 6]);
  });

  test("a stretch that ends before it begins is empty", () => {
    expect(at("abc", 2, 0)).toEqual([1, 3, 1, 3]);
  });

  test("a byte order mark takes no column and is no part of the text", () => {
    const marked = source("r.yaml", "\uFEFFid: x");
    expect(marked.text).toBe("id: x");
    expect(placeOf(marked, { start: 0, end: 2 })).toEqual({
      file: "r.yaml",
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 3,
    });
  });

  test("is what counting line ends and characters from the beginning gives", () => {
    const piece = fc.constantFrom("\r", "\n", "\r\n", "a", "é", "👍", "e\u0301", " ");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(12), (pieces, index) => {
        const text = pieces.join("");
        const before = pieces.slice(0, index).join("");
        // A cut between \r and \n of two pieces is inside a line end.
        fc.pre(!(before.endsWith("\r") && text[before.length] === "\n"));
        const lines = before.split(/\r\n|\n|\r/);
        expect(at(text, before.length).slice(0, 2)).toEqual([lines.length, [...(lines.at(-1) as string)].length + 1]);
      }),
    );
  });
});

describe("the text of a line", () => {
  test("comes without its line end", () => {
    const from = source("r.yaml", "a\r\n\n b \rc");
    expect([1, 2, 3, 4].map((line) => lineText(from, line))).toEqual(["a", "", " b ", "c"]);
  });

  test("is empty where there is no line", () => {
    expect(lineText(source("r.yaml", "a"), 2)).toBe("");
    expect(lineText(source("r.yaml", ""), 1)).toBe("");
    expect(lineText(source("r.yaml", "a"), 0)).toBe("");
  });

  test("all of them, joined, are the text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "\n", "b", "👍"), { maxLength: 10 }), (pieces) => {
        const from = source("r.yaml", pieces.join(""));
        expect(from.lineStarts.map((_, index) => lineText(from, index + 1)).join("\n")).toBe(from.text);
      }),
    );
  });
});
