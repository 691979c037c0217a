import { join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { csvText, dialectOf } from "../document/csv-dialect.ts";
import { joinKey, keyIds, showKey } from "../model/keys.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Report, Result } from "../model/report.ts";
import { stageAt, stagesOf } from "../model/stages.ts";
import { parsePeriod } from "../period/parse-period.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { restore } from "../text/formula.ts";
import { phrase } from "../text/phrase.ts";
import type { Place } from "../text/source.ts";
import { periodFields } from "../views/fields.ts";
import type { ResultTable } from "./result-table.ts";
import { openTable } from "./result-table.ts";

/** What results that an engine made are compared with. */
export interface Again {
  readonly report: Report;
  /** The one period of all rows, where they have no column for it. */
  readonly period?: string;
  /** Only some people were computed again: what rests on others is not compared, nor are longer periods and who is missing. */
  readonly isSample: boolean;
}

export interface Compared {
  /** How many results were computed again. */
  readonly people: number;
  /** Columns that were not compared, as they rest on everybody. */
  readonly left: readonly string[];
}

/** Compares the files of an engine with results that were computed again, row by row, in whatever order they stand. */
export async function compareTables(
  directory: string,
  files: readonly string[],
  { report, period, isSample }: Again,
  diagnostics: Diagnostics,
): Promise<Compared> {
  const compared = report.periods.filter(({ stage }) => stage === 0 || !isSample);
  const periods = new Map(compared.map((each) => [each.period, expecting(report.plan, each, isSample)]));
  for (const name of files) {
    const path = join(directory, name);
    const table = await openResultTable(path, report.plan, period, diagnostics);
    if (table) await compareTable(path, table, { periods, period, isSample }, diagnostics);
  }
  let people = 0;
  for (const [name, { left, seen }] of periods) {
    people += seen.size;
    if (isSample) continue;
    for (const key of left.keys()) {
      if (!seen.has(key)) diagnostics.report("C217", { key: showKey(key), period: name, what: phrase("is missing") });
    }
  }
  const fields = [...periods.values()].flatMap((each) => [...each.columns].filter(([, cell]) => !cell));
  return { people, left: [...new Set(fields.map(([id]) => id))] };
}

/** A file of what a query shows, of one period or of all; undefined, with a diagnostic, where it is none. */
export async function openResultTable(
  file: string,
  plan: Plan,
  period: string | undefined,
  diagnostics: Diagnostics,
): Promise<ResultTable | undefined> {
  const table = await openTable(file);
  const kind = period === undefined ? undefined : parsePeriod(period)?.kind;
  const shown = stagesOf(plan).filter((stage) => kind === undefined || stage.period === kind);
  const fields = shown.flatMap((stage) => periodFields(plan, stage, "ids").map(({ id }) => id));
  const wanted = new Set([...(period === undefined ? ["period"] : []), ...fields]);
  const reason = "problem" in table ? table.problem : lackOf(table, wanted);
  if (!reason) return table as ResultTable;
  if ("close" in table) await table.close();
  diagnostics.report("C215", { file, reason });
  return undefined;
}

function lackOf({ head }: ResultTable, wanted: ReadonlySet<string>): Bilingual | undefined {
  const missing = [...wanted].filter((id) => !head.includes(id));
  return missing.length > 0 ? phrase("it has no column {columns}", { columns: missing.join(", ") }) : undefined;
}

/** What stands in the rows of a period: by column, the text of a result, or nothing where it is not compared. */
interface Expecting {
  readonly columns: ReadonlyMap<string, ((result: Result) => string) | undefined>;
  readonly key: readonly string[];
  readonly left: ReadonlyMap<string, Result>;
  readonly seen: Set<string>;
}

function expecting(plan: Plan, period: PeriodReport, isSample: boolean): Expecting {
  const dialect = dialectOf();
  const stage = stageAt(plan, period);
  const others = isSample ? restingOnOthers(plan) : [];
  const columns = periodFields(plan, stage, "ids").map((field) => {
    const print = csvText(field, dialect);
    return [field.id, others.includes(field.id) ? undefined : (result: Result) => print(field.cell(result))] as const;
  });
  return {
    columns: new Map(columns),
    key: keyIds(plan),
    left: new Map(Array.from(period.results, (result) => [result.key, result])),
    seen: new Set(),
  };
}

/** Places and awards rest on everybody, and with a quota the class too. */
const restingOnOthers = ({ stage }: Plan): readonly string[] => [
  ...["rank", "awards", "marks"],
  ...(stage.quotas.length > 0 ? ["band", "band_title", "reason", "alerts"] : []),
];

interface Expected {
  readonly periods: ReadonlyMap<string, Expecting>;
  readonly period: string | undefined;
  readonly isSample: boolean;
}

async function compareTable(
  file: string,
  { head, rows }: ResultTable,
  { periods, period: only, isSample }: Expected,
  diagnostics: Diagnostics,
): Promise<void> {
  const at = new Map(head.map((name, index) => [name, index]));
  const hasPeriods = at.has("period") && ![...periods.values()].some(({ columns }) => columns.has("period"));
  for await (const batch of rows()) {
    for (const { line, cells } of batch) {
      const cell = (name: string): string => cells[at.get(name) as number] ?? "";
      const period = hasPeriods ? cell("period") : (only ?? "");
      const place = (column = 0): Place => ({ file, line, column: column + 1, endLine: line, endColumn: column + 1 });
      const expected = periods.get(period);
      const key = joinKey((expected ?? [...periods.values()][0])?.key.map((id) => restore(cell(id))) ?? []);
      const result = expected?.left.get(key);
      if (!expected || !result) {
        if (!isSample)
          diagnostics.report("C217", { key: showKey(key), period, what: phrase("is in no sheet") }, place());
        continue;
      }
      if (expected.seen.has(key))
        diagnostics.report("C217", { key: showKey(key), period, what: phrase("is there twice") }, place());
      expected.seen.add(key);
      for (const [column, print] of expected.columns) {
        const [found, again] = [cell(column), print?.(result)];
        if (again === undefined || found === again) continue;
        diagnostics.report(
          "C216",
          { column, key: showKey(key), period, found, expected: again },
          place(at.get(column)),
        );
      }
    }
  }
}
