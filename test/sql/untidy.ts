// A sheet or table that the program refuses is refused in SQL too; of one that it reads, a query gives the same bytes, or stops.
import fc from "fast-check";
import { expect } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { messageOf } from "../../src/diagnostics/message.ts";
import { compute } from "../../src/pipeline.ts";
import type { DialectName } from "../../src/sql/dialect.ts";
import { dialectOf } from "../../src/sql/dialect.ts";
import type { Form } from "../../src/sql/sql.ts";
import { writeSql } from "../../src/sql/sql.ts";
import { source } from "../../src/text/source.ts";
import { periodLines } from "../../src/views/period-csv.ts";
import { compile } from "../reference/compile.ts";
import type { Draw } from "../reference/generate/draw.ts";
import { drawn } from "../reference/generate/draw.ts";
import { ratedRubricText, ratedSheetFor } from "../reference/generate/ratings.ts";
import { rubricText, rubricThatLooksEverywhere } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import type { Engine, Rows } from "../support/engines/engine.ts";
import { csvOf } from "../support/engines/engine.ts";
import { sheetBeside, sheetOf } from "./subset.ts";

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
  /** What the rubric reads besides, by id. */
  readonly tables: ReadonlyMap<string, Rows>;
}

/** A sheet of a random rubric, and its tables, with some cells spoiled, or a row twice. */
function untidy(draw: Draw): Untidy {
  const kind = draw.one(["plain", "plain", "rated", "looking"] as const);
  if (kind === "looking") {
    const text = rubricThatLooksEverywhere(draw);
    const { tables, ...sheet } = sheetBeside(draw, text);
    const id = draw.one(["", ...tables.keys()]);
    return {
      text,
      sheet: id === "" ? spoiled(draw, sheetOf(sheet)) : sheetOf(sheet),
      tables: new Map([...tables].map(([each, rows]) => [each, each === id ? spoiled(draw, rows) : rows])),
    };
  }
  const text = kind === "rated" ? ratedRubricText(rubricText)(draw) : rubricText(draw);
  const { plan, rubric } = compile(text);
  const rows = (kind === "rated" ? ratedSheetFor : sheetFor)(draw, rubric);
  return { text, sheet: spoiled(draw, sheetOf({ plan, rows })), tables: new Map() };
}

function spoiled(draw: Draw, [head = [], ...rows]: Rows): Rows {
  const lines = rows.map((line) => [...line]);
  for (let left = draw.one([1, 1, 1, 2, 3]); left > 0 && lines.length > 0; left--) {
    const line = draw.one(lines);
    if (draw.rarely(6)) lines.push([...line]);
    else line[draw.one([...head.keys()])] = draw.one([...anything, ...(draw.one(rows) as string[])]);
  }
  return [head, ...lines];
}

const fileOf = (name: string, rows: Rows) => ({
  name: `${name}.csv`,
  async *open() {
    yield Buffer.from(csvOf(rows));
  },
});

/** Tries so many random untidy sheets: whatever the program refuses a query lists, and of all others it gives the same, or stops. */
export async function refusesAlike(engine: Engine, name: DialectName, numRuns: number, longest: number): Promise<void> {
  let [refused, read] = [0, 0];
  const property = fc.asyncProperty(drawn(untidy), async ({ text, sheet, tables }) => {
    const { plan } = compile(text);
    const written = (form: Form, period?: string) =>
      writeSql(
        plan,
        dialectOf(name),
        { table: "sheet", names: new Map(), ...(period !== undefined && { period }) },
        form,
      );
    const checks = written("checks");
    if (!("sql" in checks) || checks.sql.length > longest) return fc.pre(false);
    await engine.load("sheet", sheet);
    for (const [id, rows] of tables) await engine.load(id, rows);
    const listed = await engine.run(checks.sql);
    const diagnostics = createDiagnostics();
    const beside = {
      decisions: [],
      tables: [...tables].map(([table, rows]) => ({ table, ...fileOf(table, rows) })),
    };
    const rubric = source("rubric.yaml", text);
    const computed = await compute({ rubric, sheets: [fileOf("sheet", sheet)], beside }, diagnostics);
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
      if (!("sql" in query) || period.provisional || query.sql.length > longest) continue;
      read++;
      const [, ...lines] = [...periodLines(computed.report, period)];
      expect(csvOf(await engine.run(query.sql)), period.period).toBe(lines.join(""));
    }
  });
  await fc.assert(property, { numRuns, endOnFailure: true });
  if (numRuns >= 15) expect(Math.min(refused, read)).toBeGreaterThan(5);
}
