import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import type { TableColumn } from "../../../src/model/column.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { fraction } from "../../../src/number/exact.ts";
import { readGiven } from "../../../src/sheet/lists/read-given.ts";
import { createSpellings } from "../../../src/sheet/spellings/spellings.ts";
import { blocks, smallPlan } from "../../support/sheet.ts";

const column = (id: string, type: TableColumn["type"], required = true): TableColumn => ({
  id,
  type,
  required,
  headers: [],
});

const plan = smallPlan([], {
  tables: [
    {
      id: "units",
      key: 0,
      columns: [
        column("unit", { kind: "text" }),
        column("factor", { kind: "number", min: 0, max: 2 }),
        column("amount", { kind: "number" }, false),
        column("since", { kind: "date" }, false),
      ],
    },
  ],
});

async function given(of: Plan, files: { readonly table?: string; readonly decisions?: string }) {
  const diagnostics = createDiagnostics();
  const input = (name: string, text: string) => ({ name, open: () => blocks(Buffer.from(text)) });
  const read = await readGiven(
    of,
    {
      tables: files.table === undefined ? [] : [{ table: "units", ...input("t.csv", files.table) }],
      decisions: files.decisions === undefined ? [] : [input("d.csv", files.decisions)],
    },
    createSpellings(of, diagnostics),
    diagnostics,
  );
  const found = diagnostics.list.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);
  return { read, found };
}

const table = (...rows: string[]) => ({ table: `unit;factor;amount;since\n${rows.join("\n")}\n` });
const rate = (...values: string[]) => ({
  decisions: `key;period;action;value;reason;authority;date\n${values
    .map((value, at) => `${at};2026-Q1;rate;${value};r;a;`)
    .join("\n")}\n`,
});

describe("numbers of a lookup table are read as those of sheets", () => {
  test.each([
    [["A;1.125;;", "B;1;;"], ["D131 2:2"]],
    [["A;1,125;;", "B;1.5;;"], ["D112 3:2"]],
    [["A;1;500.000;", "B;1;250.000;"], ["D113 2:3"]],
    [["A;1;500.000;", "B;1;1500;"], []],
    [["A;.5;\u22125;2026-03-31 00:00:00"], []],
    [["A;3;;"], ["D506 2:2"]],
    [["A;1;1.234.567;"], ["D506 2:3"]],
  ])("%j: %j", async (rows, found) => {
    expect((await given(plan, table(...rows))).found).toEqual(found);
  });

  test("with the stated mark", async () => {
    const stated: Plan = { ...plan, decimalMark: "," };
    const { read, found } = await given(stated, table("A;1,125;500,000;"));
    expect([found, read.tables.get("units")?.in("2026-Q1").row("A")?.field("amount")]).toEqual([[], 500]);
    expect((await given(stated, table("A;1.5;;"))).found).toEqual(["D130 2:2"]);
  });

  test("cells that a spreadsheet has damaged are no values; an exponent is one outside of keys", async () => {
    const rows = ["#N/A;1;;", "3.62E+10;1;;", "C;1;####;", "D;1;;30/12/1899", "E;2.7e-07;;"];
    const { read, found } = await given(plan, table(...rows));
    expect(found).toEqual(["D231 2:1", "D233 3:1", "D231 4:3", "D234 5:4"]);
    expect(read.tables.get("units")?.in("2026-Q1").row("E")?.field("factor")).toEqual(fraction(27n, 100_000_000n));
  });
});

describe("totals of decisions are read as numbers of sheets", () => {
  test.each([
    [["89.945"], ["D131 2:4"]],
    [["89,5", "89.5"], ["D112 3:4"]],
    [["1.234.567"], ["D407 2:4"]],
    [
      ["101", "-1", "100", "0"],
      ["D407 2:4", "D407 3:4"],
    ],
    [["\uFF18\uFF19,5"], []],
  ])("%j: %j", async (values, found) => {
    expect((await given(plan, rate(...values))).found).toEqual(found);
  });

  test("with the stated mark; a damaged key is nobody's", async () => {
    const { read, found } = await given({ ...plan, decimalMark: "," }, rate("89,945"));
    expect([found, read.decisions[0]?.total]).toEqual([[], fraction(17_989n, 2n)]);
    expect((await given({ ...plan, decimalMark: "," }, rate("89.5"))).found).toEqual(["D130 2:4"]);
    const damaged = rate("80").decisions.replace("\n0;", "\n3.62E+10;");
    expect((await given(plan, { decisions: damaged })).found).toEqual(["D233 2:1"]);
  });
});

describe("columns of a lookup table are understood as those of sheets", () => {
  const found = async (...lines: string[]) => (await given(plan, { table: lines.join("\n") })).found;

  test("a name over several columns belongs to none, even where the column has a default", async () => {
    expect(await found("unit;factor;amount;", ";;now;before", "A;1;2;3")).toEqual(["D124 1:3"]);
    expect(await found("unit;factor;;amount", ";now;before;", "A;1;2;3")).toEqual(["D124 1:2"]);
  });

  test("a column without a name holds nothing beside one that is read", async () => {
    expect(await found("unit;factor;", "A;1;2")).toEqual(["D125 2:3"]);
    expect(await found("unit;factor;note;", "A;1;;x")).toEqual(["D126 2:4"]);
    expect(await found("unit;factor;", "A;1;", "B;2;")).toEqual([]);
  });

  test("a row with more cells than the header is parted where it should not be", async () => {
    expect(await found("unit,factor", "A,1,125", "B,1,")).toEqual(["D216 2:1"]);
  });
});

test.each([
  ["not_rated", "poor", ["D410 2:4"]],
  ["not_rated", "", []],
  ["was", "", ["D403 2:4"]],
  ["rate", "", []],
])("the decision %s with the value %j", async (action, value, errors) => {
  const decisions = `key;period;action;value;reason;authority;date\n1;2026-Q1;${action};${value};r;a;\n`;
  const { read, found } = await given(plan, { decisions });
  expect([found, read.decisions.length]).toEqual([errors, errors.length > 0 ? 0 : 1]);
});

const decided = (row: string) => ({ decisions: `key,period,action,value,reason,authority,date\n${row}\n` });
test.each<[string, { table?: string; decisions?: string }, string[]]>([
  ["a table", { table: "unit,factor,Ghi chú\nA,1,5\nB,2,\n" }, ["D127 2:2"]],
  ["words behind a number", { table: "unit,factor,Ghi chú\nA,1,tốt\n" }, []],
  ["a table with semicolons", { table: "unit;factor;Ghi chú\nA;1;5\n" }, []],
  ["a reason, its authority below the date", decided("1,2026-Q1,rate,8,5,r,a"), ["D127 2:4"]],
  ["a reason before blank cells", decided("1,2026-Q1,rate,8,5,a,"), ["D127 2:4"]],
  ["a reason of words", decided("1,2026-Q1,rate,8,điều 5,a,"), []],
  ["a decision that leaves out its last cells", decided("1,2026-Q1,rate,8,5"), ["D403 2:6", "D127 2:4"]],
  ["a decision with its date", decided("1,2026-Q1,rate,8,5,a,02/04/2026"), []],
])("%s is asked about where its comma may have parted a number", async (_, files, expected) => {
  expect((await given(plan, files)).found).toEqual(expected);
});

test.each<[string, { table?: string; decisions?: string }, string[]]>([
  ["numbers below the head of a narrow table", { table: "unit;factor\n1;2\n" }, ["D123 2:1"]],
  ["a row of a narrow table further down", { table: "unit;factor\nA;1\n1;2\n" }, []],
  ["letters below the head of decisions", decided("A,B,C,D,E,F,G\n1,2026-Q1,rate,8,r,a,"), ["D149 2:1"]],
  [
    "letters in place of a decision further down",
    decided("1,2026-Q1,rate,8,r,a,\nA,B,C,D,E,F,G"),
    ["D404 3:2", "D402 3:3"],
  ],
])("%s", async (_, files, expected) => {
  expect((await given(plan, files)).found.sort()).toEqual(expected.sort());
});
