import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { fold } from "../../text/fold.ts";
import type { Place } from "../../text/source.ts";
import type { FileInput } from "../1-records/open-records.ts";
import { openRecords } from "../1-records/open-records.ts";
import type { Records, SheetRecord } from "../1-records/records.ts";
import { reportProblem } from "../1-records/refusals.ts";
import { findHeader, headerLikeness, headerRows } from "../2-header/find-header.ts";
import type { Target, Targets } from "../2-header/targets.ts";
import { cellText } from "../3-cells/cell-text.ts";

/** A column of a file that is no score sheet: decisions, a lookup table, results of an earlier run. */
export interface ListColumn {
  readonly id: string;
  /** Names that it may have besides. */
  readonly headers: readonly string[];
  /** A list without it cannot be read. */
  readonly required: boolean;
}

/** One row, its cells as people read them. */
export interface ListRow {
  readonly line: number;
  /** Empty for a blank cell, and for a column that the file has not. */
  text(id: string): string;
  /** Of the cell, or of the row's first one where the file has no such column. */
  place(id: string): Place;
  /** Ordinals (from 1) of the columns of the file. */
  readonly ordinals: ReadonlyMap<string, number>;
}

export interface ListTaker {
  /** Names must be exactly these, as in files that this program wrote. */
  readonly exact?: boolean;
  onRow(row: ListRow): void;
  /** A column that is required and not there; the place of the header. */
  onMissing(id: string, place: Place): void;
}

export interface ReadList {
  /** How many there are. */
  readonly rows: number;
  /** Of its columns, as they are written. */
  readonly names: readonly string[];
}

/** Reads a list row by row, blank rows left out. What is wrong with the file itself is reported. */
export async function readList(
  input: FileInput,
  columns: readonly ListColumn[],
  diagnostics: Diagnostics,
  taker: ListTaker,
): Promise<ReadList> {
  const targets = targetsFor(columns);
  const records = await openRecords(input, (rows) => headerLikeness(rows, targets));
  const { place } = records;
  try {
    const header = findHeader(records.head(headerRows), targets);
    const ordinals = header && bind(columns, header.names, taker.exact ? (name) => name : fold, place, diagnostics);
    if (!header || !ordinals) {
      if (records.problem) reportProblem(records, diagnostics);
      else for (const { id, required } of columns) if (required) taker.onMissing(id, place(1));
      return { rows: 0, names: [] };
    }
    let [row, rows] = [-1, 0];
    /** Tells whether to go on. */
    const take = ({ line, cells }: SheetRecord): boolean => {
      row++;
      if (row < header.last) return true;
      if (row === header.last) {
        const missing = columns.filter(({ id, required }) => required && !ordinals.has(id));
        for (const { id } of missing) taker.onMissing(id, place(line));
        return missing.length === 0;
      }
      if (cells.every((cell) => cell.trim() === "")) return true;
      rows++;
      taker.onRow({
        line,
        ordinals,
        text: (id) => cellText(cells[(ordinals.get(id) ?? 0) - 1] ?? ""),
        place: (id) => place(line, ordinals.get(id)),
      });
      return true;
    };
    for await (const batch of records.rows()) if (!batch.every(take)) break;
    reportProblem(records, diagnostics);
    return { rows, names: header.names };
  } finally {
    await records.close();
  }
}

function bind(
  columns: readonly ListColumn[],
  names: readonly string[],
  alike: (name: string) => string,
  place: Records["place"],
  diagnostics: Diagnostics,
): ReadonlyMap<string, number> {
  const ordinals = new Map<string, number>();
  for (const { id, headers } of columns) {
    const wanted = [id, ...headers].map(alike);
    const found = names.flatMap((name, at) => (name !== "" && wanted.includes(alike(name)) ? [at + 1] : []));
    const [first, second] = found;
    if (first !== undefined) ordinals.set(id, first);
    if (first !== undefined && second !== undefined)
      diagnostics.report("D106", { first, second, column: id }, place(1, second));
  }
  return ordinals;
}

/** What finds the header: the row that has all the required columns. */
function targetsFor(columns: readonly ListColumn[]): Targets {
  const all = columns.map(
    ({ id, headers, required }, index): Target => ({
      kind: "column",
      index,
      label: id,
      names: [id, ...headers],
      isKey: required,
      required,
    }),
  );
  const byName = new Map<string, Target[]>();
  for (const target of all) {
    for (const name of new Set(target.names.map(fold))) byName.set(name, [...(byName.get(name) ?? []), target]);
  }
  return { all, byName };
}
