// Every period of a sheet in one query: those of the rows, whole rollups, rows that cover a longer period.
import { afterAll, beforeAll, expect, test } from "vitest";
import { dialectOf } from "../../src/sql/dialect.ts";
import type { Form, Given } from "../../src/sql/sql.ts";
import { writeSql } from "../../src/sql/sql.ts";
import { periodLines } from "../../src/views/period-csv.ts";
import { compile, compute } from "../reference/compile.ts";
import { rowsFor } from "../reference/rows.ts";
import { startDuckdb } from "../support/engines/duckdb.ts";
import type { Engine } from "../support/engines/engine.ts";
import { csvOf } from "../support/engines/engine.ts";
import { sheetOf, summaryLines } from "./subset.ts";

const { plan } = compile(`schema: 1
id: nam
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: ma }
columns:
  bac: { type: choice, values: [a, b], default: a }
areas:
  - { id: A, max: 60, step: 0.5 }
  - { id: B, ratio: { max: 40, cap: 100%, unit: percent } }
total: { max: 100, clamp: false }
bands: [{ id: dat, title: Đạt, from: 50 }, { id: kem, title: Kém }]
rules: [{ id: nghi, when: 'A == 0', not_rated: Nghỉ }]
rollups:
  - { period: semester, of: quarter, score: mean, missing: { not_rated: skip, absent: block } }
  - period: year
    of: semester
    score: mean
    missing: { not_rated: skip, absent: block }
    rules: [{ id: hai_ky_kem, when: 'periods.all(p, p.band == "kem") && latest.bac == "a"', set: kem }]
    ranking: { by: [band, total] }
`);

const row = (period: string, ma: string, A: string, B: string, bac = "a") => ({ period, texts: { ma, A, B, bac } });
const rows = [
  ...["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"].flatMap((period, at) => [
    row(period, "1", `${40 + at}`, "33.3"),
    row(period, "2", at === 3 ? "0" : "20.5", "10", "b"),
  ]),
  row("2025-Q1", "3", "59", "100"),
  row("2025-H1", "4", "60", "66.7"),
  row("2025-H2", "4", "12", "66.6"),
  row("2026-Q1", "1", "60", "99.9"),
];

let engine: Engine;
beforeAll(async () => {
  engine = await startDuckdb();
});
afterAll(() => engine.stop());

function sqlOf(form: Form, period?: string, of?: Given): string {
  const sheet = { table: "sheet", names: new Map(), ...(period !== undefined && { period }) };
  const written = writeSql(plan, dialectOf("duckdb"), sheet, form, of);
  if (!("sql" in written)) throw new Error(JSON.stringify(written.outside));
  return written.sql;
}

test("all periods stand in the order of time, a longer one behind the last of its parts", async () => {
  const report = compute(plan, rowsFor(plan, rows));
  const expected = report.periods.flatMap((period) => {
    const [, ...lines] = periodLines(report, period);
    return lines.map((line) => `${period.period},${line}`);
  });
  await engine.load("sheet", sheetOf({ plan, rows }));
  expect(csvOf(await engine.run(sqlOf("query")))).toBe(expected.join(""));
  expect(csvOf(await engine.run(sqlOf("query", undefined, "summary")))).toBe(
    [...summaryLines(report)].slice(1).join(""),
  );
  expect(report.periods.map(({ period }) => period)).toContain("2025");
});

test("a period that is asked for is computed from what is there", async () => {
  await engine.load("sheet", sheetOf({ plan, rows }));
  expect(csvOf(await engine.run(sqlOf("query", "2026")))).toBe("1,1,a,60,39.96,99.96,dat,Đạt,rated,,,,,provisional\n");
});

test("a row of the whole period beside rows within it is listed, and stops the query", async () => {
  const doubled = [...rows, row("2025-H1", "1", "1", "1")];
  await engine.load("sheet", sheetOf({ plan, rows: doubled }));
  expect(await engine.run(sqlOf("checks"))).toEqual([
    ["2025-H1", "1", "period", "2025-H1", "a row of the whole period beside rows within it"],
  ]);
  await expect(engine.run(sqlOf("query"))).rejects.toThrow("the sheet has rows that score refuses");
});

test.each([
  { name: "duckdb", apart: / AS MATERIALIZED \(\n/g },
  { name: "postgres", apart: /\n {2}OFFSET 0/g },
] as const)(
  "the stages of a long query stand apart for $name, which would copy each into the next",
  ({ name, apart }) => {
    const written = writeSql(plan, dialectOf(name), { table: "sheet", names: new Map() }, "query");
    const sql = "sql" in written ? written.sql : "";
    expect(sql.match(apart)?.length).toBeGreaterThan(40);
  },
);
