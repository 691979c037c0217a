import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { clean } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import { textAt } from "../1-records/cell-text.ts";
import type { Records, SheetRecord } from "../1-records/records.ts";

/** Scores of one item that somebody has several times in a sheet with a row for each item. */
export interface RepeatedScores {
  /** `line` is that of the person, `cell` the index of the item's cell, `first` the row with its first score. */
  add(line: number, cell: number, first: SheetRecord, row: SheetRecord): void;
  has(line: number, cell: number): boolean;
  /** Puts all scores of an item into its cell, `20 | 21`: no number, so that it has to be mended. */
  putTogether(line: number, cells: string[]): void;
  /** Takes the first score of each item whose cell still says several, and reports the others. */
  withFirst(record: SheetRecord): SheetRecord;
}

/** All are ordinals of columns, `keys` of those with the key. */
export function createRepeatedScores(
  { item, score, keys }: { readonly item: number; readonly score: number; readonly keys: readonly number[] },
  place: Records["place"],
  diagnostics: Diagnostics,
): RepeatedScores {
  /** The rows of an item, by the line of its person and the index of its cell. */
  const repeated = new Map<number, Map<number, SheetRecord[]>>();
  const together = (rows: readonly SheetRecord[]): string => rows.map((row) => textAt(row, score)).join(" | ");

  return {
    add(line, cell, first, row) {
      const cells = repeated.get(line) ?? new Map<number, SheetRecord[]>();
      repeated.set(line, cells);
      const rows = cells.get(cell) ?? [first];
      cells.set(cell, rows);
      rows.push(row);
    },
    has: (line, cell) => repeated.get(line)?.has(cell) === true,
    putTogether(line, cells) {
      for (const [cell, rows] of repeated.get(line) ?? []) cells[cell] = together(rows);
    },
    withFirst(record) {
      const { line, cells, numbers } = record;
      const unmended = [...(repeated.get(line) ?? [])].filter(([cell, rows]) => cells[cell] === together(rows));
      if (unmended.length === 0) return record;
      const firsts = new Map<number, SheetRecord>();
      for (const [cell, [first, ...others]] of unmended) {
        if (!first) continue;
        firsts.set(cell, first);
        for (const other of others) report(first, other);
      }
      return {
        ...record,
        cells: cells.map((text, cell) => firsts.get(cell)?.cells[score - 1] ?? text),
        ...(numbers && {
          numbers: {
            has: (cell) => firsts.get(cell)?.numbers?.has(score - 1) ?? numbers.has(cell),
            shown: (cell) => firsts.get(cell)?.numbers?.shown(score - 1) ?? numbers.shown(cell),
          },
        }),
      };
    },
  };

  function report(first: SheetRecord, other: SheetRecord): void {
    const key = keys.map((each) => clean(other.cells[each - 1] ?? "")).join(" / ");
    diagnostics.report("D134", { item: clean(other.cells[item - 1] ?? ""), key }, place(other.line, score), [
      { place: place(first.line, score), message: phrase("the first one") },
    ]);
  }
}
