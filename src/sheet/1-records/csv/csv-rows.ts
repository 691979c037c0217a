import type { QuoteProblem, SheetRecord } from "../records.ts";
import type { PlainRows } from "./bulk/plain-rows.ts";
import { createBulkReader } from "./bulk-reader.ts";
import { lineBehind } from "./lines.ts";

/** What became of some bytes. */
interface Read {
  readonly records: readonly SheetRecord[];
  /** Bytes of the records; the rest begins a row that is not complete. */
  readonly used: number;
  readonly problem?: QuoteProblem;
  /** These records are to be taken before the next call, which goes on behind them. */
  readonly isPaused: boolean;
}

export interface CsvRows {
  /** Reads bytes that begin with a row; `isLast`: none follow. */
  read(bytes: Buffer, isLast: boolean, most?: number): Promise<Read>;
  /** The line on which the next row starts. */
  readonly line: number;
}

const lineFeed = 0x0a;
/** Most rows that the general reader takes at once. */
const longestRun = 1024;

/**
 * `plain` takes rows itself where it can; a row that it does not take is given as text, and the more of them the more often it
 * takes none.
 *
 * Rows of CSV: tidy ones by the bulk reader, others by the general one, which takes the more rows at once the more often it
 * is asked in a row.
 */
export function createCsvRows(delimiter: string, plain?: () => PlainRows | undefined): CsvRows {
  const readBulk = createBulkReader(delimiter);
  let [line, run, stretch] = [1, 1, 1];

  /** @returns where the first row begins that was not taken */
  function takePlain(bytes: Buffer): number {
    const end = bytes.lastIndexOf(lineFeed) + 1;
    const taken = end > 0 ? plain?.()?.take(bytes, 0, end, line) : undefined;
    stretch = taken && taken.count > 0 ? 1 : Math.min(2 * stretch, longestRun);
    line = taken?.line ?? line;
    return taken?.end ?? 0;
  }

  return {
    get line() {
      return line;
    },
    async read(bytes, isLast, most = Number.POSITIVE_INFINITY) {
      const records: SheetRecord[] = [];
      let used = plain ? takePlain(bytes) : 0;
      const limit = plain ? Math.min(most, stretch) : most;
      while (true) {
        const { rows, end, isUntidy } = readBulk(bytes, used, isLast, limit - records.length);
        for (const cells of rows) records.push({ line: line++, cells });
        used = end;
        if (!isUntidy) return { records, used, isPaused: records.length === limit };
        run = rows.length > 0 ? 1 : Math.min(2 * run, longestRun);
        const { readGeneral } = await import("./general-reader.ts");
        const rest = bytes.subarray(used);
        const general = readGeneral(rest, delimiter, Math.min(run, limit - records.length), isLast);
        let start = 0;
        for (const row of general.rows) {
          records.push({ line, cells: row.cells });
          line += lineBehind([rest.subarray(start, row.end)]) - 1;
          start = row.end;
        }
        used += start;
        if (general.problem) return { records, used, problem: general.problem, isPaused: false };
        if (general.rows.length === 0) return { records, used, isPaused: false };
        if (records.length >= limit) return { records, used, isPaused: true };
      }
    },
  };
}
