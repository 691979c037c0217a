import { CsvError, parse } from "csv-parse/sync";
import type { QuoteProblem } from "../records.ts";

export interface GeneralRows {
  readonly rows: readonly GeneralRow[];
  /** What is wrong with the row behind them. */
  readonly problem?: QuoteProblem;
}

interface GeneralRow {
  readonly cells: readonly string[];
  /** The byte behind the row. */
  readonly end: number;
}

/**
 * Takes any rows of CSV (RFC 4180) apart, `most` at most; the bytes begin with a row, and `isLast` says that none follow. A row
 * that they cut off is left out. A quotation mark opens a cell only at its start: elsewhere it is a letter like others.
 */
export function readGeneral(bytes: Buffer, delimiter: string, most: number, isLast: boolean): GeneralRows {
  const rows: GeneralRow[] = [];
  const isOpen = parseInto(rows, bytes, delimiter, most);
  // More bytes might go on with a row that ends with these.
  if (!isLast && rows.at(-1)?.end === bytes.length) rows.pop();
  const wrong = rows.findIndex(({ cells, end }, at) => hasTextBehind(cells, bytes, rows[at - 1]?.end ?? 0, end));
  if (wrong >= 0) return { rows: rows.slice(0, wrong), problem: "behind_closing" };
  return isOpen && isLast ? { rows, problem: "unclosed" } : { rows };
}

/** Gives each row to `rows`. @returns whether a cell of the row behind them is never closed. */
function parseInto(rows: GeneralRow[], bytes: Buffer, delimiter: string, most: number): boolean {
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      to: most,
      on_record: (cells: string[], { bytes: end }) => {
        rows.push({ cells, end });
        return null;
      },
    });
    return false;
  } catch (error) {
    if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") return true;
    throw error;
  }
}

/** The library takes `"a" b` for a text. Only a cell that begins with a quotation mark may be one, and few do. */
function hasTextBehind(cells: readonly string[], bytes: Buffer, start: number, end: number): boolean {
  const suspects = cells.filter((cell) => cell.startsWith('"'));
  if (suspects.length === 0) return false;
  const written = bytes.toString("utf8", start, end);
  return suspects.some((cell) => !written.includes(`"${cell.replaceAll('"', '""')}"`));
}
