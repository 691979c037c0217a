// What the golden cases and the shipped rubrics compute.
import { expect, test } from "vitest";
import { periodNamed } from "../../../src/period/parse-period.ts";
import { dialectOf } from "../../../src/sql/dialect.ts";
import { writeSql } from "../../../src/sql/sql.ts";
import type { Rows } from "../../support/engines/engine.ts";
import { csvOf } from "../../support/engines/engine.ts";
import { goldenJobs } from "../golden.ts";
import type { Trial } from "./trial.ts";
import { patience } from "./trial.ts";

export function goldenCases({ name, engine, random, golden, longer, longest, sqlOf }: Trial): void {
  test.each([
    ["golden cases and shipped rubrics in the subset", false, golden],
    ["longer periods of golden cases and shipped rubrics", true, longer],
  ])(
    "%s",
    async (_, isLonger, most) => {
      const cases: {
        readonly sql: string;
        readonly table: Rows;
        readonly tables: ReadonlyMap<string, Rows>;
        readonly decisions: Rows | undefined;
        readonly expected: string;
        readonly title: string;
      }[] = [];
      for await (const { name: of, plan, table, tables, decisions, results } of goldenJobs()) {
        for (const [period, expected] of results) {
          const sheet = {
            table: "sheet",
            names: new Map(),
            period,
            ...(decisions && { decisions: "quyet_dinh" }),
          };
          const written = writeSql(plan, dialectOf(name), sheet, "query");
          if (isLonger !== (plan.stage.period !== periodNamed(period).kind)) continue;
          if (of.startsWith("sql/")) expect(written, of).toHaveProperty("sql");
          if ("sql" in written && (!isLonger || written.sql.length <= longest))
            cases.push({ sql: written.sql, table, tables, decisions, expected, title: `${of} ${period}\n` });
        }
      }
      const step = Math.max(1, cases.length / most);
      // Those that were made for this are tried in every engine; of longer periods each takes a slow one a minute.
      const tried = cases.filter(
        ({ title }, at) =>
          (title.startsWith("sql/") && !isLonger) || Math.floor(at / step) !== Math.floor((at - 1) / step),
      );
      const found: string[] = [];
      for (const { sql, table, tables, decisions, title } of tried) {
        await engine.load("sheet", table);
        for (const [id, rows] of tables) await engine.load(id, rows);
        if (decisions) await engine.load("quyet_dinh", decisions);
        found.push(title + csvOf(await engine.run(sql)));
      }
      expect(found).toEqual(tried.map(({ title, expected }) => title + expected));
      expect(found.length).toBeGreaterThan(isLonger ? 3 : 15);
    },
    patience,
  );

  // Where one query of that length cannot be planned, the many small ones take minutes.
  test.runIf(longest === Infinity || random > 10)(
    "the year of a large rubric as several statements, each of which the engine can plan",
    async () => {
      for await (const { name: of, plan, table, decisions, results } of goldenJobs()) {
        const expected = results.get("2026");
        if (!of.startsWith("rubrics/qd-366.yaml: cả năm") || decisions || expected === undefined) continue;
        await engine.load("sheet", table);
        const script = sqlOf(plan, "script", { period: "2026" });
        const statements = script.replace(/;\n$/, "").split(";\n\n");
        for (const statement of statements) await engine.run(statement);
        const lines = (text: string): readonly string[] => text.split("\n").sort();
        expect(lines(csvOf(await engine.run("SELECT * FROM qd_366_results")))).toEqual(lines(expected));
        await engine.run("DROP TABLE qd_366_results");
        expect(statements.length).toBeGreaterThan(10);
        return;
      }
      throw new Error("the rubric is not there");
    },
    patience,
  );
}
