// Rows of a whole period in one query: beside rows of its parts, of theirs, or of nobody's, as the program takes them.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { dialectOf } from "../../src/sql/dialect.ts";
import type { Form } from "../../src/sql/sql.ts";
import { writeSql } from "../../src/sql/sql.ts";
import { periodLines } from "../../src/views/period-csv.ts";
import { compute } from "../reference/compile.ts";
import { plan, rows, rubric } from "../reference/generate/whole-rows.ts";
import { contradictoryRows } from "../reference/reference.ts";
import { rowsFor } from "../reference/rows.ts";
import { runs } from "../reference/runs.ts";
import { startDuckdb } from "../support/engines/duckdb.ts";
import type { Engine } from "../support/engines/engine.ts";
import { csvOf } from "../support/engines/engine.ts";
import { sheetOf } from "./subset.ts";

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
