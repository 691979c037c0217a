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
import { computeFiles, fileOf, filesFor } from "../reference/csv.ts";
import { decisionsFor, tablesFor } from "../reference/generate/beside.ts";
import { drawn } from "../reference/generate/draw.ts";
import { factsFor } from "../reference/generate/facts.ts";
import { rubricThatLooksAround, rubricThatLooksEverywhere } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import { withBlankRows } from "../reference/generate/spellings.ts";
import { daysOf, kindOf, termsOf } from "../reference/periods.ts";
import type { PeriodOutcome } from "../reference/reference.ts";
import { referenceResults } from "../reference/reference.ts";
import { runs } from "../reference/runs.ts";
import type { PlainRow } from "../reference/sheet.ts";
import { keyOf } from "../reference/sheet.ts";
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

/** A new key of somebody from some period on, in the rows of this and later periods. */
interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly since: string;
}

/** The results as they are with that key: of a longer period that is not over before the new key. */
function renamed(rubric: Rubric, { from, to, since }: Renaming, results: readonly PeriodOutcome[]): PeriodOutcome[] {
  const [first] = daysOf(since, termsOf(rubric));
  return results.map((result) => {
    if (lastDay(rubric, result.period) < first) return result;
    const name = (key: string): string => (key === from ? to : key);
    const awards = result.awards.map((each) => ({
      ...each,
      winners: each.winners.map(name),
      open: each.open.map(name),
    }));
    return { ...result, awards, outcomes: new Map([...result.outcomes].map(([key, outcome]) => [name(key), outcome])) };
  });
}

test("somebody with a new key keeps what was under the old one", async () => {
  const given = fc.tuple(
    drawn(rubricThatLooksAround),
    drawn((draw) => draw),
  );
  await fc.assert(
    fc.asyncProperty(given, async ([text, draw]) => {
      const { plan, rubric } = compile(text);
      const rows = sheetFor(draw, rubric);
      const facts = factsFor(draw, rubric, rows);
      const { ma } = draw.one(rows).texts;
      const own = rows.filter(({ period, texts }) => texts.ma === ma && kindOf(period) === rubric.period);
      const [, ...later] = own.sort((a, b) => lastDay(rubric, a.period) - lastDay(rubric, b.period));
      fc.pre(later.length > 0);
      const { period: since } = draw.one(later);
      const [first] = daysOf(since, termsOf(rubric));
      const files = filesFor(
        draw,
        rubric,
        rows.map((row) =>
          row.texts.ma === ma && lastDay(rubric, row.period) >= first
            ? { ...row, texts: { ...row.texts, ma: "moi" } }
            : row,
        ),
        { facts },
      );
      const [row] = own as [PlainRow];
      const [from, to] = [keyOf(rubric, row), keyOf(rubric, { ...row, texts: { ...row.texts, ma: "moi" } })];
      const key = (text: string): string => text.replace("\u001F", " / ");
      const decision = `key,period,action,value,reason,authority\n${key(to)},${since},was,${key(from)},chuyển công tác,cấp ủy`;
      const report = await computeFiles(text, { ...files, decisions: [fileOf(draw, "d.csv", decision)] });
      const results = renamed(rubric, { from, to, since }, referenceResults(rubric, rows, { facts }));
      expect(viewOfReport(report)).toEqual(viewOfReference(plan, results));
    }),
    runs(0.2),
  );
});
