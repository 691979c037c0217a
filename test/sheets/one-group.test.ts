// Sheets about one group each, which name it nowhere but above their header or in the name of a tab.
import { utils, write } from "@e965/xlsx";
import { beforeEach, expect, test } from "vitest";
import { createDesk } from "../support/desk.ts";

const rubric = `
schema: 1
id: mau
version: "1"
title: Bảng điểm
language: vi
period: quarter
missing: incomplete
blank_rows: incomplete
subject: { noun: đảng viên, key: [chi_bo, ho_ten], name: ho_ten }
columns:
  chi_bo: { type: text, required: true, from: title_rows, header: Chi bộ }
  ho_ten: { type: text, required: true, header: Họ và tên }
areas: [ { id: D, title: Điểm, max: 100, column: Điểm } ]
total: { max: 100, clamp: false }
bands: [ { id: tot, title: Tốt, from: 80 }, { id: kha, title: Khá } ]
`;

const { put, textOf, score } = createDesk();
beforeEach(() => put("rubric.yaml", rubric));

/** A workbook with these rows in each tab. */
function putBook(name: string, tabs: Readonly<Record<string, readonly (readonly string[])[]>>): void {
  const book = utils.book_new();
  for (const [tab, rows] of Object.entries(tabs)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), tab);
  }
  put(name, write(book, { type: "buffer", bookType: "xlsx" }));
}

const people = (...rows: readonly (readonly string[])[]) => [["STT", "Họ và tên", "Điểm"], ...rows];

test("a tab for each group, named in its name or above its header", async () => {
  putBook("q.xlsx", {
    "Chi bộ 1": people(["1", "An", "90"]),
    "Trường học": [["", "Chi bộ: Trường Tiểu học"], ...people(["1", "An", "80"])],
    "Chi bộ 3": [["CHI BỘ 3"], ...people(["1", "An", "70"])],
  });
  const { stdout } = await score("compute", "rubric.yaml", "2026-Q1=q.xlsx", "--format", "csv");
  const found = stdout.split("\n").map((line) => line.split(",").slice(1, 4).join());
  expect(found.slice(1, 4)).toEqual(["Chi bộ 1,An,90", "Trường Tiểu học,An,80", "CHI BỘ 3,An,70"]);
});

test("a tab that is named for another group than its title says belongs to none", async () => {
  putBook("q.xlsx", { "Chi bộ 1": [["Chi bộ 2"], ...people(["1", "An", "90"])] });
  const { exit, stderr } = await score("compute", "rubric.yaml", "2026-Q1=q.xlsx");
  expect([exit, stderr]).toEqual([1, expect.stringMatching(/D241.* Chi bộ 2 and Chi bộ 1\n/)]);
});

test("a tab whose period nobody knows is told by its name, and named after its period", async () => {
  putBook("q.xlsx", { "Chi bộ 1": people(["1", "An", "90"]) });
  const { stderr } = await score("compute", "rubric.yaml", "q.xlsx");
  expect(stderr).toMatch(
    /D115: .* the tab "Chi bộ 1", .*\n.* name the tab after the period, or write .*=q\.xlsx#Chi bộ 1"/,
  );
});

test.each(["LỚP 10A1", "Lớp 6/2", "lớp 12.3", "Lớp số 4", "LỚP A1", "Lớp IV"])("%s names a group", async (title) => {
  put("rubric.yaml", rubric.replaceAll("Chi bộ", "Lớp"));
  put("q.csv", `${title},\nSTT,Họ và tên,Điểm\n1,An,90\n`);
  const { stdout } = await score("compute", "rubric.yaml", "2026-Q1=q.csv", "--format", "csv");
  expect(stdout).toContain(`,${title},An,90,`);
});

test.each(["Lớp học", "Lớp 10A1 tháng 9", "Lớp chuyên Anh"])("%s is a title of the sheet", async (title) => {
  put("rubric.yaml", rubric.replaceAll("Chi bộ", "Lớp"));
  put("q.csv", `${title},\nSTT,Họ và tên,Điểm\n1,An,90\n`);
  const { exit, stderr } = await score("compute", "rubric.yaml", "2026-Q1=q.csv");
  expect([exit, stderr]).toEqual([1, expect.stringContaining("D241")]);
});

test("rows that are given back keep their group, and go back to it", async () => {
  putBook("q.xlsx", { "Chi bộ 1": people(["1", "An", "900"], ["2", "Bé", "70"]) });
  await score("compute", "rubric.yaml", "2026-Q1=q.xlsx", "--rejects", "bad.csv");
  expect(textOf("bad.csv")).toContain("1,An,900,2026-Q1,Chi bộ 1,");
  put("bad.csv", textOf("bad.csv").replace("900", "90"));
  const again = await score("compute", "rubric.yaml", "2026-Q1=q.xlsx", "--corrections", "bad.csv", "--format", "csv");
  expect(again.stdout).toContain("Chi bộ 1,An,90,");
});

test("a list of people", async () => {
  put("list.csv", "CHI BỘ 1,\nSTT,Họ và tên\n1,An\n");
  await score("template", "rubric.yaml", "--roster", "list.csv", "--period", "2026-Q1", "--out", "form.csv");
  expect(textOf("form.csv")).toContain("CHI BỘ 1,An,");
});
