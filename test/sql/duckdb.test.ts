// A rubric as SQL gives in DuckDB the very bytes that the program writes.
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { dialectOf } from "../../src/sql/dialect.ts";
import type { Form } from "../../src/sql/sql.ts";
import { writeSql } from "../../src/sql/sql.ts";
import { compile } from "../reference/compile.ts";
import { drawn } from "../reference/generate/draw.ts";
import { runs } from "../reference/runs.ts";
import { csvOf, example, tableOf } from "./subset.ts";

test("random rubrics and sheets of the subset", async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await fc.assert(
    fc.asyncProperty(drawn(example), async (each) => {
      const written = writeSql(
        each.plan,
        dialectOf("duckdb"),
        { table: "sheet", names: new Map(), period: each.period },
        "query",
      );
      if (!("sql" in written)) throw new Error(JSON.stringify(written.outside));
      for (const statement of tableOf(each, "VARCHAR")) await connection.run(statement);
      const rows = (await connection.runAndReadAll(written.sql)).getRows();
      const [, ...lines] = each.csv.split("\n");
      expect(csvOf(rows as (string | null)[][])).toBe(lines.join("\n"));
    }),
    runs(0.5),
  );
  connection.closeSync();
});

const rubric = `schema: 1
id: nho
version: "1"
language: vi
period: quarter
valid: { from: 2026-01-01, to: 2026-12-31 }
missing: incomplete
codes: { KPS: zero }
decimal_mark: ","
subject: { key: [chi_bo, ma], name: ten }
columns:
  chi_bo: { type: text, required: true }
  ky_luat: { type: choice, values: [khong, canh_cao], labels: { canh_cao: Cảnh cáo }, default: khong }
  vao: { type: date, required: true }
areas:
  - { id: A, max: 60, step: 0.5 }
  - { id: B, levels: { tot: 40, kha: 20 }, labels: { tot: Tốt } }
total: { max: 100, clamp: false }
bands: [{ id: dat, title: Đạt, from: 50 }, { id: kem, title: Kém }]
rules: [{ id: ky_luat, when: 'ky_luat != "khong"', set: kem }]
`;
const head = `CREATE TABLE "bang diem" ("Chi bộ" VARCHAR, ma VARCHAR, ten VARCHAR, period VARCHAR, ky_luat VARCHAR, vao VARCHAR, "Điểm" VARCHAR, B VARCHAR)`;
const sheet = {
  table: "bang diem",
  names: new Map([
    ["chi_bo", "Chi bộ"],
    ["A", "Điểm"],
  ]),
};

async function rowsOf(statements: readonly string[]): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  try {
    let rows: unknown[][] = [];
    for (const statement of statements) rows = (await connection.runAndReadAll(statement)).getRows();
    return rows;
  } finally {
    connection.closeSync();
  }
}

function sqlOf(form: Form): string {
  const written = writeSql(compile(rubric).plan, dialectOf("duckdb"), sheet, form);
  if (!("sql" in written)) throw new Error(JSON.stringify(written.outside));
  return written.sql;
}

test("all periods of a sheet whose columns have names of their own, as a view and a table", async () => {
  const rows = `INSERT INTO "bang diem" VALUES
    ('c1', '1', '=An', '2026-Q2', '', '2020-03-01', '50,5', ' Tốt '), ('c1', '1', 'An', '2026-Q1', 'Cảnh cáo', '2020-03-01', '60', 'tot'), ('Đ', '2', 'Bình', '2026-Q1', NULL, '2020-03-01', 'KPS', 'kha')`;
  const expected = [
    [
      "2026-Q1",
      "1",
      "c1",
      "1",
      "An",
      "canh_cao",
      "2020-03-01",
      "60",
      "40",
      "100",
      "kem",
      "Kém",
      "rated",
      "quy tắc ky_luat: xếp Kém",
      "ky_luat",
      "",
      "",
      "",
    ],
    [
      "2026-Q1",
      "2",
      "Đ",
      "2",
      "Bình",
      "khong",
      "2020-03-01",
      "0",
      "20",
      "20",
      "kem",
      "Kém",
      "rated",
      "",
      "",
      "",
      "",
      "",
    ],
    [
      "2026-Q2",
      "1",
      "c1",
      "1",
      "'=An",
      "khong",
      "2020-03-01",
      "50.5",
      "40",
      "90.5",
      "dat",
      "Đạt",
      "rated",
      "",
      "",
      "",
      "",
      "",
    ],
  ];
  expect(await rowsOf([head, rows, sqlOf("query")])).toEqual(expected);
  for (const form of ["view", "table"] as const) {
    expect(await rowsOf([head, rows, sqlOf(form), "FROM nho_results ORDER BY period, rank"])).toEqual(expected);
  }
});

test("rows that score refuses are listed, and the query stops at them", async () => {
  const rows = `INSERT INTO "bang diem" VALUES
    ('c1', '1', 'An', '2025-Q4', 'x', '1/3/2020', '60.5', 'tốt lắm'), ('c1', '2', 'An', '2026-Q1', '', '2020-03-01', '60,5', 'tot'),
    ('c1', '3', '', '2026-Q1', '', '2020-03-01', '0,25', 'tot'), ('c1', '4', 'An', '2026-Q1', '', '', '1', ''), ('c1', '4', 'An', '2026-Q1', '', '2020-03-01', '1', '')`;
  const refused = await rowsOf([head, rows, sqlOf("checks")]);
  expect(refused.map((row) => row.slice(1).join(" | "))).toEqual([
    "c1 / 1 | A | 60.5 | no score of the item",
    "c1 / 1 | B | tốt lắm | no score of the item",
    "c1 / 1 | ky_luat | x | not what the column holds",
    "c1 / 1 | period | 2025-Q4 | no period of the rubric",
    "c1 / 1 | vao | 1/3/2020 | not what the column holds",
    "c1 / 2 | A | 60,5 | no score of the item",
    "c1 / 3 | A | 0,25 | no score of the item",
    "c1 / 3 | ten |  | blank",
    "c1 / 4 | key | c1 / 4 | a second row of one period",
    "c1 / 4 | vao |  | blank",
  ]);
  await expect(rowsOf([head, rows, sqlOf("query")])).rejects.toThrow("the sheet has rows that score refuses");
});
