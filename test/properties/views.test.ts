// What one report says must be the same wherever it is read: the file of a period, the summary, JSON, and the explanation of each subject.
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { dialectOf } from "../../src/document/csv-dialect.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { createDeriver } from "../../src/engine/explain/derive.ts";
import { createWitness } from "../../src/engine/explain/witness.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Row } from "../../src/model/row.ts";
import { explanationJson } from "../../src/views/explanation/explanation-json.ts";
import { jsonLines } from "../../src/views/json.ts";
import { periodLines } from "../../src/views/period-csv.ts";
import { reasonText } from "../../src/views/reason-text.ts";
import { forPrograms } from "../../src/views/style.ts";
import { summaryBytes } from "../../src/views/summary/summary-bytes.ts";
import { compile } from "../reference/compile.ts";
import { drawn } from "../reference/generate/draw.ts";
import { ratedRubricText, ratedSheetFor } from "../reference/generate/ratings.ts";
import { rubricText } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import { rowsFor } from "../reference/rows.ts";
import { runs } from "../reference/runs.ts";

type Line = Readonly<Record<string, string>>;

const linesOf = (text: string): Line[] => parse(text, { columns: true });
const listed = (cell: string | undefined): string[] => (cell ? cell.split(" ") : []);
const numberOf = (values: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((each) => each === value).length]));
/** CSV rounds what is no decimal, of which JSON has the fraction. */
const isDecimal = (text: string | undefined): boolean => text !== undefined && !text.includes("/");

/** What JSON says of a subject; an explanation has no more than the first three. */
interface Judged {
  readonly state: string;
  readonly band?: string;
  readonly total?: string;
  readonly rank?: number;
  readonly rules: readonly string[];
  readonly awards: readonly string[];
  readonly alerts: readonly string[];
}

/** A line of CSV, as JSON says the same. */
const fromCsv = ({ state, band, rank, rules, awards, alerts }: Line) => ({
  state,
  band: band || undefined,
  rank: rank ? Number(rank) : undefined,
  rules: listed(rules),
  awards: listed(awards),
  alerts: listed(alerts),
});

function viewsOf(plan: Plan, rows: readonly Row[]) {
  const witness = createWitness({ reasonText }, () => true);
  const engine = createEngine(plan, createDiagnostics(), { reasonText, ...witness.hooks });
  for (const row of rows) engine.add(row);
  const report = engine.finish();
  const blocks = [...summaryBytes(report, forPrograms, dialectOf())].map((block) => Buffer.from(block));
  const summary = linesOf(Buffer.concat(blocks).toString());
  return report.periods.map((period) => {
    const each = witness.periods.get(period.period);
    if (!each) throw new Error(`nobody saw ${period.period}`);
    const derive = createDeriver(plan, each);
    return {
      csv: linesOf([...periodLines(report, period)].join("")),
      json: JSON.parse([...jsonLines(report, period)].join("")).results as readonly Judged[],
      explained: [...each.report.results].map(
        (result): Judged => JSON.parse(explanationJson([derive(result)])).periods[0],
      ),
      summary: summary.filter(({ period: name, within }) => name === period.period && within === ""),
    };
  });
}

test.each([
  ["rows", rubricText, sheetFor],
  ["ratings", ratedRubricText(rubricText), ratedSheetFor],
] as const)("of %s: places, totals, classes, states, awards and alerts, and their numbers", (_, rubric, sheet) => {
  const rubricAndRows = fc.tuple(
    drawn(rubric),
    drawn((draw) => draw),
  );
  fc.assert(
    fc.property(rubricAndRows, ([text, draw]) => {
      const { plan, rubric } = compile(text);
      for (const { csv, json, explained, summary } of viewsOf(plan, rowsFor(plan, sheet(draw, rubric)))) {
        const judged = json.map(({ state, band, total }) => ({ state, band, total }));
        expect(explained.map(({ state, band, total }) => ({ state, band, total }))).toEqual(judged);
        expect(csv.map(fromCsv)).toEqual(
          json.map(({ state, band, rank, rules, awards, alerts }) => ({ state, band, rank, rules, awards, alerts })),
        );
        for (const [at, { total }] of json.entries()) if (isDecimal(total)) expect(csv[at]?.total).toBe(total);
        const counted = (kind: string): Record<string, number> =>
          Object.fromEntries(
            summary
              .filter(({ kind: of, count }) => of === kind && count !== "0")
              .map(({ id, count }) => [id, Number(count)]),
          );
        expect(counted("band")).toEqual(numberOf(csv.flatMap(({ band }) => band || [])));
        expect(counted("alert")).toEqual(numberOf(csv.flatMap(({ alerts }) => listed(alerts))));
        // Those who are not rated are counted by reason.
        const inState = (state: string): number =>
          summary.reduce((sum, line) => sum + (line.kind === state ? Number(line.count) : 0), 0);
        for (const state of ["rated", "incomplete", "not_rated"])
          expect(inState(state)).toBe(csv.filter((line) => line.state === state).length);
      }
    }),
    runs(0.2),
  );
});
