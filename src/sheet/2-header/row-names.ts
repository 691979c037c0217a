import type { Records } from "../1-records/records.ts";
import type { FoundHeader } from "./find-header.ts";
import { headerRows } from "./find-header.ts";

/**
 * Has every row of a text one cell more than the header? So R's `write.table` writes the names of rows, in a column without a head, and
 * so does a file with commas in which a number of each row has a decimal comma: nothing tells the two apart.
 */
export function isOneShort({ delimiter, head }: Records, { names, last }: FoundHeader): boolean {
  if (delimiter === undefined) return false;
  const rows = head(headerRows).slice(last + 1);
  const isLonger = (cells: readonly string[]): boolean =>
    cells.length === names.length + 1 && [cells[0], cells.at(-1)].every((cell) => cell?.trim() !== "");
  return rows.length > 1 && rows.every(isLonger);
}
