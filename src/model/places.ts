import type { Place } from "../text/source.ts";
import type { Decision } from "./given.ts";
import type { Plan } from "./plan.ts";
import type { Result } from "./report.ts";
import type { Row, SheetLayout } from "./row.ts";

/** A cell of a file: `line` is the physical line where its row starts, `column` its ordinal from 1, as in a spreadsheet. */
export const cellPlace = (file: string, line: number, column = 1): Place => ({
  file,
  line,
  column,
  endLine: line,
  endColumn: column + 1,
});

/** The same in a sheet, which a workbook names by letters too. */
export function sheetPlace({ name, kind }: Pick<SheetLayout, "name" | "kind">, line: number, column: number): Place {
  const place = cellPlace(name, line, column);
  return kind === "xlsx" ? { ...place, cell: `${columnLetters(column)}${line}` } : place;
}

/** The cell with the (first) key of a row. */
export const rowKeyPlace = (plan: Plan, row: Pick<Row, "sheet" | "line">): Place =>
  sheetPlace(row.sheet, row.line, row.sheet.columns[plan.key[0] ?? -1] ?? 1);

/** The key cell of the row a result rests on; a rollup's is that of its last sub-period. */
export function keyPlace(plan: Plan, { rows, parts, past }: Pick<Result, "rows" | "parts" | "past">): Place {
  const row = rows[0];
  if (row) return rowKeyPlace(plan, row);
  if (past) return cellPlace(past.file, past.line);
  return keyPlace(plan, (parts.at(-1) as Result["parts"][number]).result);
}

/** A cell of a decisions file. */
export const listCell = ({ file, line, ordinals }: Decision, column: string): Place =>
  cellPlace(file, line, ordinals.get(column));

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetters((column - 1 - rest) / 26) + letter : letter;
}
