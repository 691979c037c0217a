import fc from "fast-check";
import { expect, test } from "vitest";
import { codeFrame } from "../../../src/diagnostics/code-frame.ts";
import { plain } from "../../../src/text/painter.ts";
import { placeOf, source } from "../../../src/text/source.ts";
import { displayWidth } from "../../../src/text/width.ts";

/** The frame of the text between ‹ and ›. */
function frameOf(marked: string): string[] {
  const start = marked.indexOf("‹");
  const end = marked.indexOf("›") - 1;
  const from = source("a.yaml", marked.replace("‹", "").replace("›", ""));
  return codeFrame(from, placeOf(from, { start, end }), plain);
}

test("one line with its number and carets", () => {
  expect(frameOf("schema: 1\nareas:\n  - { id: A, ‹max: 90› }\n")).toEqual([
    "3 |   - { id: A, max: 90 }", //
    "  |              ^^^^^^^",
  ]);
});

test("carets stand by display width: accents, decomposed accents, wide characters, tabs", () => {
  expect(frameOf("tên: ‹Đảng viên›")).toEqual(["1 | tên: Đảng viên", "  |      ^^^^^^^^^"]);
  expect(frameOf(`${"tên: Đảng".normalize("NFD")} ‹viên›`).at(1)).toBe("  |           ^^^^");
  expect(frameOf("漢字: ‹漢›")).toEqual(["1 | 漢字: 漢", "  |       ^^"]);
  expect(frameOf("a\t‹b\tc›")).toEqual(["1 | a   b   c", "  |     ^^^^^"]);
});

test("an empty place still gets a caret", () => {
  expect(frameOf("bands:‹›")).toEqual(["1 | bands:", "  |       ^"]);
  expect(frameOf("‹›")).toEqual(["1 |", "  | ^"]);
});

test("a range of several lines is marked on each, a long one is cut in the middle", () => {
  expect(frameOf("a:\n  ‹b: 1\n  c: 2›\n")).toEqual(["2 |   b: 1", "  |   ^^^^", "3 |   c: 2", "  |   ^^^^"]);
  const long = frameOf(`‹${Array.from({ length: 12 }, (_, i) => `k${i + 1}: 1`).join("\n")}›`);
  expect(long.filter((line) => /^ *\d/.test(line))).toEqual([" 1 | k1: 1", " 2 | k2: 1", " 3 | k3: 1", "12 | k12: 1"]);
  expect(long).toContain("   ⋮");
});

test("of a very long line only the neighbourhood is shown", () => {
  const [text, carets] = frameOf(`${"x".repeat(3_000_000)}‹bad›${"y".repeat(3_000_000)}`) as [string, string];
  expect(displayWidth(text)).toBeLessThan(130);
  expect(text.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("bad");
});

test("control characters are shown and not sent to the terminal", () => {
  expect(frameOf("a: \u001b[31m‹b\u202e›")).toEqual(["1 | a: ␛[31mb�", "  |         ^^"]);
});

test("carets stand below the marked characters, whatever the text", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "ệ", "e\u0323\u0302", "漢", "👍", " ", "\t"), maxLength: 30 });
  fc.assert(
    fc.property(letters, letters, letters, (before, marked, after) => {
      const [text = "", carets = ""] = frameOf(`${before}‹x${marked}x›${after}`);
      expect(displayWidth(carets.slice(0, carets.indexOf("^")))).toBe(displayWidth(expandedBefore(text, before)));
    }),
  );
});

/** The printed text up to the mark: the gutter and what stands before it. */
const expandedBefore = (text: string, before: string): string => {
  const width = displayWidth(before);
  let [head, seen] = ["", -4];
  for (const character of text) {
    if (seen >= width && displayWidth(character) > 0) break;
    head += character;
    seen += displayWidth(character);
  }
  return head;
};
