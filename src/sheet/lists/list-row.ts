import type { Place } from "../../text/source.ts";

/** A column of a file that is no score sheet: decisions, a lookup table, results of an earlier run. */
export interface ListColumn {
  readonly id: string;
  /** Names that it may have besides. */
  readonly headers: readonly string[];
  /** A list without it cannot be read. */
  readonly required: boolean;
  /** Columns, by id, that together say what it says: with all of them it may be missing. */
  readonly parts?: readonly string[];
  /** Its texts say who or what a row is about. */
  readonly isKey?: boolean;
  /** It may hold any text: that something stands in it tells nothing of a row. */
  readonly isFree?: boolean;
  /** People write words in it, no bare number. */
  readonly isWords?: boolean;
  /** Could a text that has moved stand in it? Absent: any could. */
  readonly reads?: (text: string) => boolean;
}

/** One row, its cells as people read them. */
export interface ListRow {
  readonly line: number;
  /** Empty for a blank cell, and for a column that the file has not. */
  text(id: string): string;
  /** Of the cell, or of the row's first one where the file has no such column. */
  place(id: string): Place;
  /** Is the cell a number of a workbook, and no text? */
  isNumber(id: string): boolean;
  /** Ordinals (from 1) of the columns of the file. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** Cells up to the last one with something in it. */
  readonly width: number;
  /** What stands in the column that numbers the rows; undefined where the file has none. */
  readonly number: string | undefined;
}
