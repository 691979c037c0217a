import type { QuoteProblem, SheetRecord } from "../records.ts";
import { createBulkReader } from "./bulk-reader.ts";
import { lineBehind } from "./lines.ts";

/** What became of some bytes. */
interface Read {
  readonly records: readonly SheetRecord[];
  /** Bytes of the records; the rest begins a row that is not complete. */
  readonly used: number;
  readonly problem?: QuoteProblem;
}

export interface CsvRows {
  /** Reads bytes that begin with a row; `isLast`: none follow. */
  read(bytes: Buffer, isLast: boolean, most?: number): Promise<Read>;
  /** The line on which the next row starts. */
  readonly line: number;
}

/** Most rows that the general reader takes at once. */
const longestRun = 1024;

/**
 * Rows of CSV: tidy ones by the bulk reader, others by the general one, which takes the more rows at once the more often it
 * is asked in a row.
 */
export function createCsvRows(delimiter: string): CsvRows {
  const readBulk = createBulkReader(delimiter);
  let [line, run] = [1, 1];
  return {
    get line() {
      return line;
    },
    async read(bytes, isLast, most = Number.POSITIVE_INFINITY) {
      const records: SheetRecord[] = [];
      let used = 0;
      while (true) {
        const { rows, end, isUntidy } = readBulk(bytes, used, isLast, most - records.length);
        for (const cells of rows) records.push({ line: line++, cells });
        used = end;
        if (!isUntidy) return { records, used };
        run = rows.length > 0 ? 1 : Math.min(2 * run, longestRun);
        const { readGeneral } = await import("./general-reader.ts");
        const rest = bytes.subarray(used);
        const general = readGeneral(rest, delimiter, Math.min(run, most - records.length), isLast);
        let start = 0;
        for (const row of general.rows) {
          records.push({ line, cells: row.cells });
          line += lineBehind([rest.subarray(start, row.end)]) - 1;
          start = row.end;
        }
        used += start;
        if (general.problem) return { records, used, problem: general.problem };
        if (general.rows.length === 0 || records.length >= most) return { records, used };
      }
    },
  };
}
