// Which tabs of a workbook are no score sheets: docs/sheets.md, "Workbooks".
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { hasScores } from "../../../src/sheet/2-header/find-header.ts";
import { targetsOf } from "../../../src/sheet/2-header/targets.ts";
import { describeNotes } from "../../../src/sheet/4-rows/notes.ts";
import { points, readAll, sheetPlan } from "../../support/sheet.ts";

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

test.each([
  ["with their ids", ["STT,Mã số,Nội dung,Điểm tối đa", "1,A,Tư tưởng,40", "2,B,Công việc,60"], 2],
  ["in areas", ["TT,Nội dung,Điểm tối đa", "I,Phẩm chất,", "1,Tư tưởng,40", "II,Kết quả,", "2,Công việc,60"], 2],
  ["that looks like a sheet with a row for each item", ["code,Tiêu chí,Điểm", "A,Tư tưởng,40", "B,Công việc,60"], 2],
  ["with their ids for keys, and a head like an item", ["code,Công việc được giao", "A,Tư tưởng", "B,Công việc"], 2],
  ["with their ids for keys, and the head of an item", ["code,Công việc", "A,Tư tưởng", "B,Công việc"], 2],
  // Who is called as an item is somebody where others score it too.
  ["no list", ["code,Tiêu chí,Điểm", "A,Tư tưởng,30", "A,Công việc,50"], 3],
])("a list of the items is no score sheet: %s", async (_, lines, people) => {
  const items = [
    { id: "A", scale: points(40), headers: ["Tư tưởng"] },
    { id: "B", scale: points(60), headers: ["Công việc"] },
  ];
  const plan = { ...sheetPlan(items), columns: sheetPlan(items).columns.slice(0, 1), key: [0] };
  delete (plan as { name?: number }).name;
  const book = utils.book_new();
  const tabs = { "Chi bộ 1": ["code,Tư tưởng,Công việc", "001,30,50", "002,30,50"], "Tiêu chí": lines };
  for (const [name, rows] of Object.entries(tabs))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => row.split(","))), name);
  const { rows, broken, errors } = await readAll(
    plan,
    { "s.xlsx": write(book, { type: "buffer", bookType: "xlsx" }) },
    { period: "2026-Q1", given: { "s.xlsx": "2026-Q1" } },
  );
  expect([rows.length, broken, errors]).toEqual([people, [], []]);
});

describe("a form that nobody has filled in", () => {
  const plan = sheetPlan([{ id: "A", scale: points(40), headers: ["Tư tưởng"] }]);
  const people = ["code,full_name,Tư tưởng", "001,An,30"];
  const read = (tabs: Readonly<Record<string, readonly string[]>>, name = "s.xlsx", of = plan) => {
    const book = utils.book_new();
    for (const [name, rows] of Object.entries(tabs))
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => row.split(","))), name);
    return readAll(of, { [name]: write(book, { type: "buffer", bookType: "xlsx" }) });
  };

  test.each([
    ["with a header alone", ["code,full_name,Tư tưởng"]],
    ["with numbers of rows", ["STT,code,full_name,Tư tưởng", "1,,,", "2,,,"]],
    [
      "with maxima, sums and signatures",
      ["code,full_name,Tư tưởng", "Điểm tối đa,,40", "Cộng,,0", "Người lập,,", "Lê An,Lê An,"],
    ],
  ])("%s is left out beside people, and said", async (_, form) => {
    const { rows, errors, notes } = await read({ "Quý 1-2026": people, Mẫu: form });
    expect([rows.length, errors]).toEqual([1, []]);
    expect(notes.map(describeNotes).map(({ en }) => en)[1]).toBe("s.xlsx#Mẫu: left out, a form that is not filled in");
  });

  test.each([
    ["a key", ["code,full_name,Tư tưởng", "002,,"]],
    ["a name", ["code,full_name,Tư tưởng", ",Bé,"]],
    ["a score", ["code,full_name,Tư tưởng", ",,30"]],
    [
      "people behind many blank rows",
      ["code,full_name,Tư tưởng", ...Array.from({ length: 30 }, () => ",,"), "002,Bé,30"],
    ],
  ])("with %s is none", async (_, form) => {
    expect((await read({ "Quý 1-2026": people, Mẫu: form })).errors).toEqual(["D115 1:1"]);
  });

  test("with a part of a key is none", async () => {
    const { name: _, ...twoParts } = { ...plan, key: [0, 1] };
    const { errors } = await read(
      { "Quý 1-2026": people, Mẫu: ["code,full_name,Tư tưởng", ",Bé,"] },
      "s.xlsx",
      twoParts,
    );
    expect(errors).toEqual(["D115 1:1"]);
  });

  test("is told where no tab has anybody", async () => {
    const form = ["code,full_name,Tư tưởng"];
    expect((await read({ Một: form, Hai: form })).errors).toEqual(["D115 1:1", "D115 1:1"]);
  });
});
