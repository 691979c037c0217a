// Several ratings of one subject: the engine against the reference of test/reference, on random rubrics and rows.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile, compute } from "../reference/compile.ts";
import { computeCsv } from "../reference/csv.ts";
import { drawn } from "../reference/generate/draw.ts";
import { ratedRubricText, ratedSheetFor } from "../reference/generate/ratings.ts";
import { referenceResults } from "../reference/reference.ts";
import { rowsFor } from "../reference/rows.ts";
import { viewOfReference, viewOfReport } from "../reference/view.ts";

/** A random rubric; the rows are drawn once it is compiled, for they must fit it. */
const rubricAndRows = fc.tuple(
  drawn(ratedRubricText),
  drawn((draw) => draw),
);

test("ratings of raters are combined as the reference combines them", () => {
  fc.assert(
    fc.property(rubricAndRows, ([text, draw]) => {
      const { plan, rubric } = compile(text);
      const rows = ratedSheetFor(draw, rubric);
      const report = compute(plan, rowsFor(plan, rows));
      expect(viewOfReport(report)).toEqual(viewOfReference(plan, referenceResults(rubric, rows)));
    }),
  );
});

test("through sheets: the ratings in any order, in any file", async () => {
  await fc.assert(
    fc.asyncProperty(rubricAndRows, async ([text, draw]) => {
      const { plan, rubric } = compile(text);
      const rows = ratedSheetFor(draw, rubric);
      const report = await computeCsv(draw, { text, rubric }, rows);
      expect(viewOfReport(report)).toEqual(viewOfReference(plan, referenceResults(rubric, rows)));
    }),
  );
});
