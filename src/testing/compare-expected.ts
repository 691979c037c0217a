import { periodId } from "../model/column.ts";
import { showKey } from "../model/keys.ts";
import type { PeriodReport, Report, Result } from "../model/report.ts";
import { stageAt } from "../model/stages.ts";
import { parseDecimal } from "../number/decimal.ts";
import { equal } from "../number/exact.ts";
import { parsePeriod } from "../period/parse-period.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { clean } from "../text/fold.ts";
import { phrase } from "../text/phrase.ts";
import type { ExpectedFile, ExpectedRow } from "./expected-file.ts";
import type { Figure } from "./figures.ts";
import { figuresOf } from "./figures.ts";
import type { Difference } from "./outcome.ts";

/** The results that a file of expected ones is about: of the periods that it names; of all, if it names none. */
export function periodsOf(report: Report, { rows }: ExpectedFile): readonly string[] {
  const named = rows.flatMap(({ period }) => (period === undefined ? [] : [nameOf(period)]));
  return named.length > 0 ? [...new Set(named)] : report.periods.map(({ period }) => period);
}

/** What differs between results and a file of expected ones; a period that it is about is compared with all its people. */
export function compareExpected(report: Report, expected: ExpectedFile): readonly Difference[] {
  return periodsOf(report, expected).flatMap((name) => {
    const period = report.periods.find((each) => each.period === name);
    if (!period) return [{ what: name, expected: results, found: none }];
    const rows = expected.rows.filter((row) => row.period === undefined || nameOf(row.period) === name);
    return comparePeriod(report, period, expected.columns, rows);
  });
}

/** The canonical name of a period, however it is written. */
const nameOf = (text: string): string => parsePeriod(text)?.name ?? text;

function comparePeriod(
  { plan, periods }: Report,
  period: PeriodReport,
  columns: readonly string[],
  rows: readonly ExpectedRow[],
): readonly Difference[] {
  const figures = figuresOf(plan, stageAt(plan, period));
  const byKey = new Map(Array.from(period.results, (result) => [result.key, result]));
  const expectedKeys = new Set(rows.map(({ key }) => key));
  const labelOf = (key: string): string => [...(periods.length > 1 ? [period.period] : []), showKey(key)].join(" ");
  const compared = rows.flatMap((row): readonly Difference[] => {
    const result = byKey.get(row.key);
    const what = labelOf(row.key);
    return result ? compareCells(figures, columns, row, result, what) : [{ what, expected: aRow, found: none }];
  });
  const surplus = [...period.results].filter(({ key }) => !expectedKeys.has(key));
  return [...compared, ...surplus.map(({ key }) => ({ what: labelOf(key), expected: none, found: aRow }))];
}

function compareCells(
  figures: ReadonlyMap<string, Figure>,
  columns: readonly string[],
  { cells }: ExpectedRow,
  result: Result,
  label: string,
): readonly Difference[] {
  return columns.flatMap((column, index): Difference[] => {
    const figure = figures.get(column);
    const expected = cells[index] ?? "";
    const found = clean(figure?.text(result) ?? "");
    if (column === periodId || expected === found || (figure?.type.kind === "number" && isSameNumber(expected, found)))
      return [];
    return [{ what: `${label} ${column}`, expected, found }];
  });
}

/** `93.50` is 93.5. */
function isSameNumber(a: string, b: string): boolean {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  return left !== undefined && right !== undefined && equal(left, right);
}

const aRow: Bilingual = phrase("a row");
const results: Bilingual = phrase("results");
const none: Bilingual = phrase("none");
