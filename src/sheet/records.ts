import type { CsvError } from "csv-parse";
import { parse } from "csv-parse";
import type { Bilingual } from "../diagnostics/diagnostic.ts";
import { headBytes } from "./bytes.ts";
import { createTextCheck } from "./encoding.ts";
import { createLineCounter } from "./lines.ts";

/** One row of a sheet as text. */
export interface SheetRecord {
  /** Physical line on which the row starts, also behind cells with line breaks. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Why a file cannot be read to its end. */
export type RecordProblem =
  | { readonly kind: "encoding"; readonly line: number; readonly found: Bilingual }
  | { readonly kind: "quote"; readonly line: number; readonly what: Bilingual }
  | { readonly kind: "long"; readonly line: number };

export const longestRecord = headBytes;

/** How every reader of sheets takes a CSV file apart; a row may have any number of cells. */
export const csvOptions = (delimiter: string) => ({
  delimiter,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
});

/**
 * The rows of a CSV file, each as soon as it is there, blank ones too; memory is that of one block. Gives the problem
 * that ended the reading, if there is one; `onRecord` tells whether to go on. What `bytes` or `onRecord` throw passes through.
 */
export async function readRecords(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: string,
  onRecord: (record: SheetRecord) => boolean,
): Promise<RecordProblem | undefined> {
  const lines = createLineCounter();
  const check = createTextCheck();
  let ready: SheetRecord[] = [];
  let end = 0;
  let isDone = false;
  const parser = parse(csvOptions(delimiter));
  // Rows are taken where the parser hands them out: through its readable side or `on_record` they cost half as much again.
  const passOn = parser.push.bind(parser);
  parser.push = (cells: string[] | null) => {
    if (cells === null) return passOn(null);
    ready.push({ line: lines.lineAt(end), cells });
    // csv-parse's own line numbers are wrong behind quoted \r\n, its byte numbers are right.
    end = parser.info.bytes;
    return true;
  };
  // Every failure comes to the callback of the write that met it.
  parser.on("error", () => undefined);
  parser.resume();
  const parsed = async (step: (done: (error?: Error | null) => void) => void): Promise<RecordProblem | undefined> => {
    const error = await new Promise<Error | null | undefined>((resolve) => step(resolve));
    for (const record of ready) {
      isDone = !onRecord(record);
      if (isDone) return undefined;
    }
    ready = [];
    return error ? quoteProblem(error as CsvError, lines.lineAt(end)) : undefined;
  };
  for await (const block of bytes) {
    const foreign = check(block);
    lines.feed(foreign ? block.subarray(0, foreign.offset) : block);
    if (foreign) return { kind: "encoding", line: lines.last, found: foreign.found };
    const problem = await parsed((done) => parser.write(block, done));
    if (problem || isDone) return problem;
    if (lines.fed - end > longestRecord) return { kind: "long", line: lines.lineAt(end) };
  }
  const foreign = check();
  if (foreign) return { kind: "encoding", line: lines.last, found: foreign.found };
  return await parsed((done) => parser.end(done));
}

/** @throws what is no mistake in the file. */
function quoteProblem(error: CsvError, line: number): RecordProblem {
  switch (error.code as string) {
    case "CSV_QUOTE_NOT_CLOSED":
      return {
        kind: "quote",
        line,
        what: { en: "one opens in this row and never closes", vi: "dấu mở ở dòng này không được đóng" },
      };
    case "CSV_INVALID_CLOSING_QUOTE":
      return { kind: "quote", line, what: { en: "text follows the closing one", vi: "có chữ ngay sau dấu đóng" } };
    case "INVALID_OPENING_QUOTE":
      return {
        kind: "quote",
        line,
        what: {
          en: "one stands inside a cell without quotation marks around it",
          vi: "có dấu nằm giữa một ô không có dấu nháy bao quanh",
        },
      };
    default:
      throw error;
  }
}
