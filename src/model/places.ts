import type { Place } from "../text/source.ts";
import type { Decision } from "./given.ts";
import type { Plan } from "./plan.ts";
import type { Result } from "./report.ts";
import type { CellAt, Row } from "./row.ts";

/** A cell of a file: `line` is the physical line where its row starts, `column` its ordinal from 1, as in a spreadsheet. */
export const cellPlace = (file: string, line: number, column = 1): Place => ({
  file,
  line,
  column,
  endLine: line,
  endColumn: column + 1,
  // Only cells of workbooks have letters.
  ...(tabIn(file) && { cell: `${columnLetters(column)}${line}` }),
});

/** A tab of a workbook, as it is named like a file: `q1.xlsx#Chi bộ 1`. */
export const tabName = (workbook: string, tab: string): string => `${workbook}#${tab}`;

/** A tab and its workbook, where a name has both. */
export function tabIn(name: string): { readonly workbook: string; readonly tab: string } | undefined {
  if (!name.includes("#")) return undefined;
  const [, workbook, tab] = /^(.*?\.(?:xls[xm]?|ods)|<stdin>)#(.+)$/is.exec(name) ?? [];
  return workbook === undefined || tab === undefined ? undefined : { workbook, tab };
}

/** Of two texts that say one day: the cell of a workbook that holds a date, which is read so whatever its format, and the one that was typed. */
export function typedBeside(...cells: readonly ({ readonly text: string; readonly file: string } | undefined)[]): {
  readonly date: string | undefined;
  readonly typed: string | undefined;
} {
  const date = cells.find((cell) => cell && tabIn(cell.file) && isoDay.test(cell.text));
  return { date: date?.text, typed: cells.find((cell) => cell && !isoDay.test(cell.text))?.text };
}

const isoDay = /^\d{4}-\d\d-\d\d$/;

/** Where a cell of a row stands; `column` is its ordinal in the sheet of the row. */
export const cellAt = ({ sheet, line }: Pick<Row, "sheet" | "line">, column: number): Required<CellAt> => ({
  sheet,
  line,
  column,
  ...sheet.at?.(line, column),
});

export function rowPlace(row: Pick<Row, "sheet" | "line">, ordinal: number): Place {
  const { sheet, line, column } = cellAt(row, ordinal);
  return cellPlace(sheet.name, line, column);
}

/** The cell with the key of a row, the first that stands in the row. */
export function rowKeyPlace(plan: Plan, row: Pick<Row, "sheet" | "line">): Place {
  const ordinals = plan.key.map((index) => row.sheet.columns[index] ?? 0);
  return rowPlace(row, ordinals.find((ordinal) => ordinal > 0) ?? 1);
}

/** Whether a result rests on a row whose place is known: not that of somebody whose only row was left out. */
export const hasKeyPlace = ({ rows, parts, past }: Pick<Result, "rows" | "parts" | "past">): boolean => {
  const last = parts.at(-1);
  return rows.length > 0 || past !== undefined || (last !== undefined && hasKeyPlace(last.result));
};

/** The key cell of the row a result rests on; a rollup's is that of its last sub-period. */
export function keyPlace(plan: Plan, { rows, parts, past }: Pick<Result, "rows" | "parts" | "past">): Place {
  const row = rows[0];
  if (row) return rowKeyPlace(plan, row);
  if (past) return cellPlace(past.file, past.line);
  return keyPlace(plan, (parts.at(-1) as Result["parts"][number]).result);
}

/** Where it stands that somebody is rated: in his row, or where that was left out in the decision. */
export const ratedPlace = (plan: Plan, of: Pick<Result, "rows" | "parts" | "past" | "decisions">): Place =>
  hasKeyPlace(of) ? keyPlace(plan, of) : listCell((of.decisions as readonly Decision[])[0] as Decision, "key");

/** A cell of a decisions file. */
export const listCell = ({ file, line, ordinals }: Decision, column: string): Place =>
  cellPlace(file, line, ordinals.get(column));

/** 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetters((column - 1 - rest) / 26) + letter : letter;
}
