import { defuse } from "../text/formula.ts";
import type { CellStyle } from "./cell-text.ts";
import { cellText } from "./cell-text.ts";
import type { Cell, TableColumn } from "./table.ts";

/** How a CSV file is written. */
export interface Dialect extends CellStyle {
  readonly start: "" | "\uFEFF";
  readonly delimiter: "," | ";";
  /** What stands in the first line. */
  readonly heads: "id" | "head";
}

/** RFC 4180, with ids: what every program reads. */
const forPrograms: Dialect = { start: "", delimiter: ",", heads: "id", decimalMark: ".", figures: "kept" };

/** For a double click where decimals have commas. */
const forExcel: Dialect = { start: "\uFEFF", delimiter: ";", heads: "head", decimalMark: ",", figures: "kept" };

export const dialectOf = (excel = false): Dialect => (excel ? forExcel : forPrograms);

/** The head of a column in a dialect. */
export const csvHead = (column: TableColumn, { heads }: Dialect): string => defuse(column[heads]);

/** What writes the cells of a column, not yet quoted; what somebody typed is no formula then. */
export function csvText({ type }: TableColumn, dialect: Dialect): (cell: Cell) => string {
  const print = cellText(type, dialect);
  if (type.kind === "id") return print;
  return (cell) => (typeof cell === "string" ? defuse(cell) : print(cell));
}
