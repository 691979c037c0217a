import type { Exact } from "../number/exact.ts";
import type { ColumnValues } from "./column.ts";
import type { MissingPolicy } from "./node.ts";

/** One sheet (a CSV file or a tab): where its columns stand. */
export interface SheetLayout {
  /** File name as given, with `#tab` where there is one. */
  readonly name: string;
  /** The same as results call it, where that is not its name. */
  readonly recorded?: string;
  /** Ordinal (from 1) of the sheet column by plan column; 0 when the sheet has none. */
  readonly columns: readonly number[];
  /** Ordinal (from 1) of the sheet column by item cell; 0 when the sheet has none. */
  readonly cells: readonly number[];
  /** Where a cell stands, where rows are told together (one for each item of somebody) or came back mended from another sheet. */
  readonly at?: (line: number, column: number) => CellAt;
}

/** A line (from 1) and the ordinal of a column. `sheet`: the one that it stands in, where that is another. */
export interface CellAt {
  readonly sheet?: Pick<SheetLayout, "name" | "recorded">;
  readonly line: number;
  readonly column: number;
}

/**
 * What a score cell holds before its item's scale: points in units, the index of a level, 1/0 for yes and no, a count,
 * a percentage (85 for 85 %), a number for a table. `null` is blank; a policy is a code word from the rubric's `codes`.
 */
export type Cell = Exact | null | MissingPolicy;

/**
 * What became of a node for one subject: it counts, does not apply (`when`), was skipped by its `missing` policy so that
 * the area or the total is scaled, or its score is missing.
 */
export type NodeState = "counts" | "none" | "skip_area" | "skip_total" | "missing";

/** Whom a row of a sheet is about, and where it stands: all that is sure of one that was left out for a mistake. */
export interface RowHead {
  /** Canonical period name, `2026-Q1`. */
  readonly period: string;
  /** Key texts joined by `joinKey`. */
  readonly key: string;
  /** By plan column; `undefined` for a column that does not apply (or a compared one that is blank), or could not be read. */
  readonly columns: ColumnValues;
  readonly sheet: SheetLayout;
  /** Physical line on which the row starts; the row number in XLSX. */
  readonly line: number;
}

/** One row of a sheet, decoded and sound in itself: what one rater (or the office) says of one subject in one period. */
export interface Row extends RowHead {
  readonly cells: readonly Cell[];
  /** What stands in columns that the rubric does not use, by their names, where it is to be carried along. */
  readonly kept?: ReadonlyMap<string, string>;
}
