import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Table, Value } from "../../expression/tree.ts";
import type { TableColumn, TablePlan } from "../../model/column.ts";
import type { GivenTable } from "../../model/given.ts";
import type { Exact } from "../../number/exact.ts";
import { toKey } from "../../number/exact.ts";
import type { YearTerms } from "../../period/calendar.ts";
import { extentOf } from "../../period/calendar.ts";
import { periodNamed } from "../../period/parse-period.ts";
import { phrase } from "../../text/phrase.ts";
import type { DatedRow } from "./log-facts.ts";
import type { TableRow } from "./table-rows.ts";

/** A lookup table of these rows; a key that stands twice is reported. */
export const lookupTable = (plan: TablePlan, rows: readonly TableRow[], diagnostics: Diagnostics): Table => {
  const byKey = rowsByKey(plan, rows, diagnostics);
  return { rows, row: (key) => byKey.get(key), where: indexes(plan, rows) };
};

/** A table as it is in each period: with a key its rows of that very period, else all that lie in it. */
export function tableByPeriod(
  plan: TablePlan & { readonly period: number },
  dated: readonly DatedRow[],
  terms: YearTerms | undefined,
  diagnostics: Diagnostics,
): GivenTable {
  const known = new Map<string, Table>();
  const when = (plan.columns[plan.period] as TableColumn).id;
  const inPeriod = (name: string): Table => {
    const { first, last } = extentOf(periodNamed(name), terms);
    const isIn = (row: DatedRow): boolean =>
      plan.key === undefined ? first <= row.first && row.last <= last : row.field(when) === name;
    const rows = dated.filter(isIn).map(({ row }) => row);
    return lookupTable(plan, rows, diagnostics);
  };
  const table = (name: string): Table => {
    const found = known.get(name) ?? inPeriod(name);
    known.set(name, found);
    return found;
  };
  // A key that stands twice is a mistake in whatever period.
  if (plan.key !== undefined) for (const row of dated) table(row.field(when) as string);
  return { in: table, dated };
}

function rowsByKey(
  { id: table, key, columns }: TablePlan,
  rows: readonly TableRow[],
  diagnostics: Diagnostics,
): ReadonlyMap<string, TableRow> {
  const byKey = new Map<string, TableRow>();
  if (key === undefined) return byKey;
  const { id } = columns[key] as TableColumn;
  for (const row of rows) {
    const text = row.values[key];
    if (typeof text !== "string") continue;
    const other = byKey.get(text);
    if (!other) byKey.set(text, row);
    else {
      const first = { place: other.placeOf(id), message: phrase("the first one") };
      diagnostics.report("D505", { table, row: text }, row.placeOf(id), [first]);
    }
  }
  return byKey;
}

/** The rows by the values of a column, found when it is first asked for. */
function indexes({ columns }: TablePlan, rows: readonly TableRow[]): NonNullable<Table["where"]> {
  const built = new Map<string, ReadonlyMap<unknown, readonly TableRow[]> | undefined>();
  const build = (at: number): ReadonlyMap<unknown, readonly TableRow[]> | undefined => {
    const index = new Map<unknown, TableRow[]>();
    for (const row of rows) {
      const value = row.values[at];
      if (value === undefined) return undefined;
      const known = index.get(indexKey(value));
      if (known) known.push(row);
      else index.set(indexKey(value), [row]);
    }
    return index;
  };
  return (field, value) => {
    if (!built.has(field)) built.set(field, build(columns.findIndex(({ id }) => id === field)));
    const index = built.get(field);
    return index && (index.get(indexKey(value)) ?? []);
  };
}

/** Equal values have equal keys, and a fraction is equal to itself only by its text. */
const indexKey = (value: Value): unknown => (typeof value === "object" && "n" in value ? toKey(value as Exact) : value);
