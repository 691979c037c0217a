import { expect, test } from "vitest";
import { visible } from "../../../src/text/visible.ts";

/** Every code point of the categories that no terminal may get, but for the tab. */
const hidden = Array.from({ length: 0x110000 }, (_, code) => code).filter(
  (code) => code !== 9 && /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u.test(String.fromCodePoint(code)),
);

test("no control, format or private character reaches a terminal, nor half of one", () => {
  expect(hidden.length).toBeGreaterThan(6000);
  const shown = hidden.map((code) => visible(String.fromCodePoint(code)));
  expect(shown.filter((text) => !/^[\u2400-\u2421\uFFFD]$/.test(text))).toEqual([]);
});

test("one character stays one character", () => {
  expect(visible("a\u061Cb\u{E0041}c\uD800d")).toBe("a\uFFFDb\uFFFDc\uFFFDd");
  expect(visible("\t\u0000\u001B[2J\u007F\u0085")).toBe("\t\u2400\u241B[2J\u2421\uFFFD");
});

test("a joiner within a word or an emoji stays, and nowhere else", () => {
  for (const word of ["می\u200Cخواهم", "क्\u200Dष", "👩\u200D👩\u200D👧"]) expect(visible(word)).toBe(word);
  for (const text of ["\u200Ca", "a\u200D", "a \u200Db", "a\u200D\u200Db", "1\u200D2"])
    expect(visible(text)).toContain("\uFFFD");
});

test("letters with their accents in one character or two stay", () => {
  for (const form of ["NFC", "NFD"]) {
    const text = "Nguyễn Thị Ổn – 10 %".normalize(form);
    expect(visible(text)).toBe(text);
  }
});
