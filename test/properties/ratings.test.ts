// Several ratings of one subject: the engine against the reference of test/reference, on random rubrics and rows.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile, compute } from "../reference/compile.ts";
import { computeCsv } from "../reference/csv.ts";
import { decisionsFor, tablesFor } from "../reference/generate/beside.ts";
import type { Draw } from "../reference/generate/draw.ts";
import { drawn } from "../reference/generate/draw.ts";
import { factsFor } from "../reference/generate/facts.ts";
import { ratedRubricText, ratedSheetFor } from "../reference/generate/ratings.ts";
import { rubricThatLooksAround, rubricThatLooksEverywhere } from "../reference/generate/rubric.ts";
import { referenceResults } from "../reference/reference.ts";
import { factsFrom, rowsFor } from "../reference/rows.ts";
import { viewOfReference, viewOfReport } from "../reference/view.ts";

/** A random rubric; the rows are drawn once it is compiled, for they must fit it. */
const rubricAndRows = (rubric: (draw: Draw) => string) =>
  fc.tuple(
    drawn(ratedRubricText(rubric)),
    drawn((draw) => draw),
  );

test("ratings of raters are combined as the reference combines them", () => {
  fc.assert(
    fc.property(rubricAndRows(rubricThatLooksAround), ([text, draw]) => {
      const { plan, rubric } = compile(text);
      const rows = ratedSheetFor(draw, rubric);
      const facts = factsFor(draw, rubric, rows);
      const report = compute(plan, rowsFor(plan, rows), factsFrom(plan, facts));
      expect(viewOfReport(report)).toEqual(viewOfReference(plan, referenceResults(rubric, rows, { facts })));
    }),
  );
});

test("through sheets: the ratings in any order, in any file", async () => {
  await fc.assert(
    fc.asyncProperty(rubricAndRows(rubricThatLooksEverywhere), async ([text, draw]) => {
      const { plan, rubric } = compile(text);
      const rows = ratedSheetFor(draw, rubric);
      const facts = rubric.columns?.ma ? [] : factsFor(draw, rubric, rows);
      const results = referenceResults(rubric, rows, { facts });
      const tables = tablesFor(draw, rubric, results);
      const beside = { facts, tables, decisions: rubric.columns?.ma ? [] : decisionsFor(draw, rubric, results) };
      const report = await computeCsv(draw, { text, rubric }, rows, beside);
      expect(viewOfReport(report)).toEqual(viewOfReference(plan, referenceResults(rubric, rows, beside)));
    }),
  );
});
