import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean, fold } from "../../../src/text/fold.ts";

describe("clean text", () => {
  test.each<[string, string, string]>([
    ["plain text stays", "Dao Thi Lan", "Dao Thi Lan"],
    ["nothing stays nothing", "", ""],
    ["spaces alone are nothing", " \u00A0\t ", ""],
    ["outer spaces go", "  tot ", "tot"],
    ["inner spaces are one", "Chi  bộ \t 1", "Chi bộ 1"],
    ["a no-break space is a space", "Chi\u00A0bộ", "Chi bộ"],
    ["a line break in a cell is a space", "Mã\r\nđảng viên", "Mã đảng viên"],
    ["zero-width characters go", "0\u200B1\uFEFF0\u2060", "010"],
    ["marks of direction go", "\u200E0101\u202C", "0101"],
    ["a soft hyphen goes", "tốt\u00AD", "tốt"],
    ["letters are composed", "Nguye\u0302\u0303n", "Nguyễn"],
    ["a letter is composed with an accent behind a zero-width character", "e\u200B\u0301", "é"],
    ["case, zeros and accents are kept", "Tống 007", "Tống 007"],
  ])("%s", (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  const messy = fc
    .array(
      fc.constantFrom("a", "B", "e", "o\u0302", "\u0301", "\u200B", " ", "\u00A0", "\uFEFF", "đ", "👍", "\n", "="),
      {
        maxLength: 10,
      },
    )
    .map((pieces) => pieces.join(""));

  test("cleaning twice changes nothing more", () => {
    fc.assert(
      fc.property(messy, (text) => {
        expect(clean(clean(text))).toBe(clean(text));
        expect(clean(text)).toBe(clean(text).normalize("NFC"));
      }),
    );
  });

  test("a text and its decomposed form are one", () => {
    fc.assert(
      fc.property(messy, (text) => {
        expect(clean(text.normalize("NFD"))).toBe(clean(text));
      }),
    );
  });

  test("a cell of twenty megabytes is no trap", () => {
    const long = "a".repeat(20_000_000);
    expect(clean(long) === long).toBe(true);
  });
});

describe("folded text", () => {
  test.each([
    ["Mã đảng viên", "ma_dang_vien"],
    ["MÃ ĐẢNG VIÊN", "ma dang vien"],
    ["Mã đảng viên (*)", "mã đảng viên"],
    ["Họ tên*", "ho ten"],
    ["Điểm".normalize("NFD"), "diem"],
    ["Không đạt", "khong_dat"],
  ])("%s is %s", (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  test.each([
    ["A1", "A2"],
    ["(1)", "1"],
    ["Tổng", "Tổng cộng"],
  ])("%s is not %s", (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  test("depends on nothing that people do not see", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(` ${text}\u200B`)).toBe(fold(text));
      }),
    );
  });
});
