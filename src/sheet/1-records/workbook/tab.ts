import type { HiddenParts } from "../records.ts";

/** A cell with something in it. */
export interface WorkbookCell {
  /** Its value as it would be typed in: `8.5`, `85%`, `2026-03-31`. */
  readonly text: string;
  /** A number or a date: the way it is shown is another matter. */
  readonly isNumber: boolean;
  /** How the workbook shows a number, asked for where zeros and digits matter. */
  shown(): string;
}

/** One sheet of a workbook. */
export interface Tab {
  readonly name: string;
  /** Cells of row `row`, from 0; fewer than `width` where the rest is blank, and with holes for blank ones. */
  row(row: number): readonly (WorkbookCell | undefined)[];
  readonly rows: number;
  /** Of the widest row. */
  readonly width: number;
  /** What somebody who looks at the tab does not see. */
  readonly hidden: HiddenParts;
}

export const textCell = (text: string): WorkbookCell => ({ text, isNumber: false, shown: () => text });
