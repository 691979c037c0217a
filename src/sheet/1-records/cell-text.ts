import { clean } from "../../text/fold.ts";
import { restore } from "../../text/formula.ts";
import type { SheetRecord } from "./records.ts";

/**
 * The text that a person sees in a cell: cleaned, as it was before this program defused it, and without what spreadsheets
 * keep zeros with, `="001"` and `'001`.
 */
export function cellText(raw: string): string {
  const text = clean(restore(raw));
  if (text.startsWith('="') && text.endsWith('"') && text.length > 2)
    return clean(text.slice(2, -1).replaceAll('""', '"'));
  return /^'\d/.test(text) ? text.slice(1) : text;
}

/** The text of a cell by the ordinal of its column; of column 0, which a sheet has not, none. */
export const textAt = ({ cells }: SheetRecord, ordinal: number): string => cellText(cells[ordinal - 1] ?? "");

/** The same of a cell whose zeros and digits matter: a number of a workbook as it is shown, 7 as `007`. */
export const keyText = (record: SheetRecord, ordinal: number): string => cellText(rawKey(record, ordinal));

export const rawKey = ({ cells, numbers }: SheetRecord, ordinal: number): string =>
  numbers?.has(ordinal - 1) ? numbers.shown(ordinal - 1) : (cells[ordinal - 1] ?? "");

/** Is it a number of a workbook, which has no decimal mark and no thousands? */
export const isNumberAt = ({ numbers }: SheetRecord, ordinal: number): boolean => numbers?.has(ordinal - 1) === true;
