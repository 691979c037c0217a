import { describe, expect, test } from "vitest";
import { fold, lookAlike, spelling } from "../../../src/text/fold.ts";
import { areConfusable, createNames } from "../../../src/text/names.ts";

describe("spelling", () => {
  test.each([
    ["HỌ  VÀ_TÊN (*)", "Họ và tên"],
    ["Hoà Bình", "Hòa Bình"],
    ["Khoẻ", "khỏe"],
    ["thuỷ", "Thủy"],
    ["HOÀNG", "Hòang"],
    ["\u00D0iểm", "Điểm"],
    ["điểm".normalize("NFD"), "Điểm"],
  ])("%s is %s", (one, other) => expect(spelling(one)).toBe(spelling(other)));

  test.each([
    ["Vắng", "Vàng"],
    ["Nam", "Năm"],
    ["có", "cờ"],
    ["Mùa", "Mưa"],
    ["muôn", "muốn"],
    ["Tổ 1", "Tổ 11"],
  ])("%s is not %s", (one, other) => expect(spelling(one)).not.toBe(spelling(other)));

  test("without accents one text is left of all", () => {
    expect(fold("Đảng bộ HOÀ")).toBe("dangbohoa");
  });
});

describe("look-alikes", () => {
  test.each([
    ["Cơ quan 1", "cơ quan  1"],
    ["Tổ 1", "Tổ1"],
    ["NV-01", "NV\u201101"],
    ["NV-01", "NV–01"],
    ["NV-01", "nv\u221201"],
    ["Hòa Bình", "Hoà Bình"],
    ["Đông", "\u00D0ông"],
  ])("%s and %s", (one, other) => expect(lookAlike(one)).toBe(lookAlike(other)));

  test.each([
    ["Hoà", "Hoa"],
    ["NV-01", "NV01"],
    ["NV-01", "NV-1"],
    ["Tổ 1 (*)", "Tổ 1"],
  ])("not %s and %s", (one, other) => expect(lookAlike(one)).not.toBe(lookAlike(other)));
});

describe("names", () => {
  const find = createNames([
    ["vang", "gold"],
    ["Vàng", "gold"],
    ["Vắng mặt", "absent"],
    ["kha", "fair"],
  ]);
  test.each([
    ["Vàng", ["gold"], undefined],
    ["VÀNG", ["gold"], undefined],
    ["vang", ["gold"], undefined],
    ["Vang", ["gold"], "Vàng"],
    ["vang mat", ["absent"], "Vắng mặt"],
    ["Khá", ["fair"], "kha"],
  ])("%s", (word, meanings, typedFor) => {
    expect(find(word)).toMatchObject({ meanings, ...(typedFor !== undefined && { typedFor }) });
    if (typedFor === undefined) expect(find(word)).not.toHaveProperty("typedFor");
  });
  test.each(["Vắng", "Váng", "Vạng mặt", "x", ""])("%j is none of them", (word) => expect(find(word)).toBeUndefined());

  test("a word without accents that two names may mean is not clear", () => {
    const two = createNames([
      ["Vàng", "gold"],
      ["Vắng", "absent"],
    ]);
    expect(two("vang")?.meanings).toEqual(["gold", "absent"]);
    expect(two("vắng")?.meanings).toEqual(["absent"]);
  });

  test("are confusable only where one has no accents", () => {
    expect([areConfusable("ban", "Bàn"), areConfusable("bán", "Bàn"), areConfusable("BÀN", "bàn")]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
