// LANGUAGE.md 0.4: order never matters. What is compared is the bytes that are written.
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLines } from "../../src/document/csv.ts";
import type { Report } from "../../src/model/report.ts";
import { periodLines } from "../../src/views/period-csv.ts";
import { forPrograms } from "../../src/views/style.ts";
import { summaryTable } from "../../src/views/summary/summary.ts";
import { compile, compute } from "../reference/compile.ts";
import { computeCsv, shuffled } from "../reference/csv.ts";
import type { Draw } from "../reference/generate/draw.ts";
import { drawn } from "../reference/generate/draw.ts";
import type { Spec } from "../reference/generate/rubric.ts";
import { rubricSpec, yaml } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import { rowsFor } from "../reference/rows.ts";
import { runs } from "../reference/runs.ts";

const rubricAndChoices = fc.tuple(
  drawn(rubricSpec),
  drawn((draw) => draw),
);

function files(report: Report): { periods: string[]; summary: string[] } {
  const periods = report.periods.map((period) => `${period.period}\n${[...periodLines(report, period)].join("")}`);
  return { periods, summary: [...csvLines(summaryTable(report, forPrograms))].join("").split("\n") };
}

test("of rows", () => {
  fc.assert(
    fc.property(rubricAndChoices, ([spec, draw]) => {
      const { plan, rubric } = compile(yaml(spec));
      const rows = sheetFor(draw, rubric);
      const shuffledRows = rowsFor(plan, shuffled(draw, rows));
      expect(files(compute(plan, shuffledRows))).toEqual(files(compute(plan, rowsFor(plan, rows))));
    }),
    runs(0.25),
  );
});

test("of rules, quotas, awards and alerts", () => {
  fc.assert(
    fc.property(rubricAndChoices, ([spec, draw]) => {
      const { plan, rubric } = compile(yaml(spec));
      const rows = sheetFor(draw, rubric);
      const other = compile(yaml(withShuffledLists(draw, spec))).plan;
      const [ours, theirs] = [compute(plan, rowsFor(plan, rows)), compute(other, rowsFor(other, rows))].map(files);
      expect(theirs?.periods).toEqual(ours?.periods);
      // The summary lists quotas and awards as the rubric does.
      expect(theirs?.summary.sort()).toEqual(ours?.summary.sort());
    }),
    runs(0.25),
  );
});

function withShuffledLists(draw: Draw, spec: Spec): Spec {
  const lists = ["rules", "quotas", "awards", "alerts"].map((key) => [key, shuffled(draw, spec[key] as unknown[])]);
  const rollups = (spec.rollups as Spec[] | undefined)?.map((rollup) => withShuffledLists(draw, rollup));
  return { ...spec, ...Object.fromEntries(lists), ...(rollups && { rollups }) };
}

test("of columns, files and people in sheets", async () => {
  await fc.assert(
    fc.asyncProperty(rubricAndChoices, async ([spec, draw]) => {
      const text = yaml(spec);
      const { rubric } = compile(text);
      const rows = sheetFor(draw, rubric);
      const written = () => computeCsv(draw, { text, rubric }, rows);
      const [one, other] = [await written(), await written()];
      expect(files(other)).toEqual(files(one));
    }),
    runs(0.25),
  );
});
