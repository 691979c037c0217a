import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { CellValue, TableColumn, TablePlan } from "../../model/column.ts";
import type { Dated, Fact } from "../../model/given.ts";
import { joinKey } from "../../model/keys.ts";
import type { Extent } from "../../period/calendar.ts";
import { spanOf, spanOfDay } from "../../period/calendar.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import type { PeriodKind } from "../../period/period.ts";
import { periodKinds } from "../../period/period.ts";
import { readDate } from "../../period/shown-day.ts";
import { untranslated } from "../../text/bilingual.ts";
import { expectedKinds } from "../2-header/period-words.ts";
import type { TableRow } from "./table-rows.ts";

/** The facts in the rows of a log, each with its subject and its time. `kind`: the period of a row of the sheets. */
export function factsIn(
  table: TablePlan & { readonly log: NonNullable<TablePlan["log"]> },
  rows: readonly TableRow[],
  kind: PeriodKind,
  diagnostics: Diagnostics,
): readonly Fact[] {
  const { log, columns } = table;
  const key = log.key.map((at) => (columns[at] as TableColumn).id);
  return datedIn(table, rows, log.period, kind, diagnostics).flatMap(({ row: _, ...dated }): Fact[] => {
    const keys = key.flatMap((id) => dated.field(id) ?? []);
    // A cell without a value has been told.
    return keys.length < key.length ? [] : [{ key: joinKey(keys as string[]), ...dated }];
  });
}

/** A row of a table with its time. */
export interface DatedRow extends Dated {
  readonly row: TableRow;
}

/** The rows of a table, each with its time, which the column of that index says; a text that names no period is reported. */
export function datedIn(
  { id: table, columns, log, key }: TablePlan,
  rows: readonly TableRow[],
  at: number,
  kind: PeriodKind,
  diagnostics: Diagnostics,
): readonly DatedRow[] {
  const period = (columns[at] as TableColumn).id;
  const about = columns[key ?? log?.key[0] ?? at]?.id ?? period;
  // With a key of its own a row is that of a period, which no day is.
  const mayBeDay = log !== undefined || key === undefined;
  return rows.flatMap((row): DatedRow[] => {
    const when = row.field(period) as CellValue | undefined;
    // A cell without a value has been told.
    if (when === undefined) return [];
    const named = typeof when === "string" ? parsePeriod(when) : undefined;
    const day = typeof when === "string" && mayBeDay ? readDate(when) : when;
    const span: Extent | undefined = named ? spanOf(named) : typeof day === "number" ? spanOfDay(day, kind) : undefined;
    if (!span) {
      const parameters = { table, column: period, found: untranslated(`"${when}"`) };
      diagnostics.report("D506", { ...parameters, expected: expectedKinds(periodKinds) }, row.placeOf(period));
      return [];
    }
    const field = (name: string) => (named && name === period ? named.name : row.field(name));
    return [{ row: { ...row, field }, ...span, field, place: row.placeOf(about) }];
  });
}
