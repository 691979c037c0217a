import type { Bilingual } from "../../text/bilingual.ts";
import { asBuffer, headBytes } from "./bytes.ts";
import type { QuoteProblem } from "./csv/csv-rows.ts";
import { createRowScanner } from "./csv/csv-rows.ts";
import type { ForeignBytes } from "./encoding.ts";
import { createTextCheck } from "./encoding.ts";
import { lineBehind } from "./lines.ts";

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

const lineFeed = 10;
const carriageReturn = 13;

const whatQuotes: Readonly<Record<QuoteProblem, Bilingual>> = {
  unclosed: { en: "one opens in this row and never closes", vi: "dấu mở ở dòng này không được đóng" },
  behind_closing: { en: "text follows the closing one", vi: "có chữ ngay sau dấu đóng" },
  inside_cell: {
    en: "one stands inside a cell without quotation marks around it",
    vi: "có dấu nằm giữa một ô không có dấu nháy bao quanh",
  },
};

/**
 * The rows of a CSV file, each as soon as it is there, blank ones too; memory is that of one block. Gives the problem
 * that ended the reading, if there is one; `onRecord` tells whether to go on. What `bytes` or `onRecord` throw passes through.
 */
export async function readRecords(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: string,
  onRecord: (record: SheetRecord) => boolean,
): Promise<RecordProblem | undefined> {
  const scanner = createRowScanner(delimiter);
  const check = createTextCheck();
  const onRow = (cells: string[], line: number): boolean => onRecord({ line, cells });
  /** The beginning of a row, in the pieces in which it came. */
  let rest: Uint8Array[] = [];
  let size = 0;
  const scan = (isLast: boolean): RecordProblem | "stopped" | undefined => {
    const all = rest.length === 1 ? asBuffer(rest[0] as Uint8Array) : Buffer.concat(rest);
    const { used, problem, stopped } = scanner.scan(all, isLast, onRow);
    if (stopped) return "stopped";
    if (problem) return { kind: "quote", line: scanner.line, what: whatQuotes[problem] };
    rest = [all.subarray(used)];
    size = all.length - used;
    return size > longestRecord ? { kind: "long", line: scanner.line } : undefined;
  };
  const foreign = ({ found, offset }: ForeignBytes, block: Uint8Array): RecordProblem => {
    const line = scanner.line + lineBehind([...rest, block.subarray(0, offset)]) - 1;
    return { kind: "encoding", line, found };
  };
  for await (const block of bytes) {
    const found = check(block);
    if (found) return foreign(found, block);
    rest.push(block);
    size += block.length;
    // Without a line end no row is complete.
    if (size <= longestRecord && !block.includes(lineFeed) && !block.includes(carriageReturn)) continue;
    const end = scan(false);
    if (end) return end === "stopped" ? undefined : end;
  }
  const found = check();
  if (found) return foreign(found, new Uint8Array());
  const end = scan(true);
  return end === "stopped" ? undefined : end;
}
