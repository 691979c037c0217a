// A table below the one that is read, with other columns: nobody of it is read by the head above.
import { expect, test } from "vitest";
import { points, readAll, sheetPlan } from "../../support/sheet.ts";

const plan = sheetPlan([{ id: "D", scale: points(100), headers: ["Điểm"] }]);
const read = (...lines: string[]) =>
  readAll(plan, { "2026-Q1.csv": ["STT,code,full_name,Điểm", "1,01,An,90", ...lines].join("\n") });

test.each([
  ["numbers that could be scores", ["STT,code,full_name,Năm sinh", "1,02,Chi,65"]],
  ["reasons", ["Danh sách không xếp loại,,,", "STT,code,full_name,Lý do", "1,02,Chi,nghỉ thai sản"]],
  ["the names of people in another column", ["STT,code,Điểm,full_name", "1,02,65,Chi"]],
])("of %s begins where its head stands", async (_, below) => {
  const { errors, rows } = await read(...below);
  expect(errors).toEqual([`D135 ${1 + below.length}:2`]);
  expect(rows.map(({ key }) => key)).toEqual(["01"]);
});

test("the head of another page is none, with a blank or with all of its names", async () => {
  const { errors, rows } = await read("STT,code,full_name,", "2,02,Bình,80", "STT,code,full_name,Điểm", "3,03,Chi,70");
  expect(errors).toEqual([]);
  expect(rows.map(({ key }) => key)).toEqual(["01", "02", "03"]);
});
