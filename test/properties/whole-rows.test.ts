// LANGUAGE.md 1.8: a row of a whole period, beside rows of its parts, of theirs, or of nobody's.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { reasonText } from "../../src/views/reason-text.ts";
import { compile } from "../reference/compile.ts";
import { contradictoryRows, referenceResults } from "../reference/reference.ts";
import { rowsFor } from "../reference/rows.ts";
import { keyOf } from "../reference/sheet.ts";

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
  maxLength: 10,
});

test("somebody with both is refused at any level, and a period waits where somebody is scored inside it", () => {
  fc.assert(
    fc.property(rows, (drawn) => {
      const typed = drawn.map(({ code, period }, at) => ({ period, texts: { code, A: `${at}` } }));
      const diagnostics = createDiagnostics();
      const engine = createEngine(plan, diagnostics, { reasonText });
      for (const row of rowsFor(plan, typed)) engine.add(row);
      const report = engine.finish();
      const refused = diagnostics.list.flatMap(({ code, parameters: { key, period } }) =>
        code === "A202" ? [`${key} ${period}`] : [],
      );
      const both = contradictoryRows(rubric, typed).map((row) => `${keyOf(rubric, row)} ${row.period}`);
      expect(refused.sort()).toEqual(both.sort());
      if (both.length > 0) return;
      const computed = report.periods.map(({ period, results }) => [period, [...results].map(({ key }) => key).sort()]);
      const expected = referenceResults(rubric, typed).map(({ period, outcomes }) => [
        period,
        [...outcomes.keys()].sort(),
      ]);
      expect(computed.sort()).toEqual(expected.sort());
    }),
  );
});
