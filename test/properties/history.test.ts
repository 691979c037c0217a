// LANGUAGE.md 1.9: what earlier periods gave is the same whether their sheets are given or what an earlier run made of them.
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pastResults } from "../../src/archive/past-results.ts";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import type { Rubric } from "../../src/rubric/2-shape/rubric.generated.ts";
import type { Beside } from "../reference/around.ts";
import { compile, refuse } from "../reference/compile.ts";
import type { Files } from "../reference/csv.ts";
import { computeFiles, filesFor } from "../reference/csv.ts";
import { decisionsFor, tablesFor } from "../reference/generate/beside.ts";
import { drawn } from "../reference/generate/draw.ts";
import { factsFor } from "../reference/generate/facts.ts";
import { rubricThatLooksEverywhere } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import { withBlankRows } from "../reference/generate/spellings.ts";
import { daysOf, kindOf, termsOf } from "../reference/periods.ts";
import { referenceResults } from "../reference/reference.ts";
import { runs } from "../reference/runs.ts";
import { viewOfReference, viewOfReport } from "../reference/view.ts";
import { withFolder, writeTree } from "../support/files.ts";
import { runHere } from "../support/run.ts";

/** The last day of a period: a week belongs to the month of its Thursday. */
function lastDay(rubric: Rubric, period: string): number {
  const [first, last] = daysOf(period, termsOf(rubric));
  return kindOf(period) === "week" ? first + 3 : last;
}

/** The last day of each of the longest periods of a rubric, in the order of time. */
function ends(rubric: Rubric, periods: readonly { readonly period: string; readonly kind: string }[]): number[] {
  const longest = rubric.rollups?.at(-1)?.period ?? rubric.period;
  const whole = periods.filter(({ kind }) => kind === longest);
  return whole.map(({ period }) => lastDay(rubric, period)).sort((a, b) => a - b);
}

/** The results of an earlier run, which writes them into a folder. */
async function earlierRun(cwd: string, text: string, { sheets, tables, decisions }: Files) {
  const all = [...sheets, ...tables, ...decisions];
  writeTree(cwd, [["rubric.yaml", text], ...all.map((file) => [file.name, file.text] as const)]);
  const argv = [
    ...sheets.map(({ name }) => name),
    ...tables.flatMap(({ table, name }) => ["--table", `${table}=${name}`]),
    ...decisions.flatMap(({ name }) => ["--decisions", name]),
  ];
  const { exit, stderr } = await runHere(["compute", "rubric.yaml", ...argv, "--out", "past", "--quiet"], { cwd });
  expect(exit, stderr).toBe(0);
  const diagnostics = createDiagnostics();
  const folders = await pastResults(join(cwd, "past"), diagnostics);
  refuse(diagnostics);
  return { asked: ["past"], folders };
}

test("streaks, offences and what was before rest on sheets or on results alike", async () => {
  const given = fc.tuple(
    drawn(rubricThatLooksEverywhere),
    drawn((draw) => draw),
  );
  await fc.assert(
    fc.asyncProperty(given, async ([text, draw]) => {
      const { plan, rubric } = compile(text);
      const rows = withBlankRows(draw, rubric, sheetFor(draw, rubric));
      const facts = factsFor(draw, rubric, rows);
      const bare = referenceResults(rubric, rows, { facts });
      const tables = tablesFor(draw, rubric, bare);
      const beside = { facts, tables, decisions: decisionsFor(draw, rubric, bare) };
      const cuts = ends(rubric, bare);
      fc.pre(cuts.length > 1);
      const cut = draw.one(cuts.slice(0, -1));
      const isBefore = ({ period }: { readonly period: string }): boolean => lastDay(rubric, period) <= cut;
      const files = (isWanted: typeof isBefore): Files => {
        const part: Beside = { ...beside, decisions: beside.decisions.filter(isWanted) };
        return filesFor(draw, rubric, rows.filter(isWanted), part);
      };
      const results = referenceResults(rubric, rows, beside).filter((each) => !isBefore(each));
      await withFolder(async (cwd) => {
        const history = await earlierRun(cwd, text, files(isBefore));
        const report = await computeFiles(
          text,
          files((each) => !isBefore(each)),
          history,
        );
        expect(viewOfReport(report)).toEqual(viewOfReference(plan, results));
      });
    }),
    runs(0.2),
  );
});
