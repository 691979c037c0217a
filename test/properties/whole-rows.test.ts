// LANGUAGE.md 1.8: a row of a whole period, beside rows of its parts, of theirs, or of nobody's.
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { reasonText } from "../../src/views/reason-text.ts";
import { plan, rows, rubric } from "../reference/generate/whole-rows.ts";
import { contradictoryRows, referenceResults } from "../reference/reference.ts";
import { rowsFor } from "../reference/rows.ts";
import { keyOf } from "../reference/sheet.ts";

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
