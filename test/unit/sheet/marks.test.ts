import { describe, expect, test } from "vitest";
import type { Column } from "../../../src/model/column.ts";
import type { Plan } from "../../../src/model/plan.ts";
import type { Exact } from "../../../src/number/exact.ts";
import { column, points, readAll, sheetPlan } from "../../support/sheet.ts";

const number = (id: string, limits: { min?: Exact; max?: Exact; step?: Exact } = {}): Column =>
  column(id, { type: { kind: "number", ...limits }, required: false, default: 0 });

/** A column `A` of points up to 100 and one `x` of numbers. */
const planWith = (x: Column, part: Partial<Plan> = {}): Plan =>
  sheetPlan([{ id: "A", scale: { kind: "points", max: 100_000, places: 3 } }], [x], { scale: 1000, ...part });
const plan = planWith(number("x"));

/** The cells of `A` and `x` in each row. */
const read = (rows: readonly string[], of: Plan = plan) =>
  readAll(of, {
    "s.csv": `code;full_name;period;A;x\n${rows.map((row, at) => `${at};An;2026-Q1;${row.replace(" ", ";")}`).join("\n")}\n`,
  });
const errorsOf = async (rows: readonly string[], of?: Plan) => (await read(rows, of)).errors;

describe("three digits behind the only mark of a number", () => {
  test("the limits of its item tell, and a note says so once for a column", async () => {
    const { errors, diagnostics } = await read(["89.945 0", "70 0", "38.125 0"]);
    expect(errors).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: "D131", place: { line: 2, column: 4 }, parameters: { header: "A", found: "89.945", thousands: "89945" } },
    ]);
    expect((await read(["89,945 0", "70,5 0"])).diagnostics).toEqual([]);
  });

  test.each([
    ["1.125", { max: 100 }, []],
    ["-1.125", { min: -100 }, []],
    ["1.125", { min: 1000 }, ["D209 2:5"]],
    ["1.500", { step: 1 }, ["D209 2:5"]],
    ["1.125", {}, ["D113 2:5"]],
    ["0.125", {}, []],
    ["1.1250", {}, []],
    ["1234.567", {}, []],
    ["1.125e1", {}, []],
  ] as const)("%s with the limits %j", async (text, limits, errors) => {
    expect(await errorsOf([`8 ${text}`], planWith(number("x", limits)))).toEqual(errors);
  });

  test.each([
    ["another decimal of the column", ["8 1.125", "8 2.250", "8 1.5"], []],
    ["a number of the column that parts its thousands", ["8 1.125", "8 1.234.567"], ["D113 2:5", "D209 3:5"]],
    ["a whole number that could have its thousands parted", ["8 1.125", "8 2.250", "8 1500"], []],
    ["the file, for a single one", ["8.5 1.125", "9 2"], []],
    ["never the file for two", ["92.5 500.000", "91.5 250.000"], ["D113 2:5"]],
    ["not even for the same number twice", ["92.5 500.000", "91.5 500.000"], ["D113 2:5"]],
    ["a file with the other mark tells nothing", ["92,5 500.000"], ["D113 2:5"]],
    ["nothing", ["92 500.000"], ["D113 2:5"]],
  ])("%s: %j", async (_, rows, errors) => {
    expect((await errorsOf(rows)).toSorted()).toEqual(errors);
  });

  test("a number that the limits tell speaks for the others of its column, and the note says so", async () => {
    const { diagnostics } = await read(["8 1.500", "8 1.250", "8 5.500"], planWith(number("x", { max: 2000 })));
    expect(diagnostics).toMatchObject([{ code: "D131", place: { line: 4, column: 5 } }]);
  });

  test("what is said can be done", async () => {
    const { diagnostics } = await read(["8 38.125"]);
    expect(diagnostics).toMatchObject([{ parameters: { found: "38.125", decimal: "38.125", longer: "38.1250" } }]);
    expect(await errorsOf(["8 38.1250"])).toEqual([]);
  });
});

describe("two marks", () => {
  test("in one column are an error that names both cells; two columns may differ", async () => {
    expect(await errorsOf(["8.5 0", "8,5 0"])).toEqual(["D112 3:4"]);
    expect(await errorsOf(["8 1.125", "8 2,250"])).toEqual(["D112 3:5"]);
    const { errors, notes } = await read(["8.5 0,25", "8.25 0,5"]);
    expect([errors, notes[0]?.decimalMarks]).toEqual([[], [".", ","]]);
  });

  test("a mark that is not the stated one is an error, once for a column", async () => {
    const comma = { decimalMark: "," } as const;
    expect(await errorsOf(["8,5 1,125", "9 2,250"], planWith(number("x"), comma))).toEqual([]);
    expect(await errorsOf(["8.5 1,125", "9.5 2.250"], planWith(number("x"), comma))).toEqual(["D130 2:4", "D130 3:5"]);
    expect(await errorsOf(["89.945 0"], planWith(number("x"), comma))).toEqual(["D130 2:4"]);
  });
});

describe("what nobody uses", () => {
  const compared = planWith(column("x", { type: { kind: "number" }, required: false, compare: { with: "total" } }));

  test("a compared column never refuses a file", async () => {
    for (const rows of [["90 90.000", "70 70.000"], ["90 90.5", "70 70,5"], ["90.5 90,5"]]) {
      expect(await errorsOf(rows, compared)).toEqual([]);
    }
    const { rows, diagnostics } = await read(["90 90.000", "70 1.234.567"], compared);
    expect(rows.map(({ columns }) => columns[2])).toEqual([90, undefined]);
    expect(diagnostics).toMatchObject([{ code: "D218", place: { line: 3, column: 5 } }]);
  });

  test("nor does a column that the rubric does not know", async () => {
    const only = sheetPlan([{ id: "A", scale: points(100) }]);
    expect(await errorsOf(["90 1.234", "70 1,234"], only)).toEqual([]);
  });
});

test("two items that exclude each other in one column are one column", async () => {
  const items = ["A", "B"].map((id) => ({ id, scale: points(5000, { places: 3 }), headers: ["Điểm"] }));
  const both = sheetPlan(items);
  const { errors } = await readAll(both, {
    "s.csv": "code,full_name,period,Điểm\n1,An,2026-Q1,1.125\n2,An,2026-Q1,1.5\n",
  });
  expect(errors).toEqual([]);
});
