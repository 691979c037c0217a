// Which tabs of a workbook are no score sheets: docs/sheets.md, "Workbooks".
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { hasScores } from "../../../src/sheet/2-header/find-header.ts";
import { targetsIn, targetsOf } from "../../../src/sheet/2-header/targets.ts";
import { describeNotes } from "../../../src/sheet/4-rows/notes.ts";
import type { ItemPart } from "../../support/sheet.ts";
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

describe("a tab with people and short heads", () => {
  const three = targetsOf(
    sheetPlan([
      { id: "A1", scale: points(30), headers: ["Tư tưởng"] },
      { id: "A2", scale: points(30), headers: ["Đạo đức, lối sống"] },
      { id: "B", scale: points(40), headers: ["Thực hiện nhiệm vụ"] },
    ]),
  );
  const of = (lines: readonly string[], known = targets): boolean =>
    hasScores(
      lines.map((line) => line.split(";")),
      known,
    );

  test.each([
    ["in figures", ["code;full_name;TT;ĐĐLS;THNV", "001;An;30;28;30", "002;Bé;29,5;vắng;"]],
    ["beside numbers of rows", ["STT;code;full_name;I;II;III", "1;001;An;30;28;30", "2;002;Bé;9;2;8"]],
    ["above sums", ["code;full_name;KQ1;KQ2;KQ3", "(1);(2);(3);(4);(5)", "001;An;30;28;30", "Cộng;;200;190;180"]],
    ["of people called as items are", ["code;full_name;TT;ĐĐLS;THNV", "A1;An;30;28;30", "A2;Bé;29;2;9"]],
  ])("may hold scores %s, and is asked about", (_, lines) => {
    expect(of(lines, three)).toBe(true);
  });

  test.each([
    ["years", ["code;full_name;NS;Vào Đảng;Chính thức", "001;An;1980;2001;2002"]],
    ["telephone numbers", ["code;full_name;Phòng;Di động;Nhà", "001;An;12;0912345678;0241234567"]],
    ["numbers of rows", ["STT;code;full_name;Phòng;Nhà", "1;001;An;12;4", "2;002;Bé;12;5", "1;003;Chi;14;6"]],
    ["periods", ["code;full_name;Quý I;Quý II;T11", "001;An;30;28;30"]],
    ["ages and totals", ["code;full_name;Tuổi;Tổng điểm;Hạng;Khối", "001;An;38;98;1;10"]],
    ["words", ["code;full_name;TT;ĐĐLS;THNV", "001;An;Tốt;Khá;Tốt"]],
    ["fewer figures than items", ["code;full_name;Phòng;Nhà;Chức vụ", "001;An;12;4;Bí thư"]],
    ["no people", ["code;full_name;TT;ĐĐLS;THNV", ";Người lập;30;28;30"]],
    ["items for people", ["code;Nội dung;TT", "A1;Tư tưởng;30", "B;Thực hiện nhiệm vụ;40"]],
  ])("holds none with %s", (_, lines) => {
    expect(of(lines, three)).toBe(false);
  });

  test("holds none with areas", () => {
    const all = three.all.map((target) => ({ ...target, areas: ["A", "Phẩm chất", "C", "Ý thức"] }));
    const lines = ["code;full_name;Phẩm chất;A;Ý thức", "001;An;30;28;30"];
    expect([of(lines, three), of(lines, targetsIn(all))]).toEqual([true, false]);
  });

  test("holds the items of one kind of period", () => {
    const all = three.all.map((target) => (target.names[0] === "B" ? { ...target, rows: "year" as const } : target));
    expect(of(["code;full_name;TT;ĐĐLS", "001;An;30;28"], targetsIn(all))).toBe(true);
  });

  test("holds figures up to 100 where an item is no points, however few they give", () => {
    const of10 = (item: ItemPart) => {
      const plan = sheetPlan([item]);
      return targetsOf({
        ...plan,
        stage: { ...plan.stage, nodes: plan.stage.nodes.map((node) => ({ ...node, max: 10_00 })) },
      });
    };
    const lines = ["code;full_name;TLHT", "001;An;98%"];
    const headers = ["Tỷ lệ hoàn thành"];
    expect(of(lines, of10({ id: "R", scale: { kind: "ratio", max: 10_00 }, headers }))).toBe(true);
    expect(of(lines, of10({ id: "R", scale: points(10), headers }))).toBe(false);
  });
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
