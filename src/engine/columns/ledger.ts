import type { Batch, CellCodes } from "../../model/batch.ts";
import { cellOf, codeOf } from "../../model/batch.ts";
import type { People } from "../../model/people.ts";
import { columnsOf, keyAt, profileOfRow } from "../../model/people.ts";
import type { Cell, Row, SheetLayout } from "../../model/row.ts";
import type { Exact } from "../../number/exact.ts";
import { grown } from "../../text/texts.ts";

/** All rows of the rows' own kind of period, column by column. A row is made of them when somebody asks for it. */
export interface Ledger {
  readonly people: People;
  readonly periods: string[];
  readonly sheets: SheetLayout[];
  count: number;
  profile: Int32Array;
  line: Int32Array;
  /** Number in `periods`. */
  period: Uint16Array;
  /** Number in `sheets`. */
  sheet: Uint16Array;
  /** `width` for each row. */
  cells: CellCodes;
  readonly width: number;
  /** 1 for a row with a cell that is no number. */
  marked: Uint8Array;
  /** In units; {@link noTotal} where there is none. */
  total: Int32Array;
  /** Index of the band by points; 255 where there is no total. */
  band: Uint8Array;
  /** Rows that hold what is no small whole number. */
  readonly apart: Map<number, Row>;
  /** Of whom a row was made last: a longer period asks for those of one person, one after the other. */
  shown: { readonly profile: number } & Pick<Row, "key" | "columns">;
}

export const noTotal = -0x80000000;
export const noBand = 255;

const firstRows = 1024;

export const createLedger = (people: People, { width, cells }: Batch): Ledger => ({
  people,
  periods: [],
  sheets: [],
  count: 0,
  profile: new Int32Array(firstRows),
  line: new Int32Array(firstRows),
  period: new Uint16Array(firstRows),
  sheet: new Uint16Array(firstRows),
  cells: cells instanceof Int16Array ? new Int16Array(firstRows * width) : new Int32Array(firstRows * width),
  width,
  marked: new Uint8Array(firstRows),
  total: new Int32Array(firstRows),
  band: new Uint8Array(firstRows),
  apart: new Map(),
  shown: { profile: -1, key: "", columns: [] },
});

/** Makes room for `count` further rows. */
function makeRoom(ledger: Ledger, count: number): void {
  const needed = ledger.count + count;
  if (needed <= ledger.profile.length) return;
  const length = Math.max(needed, ledger.profile.length * 2);
  ledger.profile = grown(ledger.profile, length);
  ledger.line = grown(ledger.line, length);
  ledger.period = grown(ledger.period, length);
  ledger.sheet = grown(ledger.sheet, length);
  ledger.cells = grown(ledger.cells, length * ledger.width);
  ledger.marked = grown(ledger.marked, length);
  ledger.total = grown(ledger.total, length);
  ledger.band = grown(ledger.band, length);
}

/** Enters the rows of a batch behind those that are there. Their totals and bands are still to come. */
export function enterBatch(ledger: Ledger, batch: Batch): void {
  const { count: at, width } = ledger;
  const { count } = batch;
  makeRoom(ledger, count);
  ledger.profile.set(batch.profiles.subarray(0, count), at);
  ledger.line.set(batch.lines.subarray(0, count), at);
  ledger.period.set(batch.periods.subarray(0, count), at);
  ledger.sheet.fill(numberOf(ledger.sheets, batch.sheet), at, at + count);
  ledger.cells.set(batch.cells.subarray(0, count * width), at * width);
  ledger.marked.set(batch.marked.subarray(0, count), at);
  ledger.count = at + count;
}

/** Puts one row into a batch; gives false for one with a cell that has no place there, which is blank in it. */
export function putRow(batch: Batch, people: People, row: Row, period: number): boolean {
  const { count: at, width, cells } = batch;
  let isMarked = 0;
  let isWhole = true;
  for (let cell = 0; cell < width; cell++) {
    const value = row.cells[cell] ?? null;
    const code = codeOf(cells, value);
    if (code === undefined) isWhole = false;
    if (code !== value) isMarked = 1;
    cells[at * width + cell] = code ?? (codeOf(cells, null) as number);
  }
  batch.marked[at] = isMarked;
  batch.lines[at] = row.line;
  batch.periods[at] = period;
  batch.profiles[at] = profileOfRow(people, row);
  batch.count = at + 1;
  return isWhole;
}

/** The number of a thing in a list that it is put into where it is new; the last ones are asked for again. */
export function numberOf<T>(list: T[], thing: T): number {
  const known = list.lastIndexOf(thing);
  return known >= 0 ? known : list.push(thing) - 1;
}

/** Whom a row is about. */
export function whoAt(ledger: Ledger, at: number): Ledger["shown"] {
  const profile = ledger.profile[at] as number;
  if (ledger.shown.profile !== profile) {
    const { people } = ledger;
    ledger.shown = { profile, key: keyAt(people, profile), columns: columnsOf(people, profile) };
  }
  return ledger.shown;
}

export function rowAt(ledger: Ledger, at: number): Row {
  const known = ledger.apart.get(at);
  if (known) return known;
  const { cells, width } = ledger;
  const { key, columns } = whoAt(ledger, at);
  return {
    period: ledger.periods[ledger.period[at] as number] as string,
    key,
    columns,
    cells: cellsAt(cells, at * width, width),
    sheet: ledger.sheets[ledger.sheet[at] as number] as SheetLayout,
    line: ledger.line[at] as number,
  };
}

function cellsAt(codes: CellCodes, from: number, width: number): Cell[] {
  const cells = new Array<Cell>(width);
  for (let cell = 0; cell < width; cell++) cells[cell] = cellOf(codes, codes[from + cell] as number);
  return cells;
}

/** Enters the total of a row. @returns whether it is whole, or there is none */
export function enterTotal(ledger: Ledger, row: number, total: Exact | undefined, bandOf: (total: number) => number) {
  ledger.total[row] = isSmall(total) ? total : noTotal;
  ledger.band[row] = isSmall(total) ? bandOf(total) : noBand;
  return isSmall(total) || total === undefined;
}

/** Is it a whole number that has room in a column? */
export const isSmall = (units: Exact | undefined): units is number =>
  typeof units === "number" && Math.abs(units) < -noTotal;
