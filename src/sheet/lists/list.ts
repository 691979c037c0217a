import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { cellPlace } from "../../model/places.ts";
import { fold } from "../../text/fold.ts";
import { openBytes } from "../1-records/bytes.ts";
import { readRecords } from "../1-records/records.ts";
import { isReadable, reportProblem } from "../1-records/refusals.ts";
import { findOpening } from "../2-header/opening.ts";
import type { Target, Targets } from "../2-header/targets.ts";
import { cellText } from "../3-cells/fault.ts";
import type { SheetInput } from "../4-rows/sheet-input.ts";

/** A CSV file that is no score sheet: decisions, a lookup table, results of an earlier run. */
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
}

export interface ListTaker {
  /** Names must be exactly these, as in files that this program wrote. */
  readonly exact?: boolean;
  /** Called once, before the rows: `ordinals` (from 1) of the columns found. */
  onHeader?(ordinals: ReadonlyMap<string, number>): void;
  onRow(row: ListRow): void;
  /** A column that is required and not there. */
  onMissing(id: string, line: number): void;
}

/** Reads a list row by row, blank rows left out. What is wrong with the file itself is reported. @returns its number of rows. */
export async function readList(
  input: Pick<SheetInput, "name" | "open">,
  columns: readonly ListColumn[],
  diagnostics: Diagnostics,
  taker: ListTaker,
): Promise<number> {
  const bytes = await openBytes(input.open());
  try {
    if (!isReadable(bytes.head, input.name, diagnostics)) return 0;
    const { header, delimiter } = findOpening(bytes.head, targetsFor(columns));
    const ordinals =
      header && bind(columns, header.names, taker.exact ? (name) => name : fold, input.name, diagnostics);
    let [row, rows, sound] = [-1, 0, header !== undefined];
    if (!header || !ordinals) {
      for (const { id, required } of columns) if (required) taker.onMissing(id, 1);
      return 0;
    }
    const problem = await readRecords(bytes.all, delimiter, ({ line, cells }) => {
      row++;
      if (row === header.last) {
        for (const { id, required } of columns) {
          if (!required || ordinals.has(id)) continue;
          taker.onMissing(id, line);
          sound = false;
        }
        if (sound) taker.onHeader?.(ordinals);
      }
      if (row <= header.last) return sound;
      if (cells.every((cell) => cell.trim() === "")) return true;
      rows++;
      taker.onRow({ line, text: (id) => cellText(cells[(ordinals.get(id) ?? 0) - 1] ?? "") });
      return true;
    });
    if (problem) reportProblem(problem, input.name, diagnostics);
    return rows;
  } finally {
    await bytes.close();
  }
}

function bind(
  columns: readonly ListColumn[],
  names: readonly string[],
  alike: (name: string) => string,
  file: string,
  diagnostics: Diagnostics,
): ReadonlyMap<string, number> {
  const ordinals = new Map<string, number>();
  for (const { id, headers } of columns) {
    const wanted = [id, ...headers].map(alike);
    const found = names.flatMap((name, at) => (name !== "" && wanted.includes(alike(name)) ? [at + 1] : []));
    const [first, second] = found;
    if (first !== undefined) ordinals.set(id, first);
    if (first !== undefined && second !== undefined)
      diagnostics.report("D106", { first, second, column: id }, cellPlace(file, 1, second));
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
