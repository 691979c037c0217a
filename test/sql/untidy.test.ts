// A sheet that the program refuses is refused in SQL too; of one that it reads, a query gives the same bytes, or stops.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { messageOf } from "../../src/diagnostics/message.ts";
import { compute } from "../../src/pipeline.ts";
import { dialectOf } from "../../src/sql/dialect.ts";
import type { Form } from "../../src/sql/sql.ts";
import { writeSql } from "../../src/sql/sql.ts";
import { source } from "../../src/text/source.ts";
import { periodLines } from "../../src/views/period-csv.ts";
import { compile } from "../reference/compile.ts";
import type { Draw } from "../reference/generate/draw.ts";
import { drawn } from "../reference/generate/draw.ts";
import { ratedRubricText, ratedSheetFor } from "../reference/generate/ratings.ts";
import { rubricText } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import { runs } from "../reference/runs.ts";
import { startDuckdb } from "../support/engines/duckdb.ts";
import type { Engine, Rows } from "../support/engines/engine.ts";
import { csvOf } from "../support/engines/engine.ts";
import { patience } from "./conformance.ts";
import { sheetOf } from "./subset.ts";

/** What people, other programs and mistakes leave in cells. */
const anything = [
  ..."-1 -0 0.001 100.5 1000 99999999 0,5 1,234 1.234 1e3 .5 5. 007 +5 1.0 −5 １ 85% 0.85 1.5% abc x X có co Không đạt dat".split(
    " ",
  ),
  ..."KPS kps tot TOT tốt kha k1 K1 k9 cb1 CB1 c2 true false TRUE yes #N/A #REF! ######## =1+1 -2+3 '1 NaN Infinity".split(
    " ",
  ),
  ..."2026-02-30 31/12/2025 2026-1-5 2026-03-31 2026 2026-Q1 2026-Q5 2026Q1 Q1/2026 2026-W53 2025-W53 2025-2026 2025-2027 2026-H1".split(
    " ",
  ),
  ..."Tổng Cộng I II \u200b \uFFFD e\u0302\u0301 a\u00A0b".split(" "),
  "",
  "  ",
  "1 000",
  "a  b",
  "Tổng cộng",
];

interface Untidy {
  readonly text: string;
  readonly sheet: Rows;
}

/** A sheet of a random rubric with some cells spoiled, or a row twice. */
function untidy(draw: Draw): Untidy {
  const isRated = draw.rarely(4);
  const text = isRated ? ratedRubricText(rubricText)(draw) : rubricText(draw);
  const { plan, rubric } = compile(text);
  const rows = (isRated ? ratedSheetFor : sheetFor)(draw, rubric);
  const [head = [], ...lines] = sheetOf({ plan, rows });
  const spoiled = lines.map((line) => [...line]);
  for (let left = draw.one([1, 1, 1, 2, 3]); left > 0 && spoiled.length > 0; left--) {
    const line = draw.one(spoiled);
    if (draw.rarely(6)) spoiled.push([...line]);
    else line[draw.one([...head.keys()])] = draw.one([...anything, ...(draw.one(lines) as string[])]);
  }
  return { text, sheet: [head, ...spoiled] };
}

let engine: Engine;
beforeAll(async () => {
  engine = await startDuckdb();
});
afterAll(() => engine.stop());

test(
  "what the program refuses of random untidy sheets a query lists, and never gives another result",
  async () => {
    let [refused, read] = [0, 0];
    const property = fc.asyncProperty(drawn(untidy), async ({ text, sheet }) => {
      const { plan } = compile(text);
      const written = (form: Form, period?: string) =>
        writeSql(
          plan,
          dialectOf("duckdb"),
          { table: "sheet", names: new Map(), ...(period !== undefined && { period }) },
          form,
        );
      const checks = written("checks");
      if (!("sql" in checks)) return;
      await engine.load("sheet", sheet);
      const listed = await engine.run(checks.sql);
      const diagnostics = createDiagnostics();
      const file = {
        name: "sheet.csv",
        async *open() {
          yield Buffer.from(csvOf(sheet));
        },
      };
      const computed = await compute({ rubric: source("rubric.yaml", text), sheets: [file] }, diagnostics);
      if (diagnostics.hasErrors || !computed) {
        refused++;
        const codes = diagnostics.list
          .filter(({ severity }) => severity === "error")
          .map((each) => `${each.code} ${messageOf(each, "en")}`);
        expect(listed.length, codes.join("; ")).toBeGreaterThan(0);
        return;
      }
      if (listed.length > 0) return;
      for (const period of computed.report.periods) {
        const query = written("query", period.period);
        if (!("sql" in query) || period.provisional) continue;
        read++;
        const [, ...lines] = [...periodLines(computed.report, period)];
        expect(csvOf(await engine.run(query.sql)), period.period).toBe(lines.join(""));
      }
    });
    await fc.assert(property, { ...runs(0.3), endOnFailure: true });
    expect(Math.min(refused, read)).toBeGreaterThan(5);
  },
  patience,
);
