// Which tabs of a workbook are no score sheets: docs/sheets.md, "Workbooks".
import { expect, test } from "vitest";
import { hasScores } from "../../../src/sheet/2-header/find-header.ts";
import { targetsOf } from "../../../src/sheet/2-header/targets.ts";
import { points, sheetPlan } from "../../support/sheet.ts";

const targets = targetsOf(sheetPlan([{ id: "D", scale: points(100), headers: ["Điểm rèn luyện"] }]));
const isSheet = (...lines: string[]): boolean =>
  hasScores(
    lines.map((line) => line.split(",")),
    targets,
  );

test.each([
  ["an item", ["code,full_name,Điểm rèn luyện", "1,An,90"]],
  ["the name of an item over several columns", ["code,full_name,Điểm rèn luyện,", ",,Tự chấm,Chi bộ", "1,An,98,70"]],
  ["nearly the name of an item", ["code,full_name,Điểm rèn luyên", "1,An,90"]],
  ["more than the name of an item", ["code,full_name,Điểm rèn luyện đợt 1", "1,An,90"]],
])("a tab with people and %s may be a score sheet", (_, lines) => {
  expect(isSheet(...lines)).toBe(true);
});

test.each([
  ["that only names people", ["code,full_name,Ngày sinh", "1,An,1990-01-02"]],
  ["without people", ["Nội dung,Điểm rèn luyên", "Tư tưởng,30"]],
  ["with a note", ["Hướng dẫn điền biểu"]],
])("a tab %s is none", (_, lines) => {
  expect(isSheet(...lines)).toBe(false);
});
