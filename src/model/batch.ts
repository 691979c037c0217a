import type { MissingPolicy } from "./node.ts";
import type { People } from "./people.ts";
import type { Cell, SheetLayout } from "./row.ts";

/** Cells as small whole numbers, row by row: points in units, the index of a level, 1 and 0 for yes and no, a count. */
export type CellCodes = Int16Array | Int32Array;

/** Some thousand rows of one sheet, column by column; the first `count` of each array mean something. */
export interface Batch {
  sheet: SheetLayout;
  count: number;
  /** Physical line on which each row starts. */
  readonly lines: Int32Array;
  /** Numbers of period names, see {@link BatchTaker}. */
  readonly periods: Int32Array;
  /** Numbers of profiles, see {@link People}. */
  readonly profiles: Int32Array;
  /** `width` for each row, in the order of `Row.cells`. */
  readonly cells: CellCodes;
  readonly width: number;
  /** 1 for a row with a cell that is no number, see {@link codeOf}. */
  readonly marked: Uint8Array;
}

/** Who takes rows in batches. */
export interface BatchTaker {
  readonly people: People;
  /** To be filled as far as its arrays go. */
  readonly batch: Batch;
  /** Takes the rows of the batch, which is empty then. */
  takeBatch(): void;
  /** The number of a canonical period name. */
  periodNumber(name: string): number;
}

export const batchRows = 1024;

export function createBatch(width: number, isWide: boolean, rows = batchRows): Batch {
  return {
    sheet: { name: "", columns: [], cells: [] },
    count: 0,
    lines: new Int32Array(rows),
    periods: new Int32Array(rows),
    profiles: new Int32Array(rows),
    cells: isWide ? new Int32Array(rows * width) : new Int16Array(rows * width),
    width,
    marked: new Uint8Array(rows),
  };
}

/** What a cell may be besides a number, in the order of their codes. */
const marks: readonly (MissingPolicy | null)[] = [null, "incomplete", "zero", "full", "skip_area", "skip_total"];

/** The lowest number of these arrays; it and the next ones stand for {@link marks}. */
const lowestOf = (codes: CellCodes): number => (codes instanceof Int16Array ? -0x8000 : -0x80000000);

/** The lowest and highest cell that is a number there. */
export const rangeOf = (codes: CellCodes): readonly [lowest: number, highest: number] => {
  const lowest = lowestOf(codes);
  return [lowest + marks.length, -lowest - 1];
};

export const isMark = (codes: CellCodes, code: number): boolean => code < lowestOf(codes) + marks.length;

/** A cell as it is kept; undefined for one that is no small whole number. */
export function codeOf(codes: CellCodes, cell: Cell): number | undefined {
  if (cell === null || typeof cell === "string") return lowestOf(codes) + marks.indexOf(cell);
  const [lowest, highest] = rangeOf(codes);
  return typeof cell === "number" && cell >= lowest && cell <= highest ? cell : undefined;
}

export function cellOf(codes: CellCodes, code: number): Cell {
  return isMark(codes, code) ? (marks[code - lowestOf(codes)] as Cell) : code;
}
