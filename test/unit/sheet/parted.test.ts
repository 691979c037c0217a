// Numbers such as 89,5 that the commas of a file have parted, where the row still fits.
import { expect, test } from "vitest";
import { column, points, readAll, sheetPlan } from "../../support/sheet.ts";

const two = sheetPlan([
  { id: "A", scale: points(100) },
  { id: "B", scale: points(10, { places: 1 }) },
]);
const found = async (lines: readonly string[], plan = two) =>
  (await readAll(plan, { "2026-Q1.csv": lines.join("\n") })).diagnostics
    .filter(({ code }) => code !== "D107")
    .map(({ code, place, parameters }) => `${code} ${place?.line}:${place?.column} ${parameters.count}`);

const head = "code,full_name,A,B,Ghi chú";

test.each<[string, string[], string[]]>([
  ["the last score", [head, "1,An,89,8,5", "2,Bình,70,7,"], ["D127 2:4 1"]],
  ["the first of two", [head, "1,An,89,5,7", "2,Bình,70,7,"], ["D127 2:4 1"]],
  ["a score before unused columns", [`${head},Khác`, "1,An,89,8,5,tốt", "2,Bình,70,7,,"], ["D127 2:4 1"]],
  ["every score", [head, "1,An,89,8,5", "2,Bình,70,9,2"], ["D127 2:4 2"]],
  ["beside words", ["code,full_name,A,B,Xếp loại", "1,An,89,8,5", "2,Bình,70,7,Khá"], ["D127 2:4 1"]],
  ["in rows with a cell more", ["code,full_name,A,B,Vắng", "1,An,89,8,5,", "2,Bình,70,7,2"], ["D127 2:4 2"]],
  ["before blank cells, in rows with a cell more", [`${head},Khác`, "1,An,89,8,5,,", "2,Bình,70,7,,"], ["D127 2:4 1"]],
  ["before words, in rows with a cell more", [`${head},Lý do`, "1,An,89,8,5,tốt,", "2,Bình,70,7,tốt,"], ["D127 2:4 1"]],
  ["before a column that is used", ["code,A,B,full_name", "1,89,8,5,", "2,70,7,Bình"], ["D127 2:3 1"]],
  ["in some rows of a column of figures", ["code,full_name,A,B,Vắng", "1,An,89,8,5", "2,Bình,70,7,"], ["D128 2:4 1"]],
  ["in all rows of a column of figures", ["code,full_name,A,B,Vắng", "1,An,89,8,5", "2,Bình,70,7,2"], ["D129 2:4 2"]],
])("%s may be parted", async (_, lines, expected) => {
  expect(await found(lines)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["the office's own total", ["code,full_name,A,B,Tổng", "1,An,89,8,97", "2,Bình,70,7,77"]],
  ["words", [head, "1,An,89,8,tốt"]],
  ["words in their column of remarks", ["code,full_name,A,B,Tổng,Ghi chú", "1,An,89,8,,tốt", "2,Bình,70,7,,"]],
  ["a class in its column", ["code,full_name,A,B,Tổng,Loại", "1,An,89,8,,Tốt", "2,Bình,,7,,Khá"]],
  ["a fraction with more places than the item has", [head, "1,An,89,8,25"]],
  ["more than the item's max", [head, "1,An,100,10,5"]],
  ["a file whose decimals have a point", [head, "1,An,89,8,5", "2,Bình,70,7.5,"]],
  ["a file with semicolons", [head.replaceAll(",", ";"), "1;An;89;8;5"]],
  ["a last column that is used", ["code,full_name,A,B", "1,An,89,8"]],
  ["a code between the score and the remark", ["full_name,B,A,code,Ghi chú", "An,7,8,5,vắng"]],
  ["rows that all have a cell more", [`${head},Khác`, "1,An,89,8,5,,", "2,Bình,70,7,tốt,,"]],
  ["years", ["code,full_name,A,B,Sinh", "1,An,89,8,1990"]],
])("%s: nothing is parted", async (_, lines) => {
  expect(await found(lines)).toEqual([]);
});

test("a figure of the office is a column of its own", async () => {
  const compared = column("tong", { type: { kind: "number" }, required: false, compare: { with: "total" } });
  const plan = sheetPlan([{ id: "A", scale: points(100) }], [compared]);
  expect(await found(["code,full_name,A,tong", "1,An,89,5"], plan)).toEqual([]);
});
