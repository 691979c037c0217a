// Rows of a whole period in one query: beside rows of its parts, of theirs, or of nobody's, as the program takes them.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dialectOf } from "../../src/sql/dialect.ts";
import type { Form } from "../../src/sql/sql.ts";
import { writeSql } from "../../src/sql/sql.ts";
import { periodLines } from "../../src/views/period-csv.ts";
import { compile, compute } from "../reference/compile.ts";
import { contradictoryRows } from "../reference/reference.ts";
import { rowsFor } from "../reference/rows.ts";
import { runs } from "../reference/runs.ts";
import { startDuckdb } from "../support/engines/duckdb.ts";
import type { Engine } from "../support/engines/engine.ts";
import { csvOf } from "../support/engines/engine.ts";
import { sheetOf } from "./subset.ts";

const { plan, rubric } = compile(`
schema: 1
id: whole
version: "1"
language: en
period: month
missing: incomplete
subject: { key: code }
areas: [{ id: A, max: 10 }]
total: { max: 10, clamp: false }
bands: [{ id: good, from: 5 }, { id: poor }]
rollups:
  - { period: quarter, of: month, score: mean, missing: skip }
  - { period: year, of: quarter, score: mean, missing: skip }
`);

let engine: Engine;
beforeAll(async () => {
  engine = await startDuckdb();
});
afterAll(() => engine.stop());

function sqlOf(form: Form): string {
  const written = writeSql(plan, dialectOf("duckdb"), { table: "sheet", names: new Map() }, form);
  if (!("sql" in written)) throw new Error(JSON.stringify(written.outside));
  return written.sql;
}
const [checks, query] = [sqlOf("checks"), sqlOf("query")];

const periods = [
  "2025-01",
  "2025-02",
  "2025-03",
  "2025-Q1",
  "2025-Q2",
  "2025-Q3",
  "2025-Q4",
  "2025",
  "2026-04",
  "2026",
];
const rows = fc.uniqueArray(fc.record({ code: fc.constantFrom("1", "2", "3"), period: fc.constantFrom(...periods) }), {
  selector: ({ code, period }) => `${code} ${period}`,
  minLength: 1,
  maxLength: 8,
});

test("somebody with both is listed at any level, and a period waits where somebody is scored inside it", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (drawn) => {
      const typed = drawn.map(({ code, period }, at) => ({ period, texts: { code, A: `${at}` } }));
      await engine.load("sheet", sheetOf({ plan, rows: typed }));
      const listed = (await engine.run(checks)).map(([period, subject]) => `${period} ${subject}`);
      const both = contradictoryRows(rubric, typed).map(({ period, texts }) => `${period} ${texts.code}`);
      expect(listed.sort()).toEqual(both.sort());
      if (both.length > 0) return;
      const report = compute(plan, rowsFor(plan, typed));
      const expected = report.periods.flatMap((each) =>
        [...periodLines(report, each)].slice(1).map((line) => `${each.period},${line}`),
      );
      expect(csvOf(await engine.run(query))).toBe(expected.join(""));
    }),
    runs(0.2),
  );
});
