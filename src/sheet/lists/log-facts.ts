import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Fact } from "../../model/given.ts";
import { joinKey } from "../../model/keys.ts";
import type { CellValue, TableColumn, TablePlan } from "../../model/plan.ts";
import type { Extent } from "../../period/calendar.ts";
import { spanOf, spanOfDay } from "../../period/calendar.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import type { PeriodKind } from "../../period/period.ts";
import { periodKinds } from "../../period/period.ts";
import { expectedKinds } from "../2-header/period-words.ts";
import type { TableRow } from "./table-rows.ts";

/**
 * The facts in the rows of a log, each with its subject and its time; a text that names no period is reported. `kind`: the
 * period of a row of the sheets.
 */
export function factsIn(
  { id: table, columns, log }: TablePlan & { readonly log: NonNullable<TablePlan["log"]> },
  rows: readonly TableRow[],
  kind: PeriodKind,
  diagnostics: Diagnostics,
): readonly Fact[] {
  const key = log.key.map((at) => (columns[at] as TableColumn).id);
  const period = (columns[log.period] as TableColumn).id;
  return rows.flatMap((row): Fact[] => {
    const keys = key.flatMap((id) => row.field(id) ?? []);
    const when = row.field(period) as CellValue | undefined;
    // A cell without a value has been told.
    if (keys.length < key.length || when === undefined) return [];
    const named = typeof when === "string" ? parsePeriod(when) : undefined;
    const span: Extent | undefined = named
      ? spanOf(named)
      : typeof when === "number"
        ? spanOfDay(when, kind)
        : undefined;
    if (!span) {
      const parameters = { table, column: period, found: { en: `"${when}"`, vi: `"${when}"` } };
      diagnostics.report("D506", { ...parameters, expected: expectedKinds(periodKinds) }, row.place(period));
      return [];
    }
    const field = (name: string) => (named && name === period ? named.name : row.field(name));
    return [{ key: joinKey(keys as string[]), ...span, field, place: row.place(key[0] ?? period) }];
  });
}
