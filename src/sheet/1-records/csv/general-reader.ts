import { CsvError, parse } from "csv-parse/sync";
import type { QuoteProblem } from "../records.ts";

export interface GeneralRows {
  readonly rows: readonly { readonly cells: readonly string[]; readonly end: number }[];
  /** What is wrong with the row behind them. */
  readonly problem?: QuoteProblem;
}

const problems: Readonly<Record<string, QuoteProblem>> = {
  CSV_QUOTE_NOT_CLOSED: "unclosed",
  CSV_INVALID_CLOSING_QUOTE: "behind_closing",
  INVALID_OPENING_QUOTE: "inside_cell",
};

/**
 * Takes any rows of CSV (RFC 4180) apart, `most` at most; the bytes begin with a row, and `isLast` says that none follow. A row
 * that they cut off is left out. With `isLenient` quotation marks that stand where none may are letters like others.
 */
export function readGeneral(
  bytes: Buffer,
  delimiter: string,
  most: number,
  isLast: boolean,
  isLenient: boolean,
): GeneralRows {
  const rows: { cells: string[]; end: number }[] = [];
  const options = {
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: isLenient,
    to: most,
    on_record: (cells: string[], { bytes: end }: { bytes: number }): null => {
      rows.push({ cells, end });
      return null;
    },
  };
  const problem = problemOf(() => parse(bytes, options));
  // More bytes might go on with a row that ends with these.
  if (!isLast && rows.at(-1)?.end === bytes.length) rows.pop();
  return problem === undefined || (problem === "unclosed" && !isLast) ? { rows } : { rows, problem };
}

function problemOf(read: () => void): QuoteProblem | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    const problem = error instanceof CsvError ? problems[error.code] : undefined;
    if (problem === undefined) throw error;
    return problem;
  }
}
