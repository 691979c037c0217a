// The engine against the reference of test/reference: two readings of LANGUAGE.md must give the same results.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile, compute } from "../reference/compile.ts";
import { computeCsv } from "../reference/csv.ts";
import { decisionsFor, tablesFor } from "../reference/generate/beside.ts";
import type { Draw } from "../reference/generate/draw.ts";
import { drawn } from "../reference/generate/draw.ts";
import { factsFor } from "../reference/generate/facts.ts";
import { rubricThatLooksAround, rubricThatLooksEverywhere } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import { withBlankRows, withLookAlikes } from "../reference/generate/spellings.ts";
import { referenceResults } from "../reference/reference.ts";
import { factsFrom, rowsFor } from "../reference/rows.ts";
import { runs } from "../reference/runs.ts";
import { viewOfReference, viewOfReport } from "../reference/view.ts";

/** A random rubric; the rows are drawn once it is compiled, for they must fit it. */
const rubricAndRows = (rubric: (draw: Draw) => string) =>
  fc.tuple(
    drawn(rubric),
    drawn((draw) => draw),
  );

test("on random rubrics and rows: every score, state, band, rank, rule, quota, award and alert of every period", () => {
  fc.assert(
    fc.property(rubricAndRows(rubricThatLooksAround), ([text, draw]) => {
      const { plan, rubric } = compile(text);
      const rows = sheetFor(draw, rubric);
      const facts = factsFor(draw, rubric, rows);
      const report = compute(plan, rowsFor(plan, rows), factsFrom(plan, facts));
      expect(viewOfReport(report)).toEqual(viewOfReference(plan, referenceResults(rubric, rows, { facts })));
    }),
    runs(0.5),
  );
});

test("through sheets, with tables and decisions: columns, rows and files in any order", async () => {
  await fc.assert(
    fc.asyncProperty(rubricAndRows(rubricThatLooksEverywhere), async ([text, draw]) => {
      const { plan, rubric } = compile(text);
      const plain = sheetFor(draw, rubric);
      const rows = withLookAlikes(draw, rubric, withBlankRows(draw, rubric, plain));
      // The log and the decisions spell keys in one way alone.
      const facts = rubric.columns?.ma ? [] : factsFor(draw, rubric, plain);
      const results = referenceResults(rubric, rows, { facts });
      const tables = tablesFor(draw, rubric, results);
      const decisions = rubric.columns?.ma ? [] : decisionsFor(draw, rubric, results);
      const beside = { facts, tables, decisions };
      const report = await computeCsv(draw, { text, rubric }, rows, beside);
      expect(viewOfReport(report)).toEqual(viewOfReference(plan, referenceResults(rubric, rows, beside)));
    }),
    runs(0.4),
  );
});
