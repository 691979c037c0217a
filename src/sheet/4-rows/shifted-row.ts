import { joinKey } from "../../model/keys.ts";
import type { Plan } from "../../model/plan.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import type { SheetReading } from "../3-cells/sheet-reading.ts";
import type { BrokenRow } from "./sheet-input.ts";

/**
 * Rows that have more or fewer cells than the header: some cells stand in wrong columns, and nothing tells which. Programs
 * leave out blank cells at the end of a row: those may be missing whose columns are not used or have a default.
 */
export interface ShiftedRows {
  /** Is it such a row? Blank cells at its end do not count. */
  has(cells: readonly string[]): boolean;
  /** Reports it. Cells are never shifted: nothing is read but whose row it is, given where that is certain. */
  take(record: SheetRecord, key: readonly string[]): BrokenRow | undefined;
}

/** `periodOf`: the name of the period of a row whose `period` column has this text; undefined where it names none. */
export function createShiftedRows(
  { plan, header, complaints, diagnostics }: SheetReading,
  periodOf: (raw: string) => string | undefined,
): ShiftedRows {
  const { names, period } = header;
  const { layout: sheet } = header;
  const keyOrdinals = plan.key.map((index) => sheet.columns[index] ?? 0);
  const width = neededWidth(plan, header);

  function count(cells: readonly string[]): number {
    if (cells.length <= names.length) return cells.length;
    return Math.max(names.length, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
  }

  return {
    has: (cells) => cells.length < width || count(cells) > names.length,
    take({ line, cells }, key) {
      const counts = { found: count(cells), expected: names.length };
      if (!isKeyCertain(cells, keyOrdinals, names)) {
        diagnostics.report("D220", counts, header.place(line));
        return undefined;
      }
      complaints.row("D216", { key: complaints.key, ...counts });
      const covered = certainPeriod(cells, Math.abs(counts.found - counts.expected));
      return {
        key: joinKey(key),
        line,
        sheet,
        code: "D216",
        ...(covered !== undefined && { period: covered }),
      };
    },
  };

  /** What the period column says, if no cell that might be the right one, `off` columns away at most, names another. */
  function certainPeriod(cells: readonly string[], off: number): string | undefined {
    const found = periodOf(cells[period - 1] ?? "");
    const near = cells.slice(Math.max(0, period - 1 - off), period + off).map(periodOf);
    return near.every((other) => other === undefined || other === found) ? found : undefined;
  }
}

/** Cells that every row has: up to the last column that has to say something. */
function neededWidth({ columns, key }: Plan, { layout, period }: BoundHeader): number {
  const needed = columns.map(({ required, compare }, at) =>
    key.includes(at) || (required && !compare) ? (layout.columns[at] ?? 0) : 0,
  );
  return Math.max(period, ...needed, ...layout.cells);
}

/**
 * The cells that a reader meets first stand in their columns, unless the key itself was cut, or the line is the end of
 * another. So a key is believed where nothing but a row number stands before it and it is a code of one word.
 */
function isKeyCertain(cells: readonly string[], keyOrdinals: readonly number[], names: readonly string[]): boolean {
  return cells.slice(0, Math.max(...keyOrdinals)).every((raw, at) => {
    const text = cellText(raw);
    if (keyOrdinals.includes(at + 1)) return /^\S+$/.test(text);
    return isRowNumberName(names[at] ?? "") && /^\d+$/.test(text);
  });
}
