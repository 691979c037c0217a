import type { Decision } from "../rubric/4-plan/given.ts";
import type { Plan } from "../rubric/4-plan/plan.ts";
import type { Row, SheetLayout } from "../rubric/4-plan/row.ts";
import { keySeparator } from "../text/key.ts";
import type { Place } from "../text/source.ts";
import type { Result } from "./report.ts";

/** A place in a sheet: the ordinal of the sheet column stands for the column, as in a spreadsheet. */
export function cellPlace(sheet: SheetLayout, line: number, column: number): Place {
  const place = { file: sheet.name, line, column, endLine: line, endColumn: column };
  return sheet.kind === "xlsx" ? { ...place, cell: `${columnLetters(column)}${line}` } : place;
}

/** The cell with the (first) key of a row. */
export const rowKeyPlace = (plan: Plan, row: Pick<Row, "sheet" | "line">): Place =>
  cellPlace(row.sheet, row.line, row.sheet.columns[plan.key[0] ?? -1] ?? 1);

/** The key cell of the row a result rests on; a rollup's is that of its last sub-period. */
export function keyPlace(plan: Plan, { rows, parts, past }: Pick<Result, "rows" | "parts" | "past">): Place {
  const row = rows[0];
  if (row) return rowKeyPlace(plan, row);
  if (past) return { ...past, column: 1, endLine: past.line, endColumn: 2 };
  return keyPlace(plan, (parts.at(-1) as Result["parts"][number]).result);
}

/** A cell of a decisions file. */
export function listCell({ file, line, ordinals }: Decision, column: string): Place {
  const at = ordinals.get(column) ?? 1;
  return { file, line, column: at, endLine: line, endColumn: at + 1 };
}

/** A key as people read it: its parts with a slash between. */
export const showKey = (key: string): string => key.split(keySeparator).join(" / ");

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetters((column - 1 - rest) / 26) + letter : letter;
}
