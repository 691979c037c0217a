import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isLatin } from "../../../src/text/visible.ts";
import { displayWidth, expandTabs } from "../../../src/text/width.ts";

describe("the columns that a terminal uses", () => {
  test.each<[string, string, number]>([
    ["nothing", "", 0],
    ["plain letters", "total", 5],
    ["Vietnamese, composed", "Hoàn thành tốt", 14],
    ["Vietnamese, decomposed", "Hoàn thành tốt".normalize("NFD"), 14],
    ["Đ has no decomposition", "Đảng", 4],
    ["wide characters", "漢字", 4],
    ["hangul", "한", 2],
    ["full-width forms", "Ａ＝", 4],
    ["an astral ideograph", "𠀀", 2],
    ["hangul, decomposed", "한".normalize("NFD"), 2],
    ["emoji", "👍✅", 4],
    ["an emoji of several people", "👨‍👩‍👧", 2],
    ["an emoji with a colour of skin", "👍🏽", 2],
    ["a flag", "🇻🇳", 2],
    ["a sign shown as a picture", "❤️", 2],
    ["zero-width characters", "a\u200Bb\u00AD", 2],
    ["an enclosing mark", "a\u20DD", 1],
  ])("%s", (_, text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test("a letter is as wide alone as beside one for which all are looked at one by one", () => {
    for (let code = 0x20; code < 0x3000; code++) {
      const letter = String.fromCharCode(code);
      // Others may join the letter before them.
      if (!/[\p{Lu}\p{Ll}\p{N}\p{P}\p{S}]/u.test(letter)) continue;
      expect([letter, displayWidth(`漢${letter}`)]).toEqual([letter, displayWidth(letter) + 2]);
    }
  });

  test("each letter of a text that is taken as it is takes one column", () => {
    for (let code = 0; code < 0x3000; code++) {
      const letter = String.fromCharCode(code);
      if (isLatin(letter)) expect([letter, displayWidth(`漢${letter}`)]).toEqual([letter, 3]);
    }
  });

  test("a tab goes to the next stop of 4, from where the text begins", () => {
    expect(displayWidth("\t")).toBe(4);
    expect(displayWidth("abc\t")).toBe(4);
    expect(displayWidth("abcd\t")).toBe(8);
    expect(displayWidth("\t", 3)).toBe(1);
    expect(displayWidth("漢\t")).toBe(4);
  });
});

const text = fc.array(fc.constantFrom("a", "\t", "漢", "e\u0301", "👍", " "), { maxLength: 10 }).map((p) => p.join(""));

test("a text is as wide as its two halves, the second counted from where the first ends", () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(displayWidth(a + b)).toBe(displayWidth(a) + displayWidth(b, displayWidth(a)));
    }),
  );
});

test("tabs written as spaces take the same columns, and only tabs change", () => {
  fc.assert(
    fc.property(text, (line) => {
      const expanded = expandTabs(line);
      expect(expanded).not.toContain("\t");
      expect(displayWidth(expanded)).toBe(displayWidth(line));
      expect(expanded.replace(/ /g, "")).toBe(line.replace(/[ \t]/g, ""));
    }),
  );
});

test("a long line of tabs is no trap", () => {
  expect(expandTabs("\t".repeat(200_000))).toHaveLength(800_000);
});
