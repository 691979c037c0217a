import type { CellCodes } from "../../../../model/batch.ts";
import type { DecimalMark } from "../../../../model/plan.ts";

/** How the numbers of a column are counted. */
export interface PointsColumn {
  /** Units in one point, in a tenth, in a hundredth of one; 0 where that is no whole number: such decimals are not read here. */
  readonly units: readonly [one: number, tenth: number, hundredth: number];
  readonly min: number;
  readonly max: number;
  /** What every number is a multiple of. */
  readonly grain: number;
  /** Whether another number with this mark tells nothing new of the column. */
  isKnown(mark: DecimalMark): boolean;
}

/** Reads the numbers of the columns of a sheet. */
export interface PointsReader {
  /**
   * Reads numbers of one column and those behind it, as far as they hold any, each with the delimiter behind it. It takes numbers
   * without a sign, with up to two decimals; any other text, and a number that says something new of the marks of its column, is
   * left to the general reader. Puts their units into `cells`, those of a row from `base` on.
   * @returns where it ends: at the cell of the column `next`, or at the line end behind the last one
   */
  read(bytes: Uint8Array, start: number, column: number, cells: CellCodes, base: number): number;
  readonly next: number;
}

const [zero, comma, point, lineFeed, carriageReturn] = [0x30, 0x2c, 0x2e, 0x0a, 0x0d];
/** Numbers from here on may tell how thousands are written. */
const mostWhole = 1000;
/** Units of a number by its decimals, its limits and its grain, one behind the other for each column. */
const width = 6;

/** By column of the sheet how its numbers are counted, and which cell of a row they are. */
export function createPointsReader(
  columns: readonly ({ readonly cell: number; readonly points: PointsColumn } | undefined)[],
  delimiter: number,
): PointsReader {
  const limits = new Int32Array(columns.length * width);
  for (const [at, column] of columns.entries()) {
    if (column)
      limits.set([...column.points.units, column.points.min, column.points.max, column.points.grain], at * width);
  }
  const cellOf = Int32Array.from(columns, (column) => column?.cell ?? -1);
  const last = columns.length - 1;
  /** By column, a bit for each mark that is known. */
  const known = new Uint8Array(columns.length);

  function isKnown(column: number, mark: number): boolean {
    const bit = mark === point ? 1 : 2;
    if ((known[column] as number) & bit) return true;
    if (!columns[column]?.points.isKnown(mark === point ? "." : ",")) return false;
    known[column] = (known[column] as number) | bit;
    return true;
  }

  /** Reads one number into `cells[to]`. @returns where it ends, -1 where it is not for here */
  function readOne(bytes: Uint8Array, start: number, column: number, cells: CellCodes, to: number): number {
    let at = start + 1;
    let number = (bytes[start] as number) - zero;
    if (number < 0 || number > 9) return -1;
    let byte = bytes[at] as number;
    for (let digit = byte - zero; digit >= 0 && digit <= 9; digit = byte - zero) {
      number = number * 10 + digit;
      byte = bytes[++at] as number;
      if (number >= mostWhole) return -1;
    }
    let decimals = 0;
    if (byte !== delimiter && (byte === point || byte === comma)) {
      if (!isKnown(column, byte)) return -1;
      const tenths = (bytes[at + 1] as number) - zero;
      if (tenths < 0 || tenths > 9) return -1;
      number = number * 10 + tenths;
      byte = bytes[at + 2] as number;
      const hundredths = byte - zero;
      decimals = 1;
      if (hundredths >= 0 && hundredths <= 9) {
        number = number * 10 + hundredths;
        byte = bytes[at + 3] as number;
        decimals = 2;
      }
      at += decimals + 1;
    }
    if (byte !== delimiter && byte !== lineFeed && byte !== carriageReturn) return -1;
    const from = column * width;
    const unit = limits[from + decimals] as number;
    const units = number * unit;
    if (unit === 0 || units < (limits[from + 3] as number) || units > (limits[from + 4] as number)) return -1;
    const grain = limits[from + 5] as number;
    if (grain !== 1 && units % grain !== 0) return -1;
    cells[to] = units;
    return at;
  }

  const reader = {
    next: 0,
    read(bytes: Uint8Array, start: number, column: number, cells: CellCodes, base: number): number {
      let [at, current] = [start, column];
      while (current <= last) {
        const cell = cellOf[current] as number;
        const end = cell < 0 ? -1 : readOne(bytes, at, current, cells, base + cell);
        // A row that ends before its last column is not for here either.
        if (end < 0 || (current < last && bytes[end] !== delimiter)) break;
        at = current < last ? end + 1 : end;
        current++;
      }
      reader.next = current;
      return at;
    },
  };
  return reader;
}
