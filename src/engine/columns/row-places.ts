import type { SheetLayout } from "../../model/row.ts";
import { grown } from "../../text/texts.ts";

/** Where rows stand, in runs of one sheet with as many lines from each row to the next: most sheets are few runs. */
export interface RowPlaces {
  /** Runs. */
  count: number;
  /** By run its first row, the line of that, and the lines to the next row. */
  rows: Int32Array;
  lines: Int32Array;
  steps: Int32Array;
  readonly sheets: SheetLayout[];
  /** The line on which the next row of the last run starts; {@link unknown} where one row does not tell yet. */
  next: number;
}

const unknown = -1;
const fewest = 4;

export const createRowPlaces = (): RowPlaces => ({
  count: 0,
  rows: new Int32Array(fewest),
  lines: new Int32Array(fewest),
  steps: new Int32Array(fewest),
  sheets: [],
  next: unknown,
});

/** Enters where a row stands, which is behind all that were entered. */
export function enterPlace(places: RowPlaces, row: number, sheet: SheetLayout, line: number): void {
  const run = places.count - 1;
  const isSame = run >= 0 && places.sheets[run] === sheet;
  if (isSame && line === places.next) {
    places.next += places.steps[run] as number;
  } else if (isSame && places.next === unknown) {
    places.steps[run] = line - (places.lines[run] as number);
    places.next = line + (places.steps[run] as number);
  } else startRun(places, row, sheet, line);
}

function startRun(places: RowPlaces, row: number, sheet: SheetLayout, line: number): void {
  const run = places.count++;
  if (run === places.rows.length) {
    places.rows = grown(places.rows, run * 2);
    places.lines = grown(places.lines, run * 2);
    places.steps = grown(places.steps, run * 2);
  }
  places.rows[run] = row;
  places.lines[run] = line;
  places.sheets.push(sheet);
  places.next = unknown;
}

export function placeOf(places: RowPlaces, row: number): { readonly sheet: SheetLayout; readonly line: number } {
  const { rows, lines, steps, sheets } = places;
  let [run, behind] = [0, places.count];
  while (behind - run > 1) {
    const middle = (run + behind) >> 1;
    if ((rows[middle] as number) <= row) run = middle;
    else behind = middle;
  }
  const line = (lines[run] as number) + (row - (rows[run] as number)) * (steps[run] as number);
  return { sheet: sheets[run] as SheetLayout, line };
}
