import { defuse, keepText } from "../text/formula.ts";
import type { CellStyle } from "./cell-text.ts";
import { cellText } from "./cell-text.ts";
import type { Cell, TableColumn } from "./table.ts";

/** How a CSV file is written. */
export interface Dialect extends CellStyle {
  readonly start: "" | "\uFEFF";
  readonly delimiter: "," | ";";
  /** What becomes of a text that somebody typed. */
  readonly guard: (text: string) => string;
  /** What stands in the first line. */
  readonly heads: "id" | "head";
}

/** RFC 4180, with ids: what every program reads. */
const forPrograms: Dialect = {
  start: "",
  delimiter: ",",
  guard: defuse,
  heads: "id",
  decimalMark: ".",
  figures: "kept",
};

/** For a double click where decimals have commas. */
const forExcel: Dialect = {
  start: "\uFEFF",
  delimiter: ";",
  guard: keepText,
  heads: "head",
  decimalMark: ",",
  figures: "kept",
};

export const dialectOf = (excel = false): Dialect => (excel ? forExcel : forPrograms);

/** The head of a column in a dialect. */
export const csvHead = (column: TableColumn, { heads }: Dialect): string => defuse(column[heads]);

/** What writes the cells of a column, not yet quoted; what somebody typed stays a text. A date is to be one. */
export function csvText({ type }: TableColumn, dialect: Dialect): (cell: Cell) => string {
  const print = cellText(type, dialect);
  // No id begins like a formula, but a spreadsheet takes `2026-03` for a date.
  if (type.kind === "date" || (type.kind === "id" && dialect.guard === defuse)) return print;
  return (cell) => (typeof cell === "string" ? dialect.guard(cell) : print(cell));
}
