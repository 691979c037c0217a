import type { HiddenParts } from "../records.ts";

/** A row of a tab; cells by their index from 0. */
interface TabRow {
  /** What a cell holds, as it would be typed in: `8.5`, `85%`, `2026-03-31`; nothing for a blank one. */
  text(at: number): string;
  /** A number or a date: the way it is shown is another matter. */
  isNumber(at: number): boolean;
  /** How the workbook shows a number, asked for where zeros and digits matter. */
  shown(at: number): string;
}

/** Rows and column by their indexes; what stands in it is in the first row. */
export interface DownMerge {
  readonly first: number;
  readonly last: number;
  readonly column: number;
}

/** One sheet of a workbook. */
export interface Tab {
  readonly name: string;
  /** From 0. */
  row(row: number): TabRow;
  readonly rows: number;
  /** What its cells hold that is no number. */
  texts(): Iterable<string>;
  /** Cells that are merged over several rows. */
  readonly merges: readonly DownMerge[];
  /** Of the widest row. */
  readonly width: number;
  /** What somebody who looks at the tab does not see. */
  readonly hidden: HiddenParts;
}
