import { cellPlace } from "../../../model/places.ts";
import type { OpenedBytes } from "../bytes.ts";
import { asBuffer } from "../bytes.ts";
import type { ForeignBytes } from "../encoding.ts";
import { createTextCheck } from "../encoding.ts";
import type { Encoding } from "../encodings/decode.ts";
import type { Delimiter, Likeness, RecordProblem, Records, SheetRecord } from "../records.ts";
import { longestRecord } from "../records.ts";
import type { PlainRows } from "./bulk/plain-rows.ts";
import { createCsvRows } from "./csv-rows.ts";
import { firstRows, guessRows, statedDelimiter } from "./delimiter.ts";
import { lineBehind } from "./lines.ts";

const lineFeed = 10;
const carriageReturn = 13;

/** A file of text as records. Its first line is left out where it is Excel's `sep=;`. */
export async function openCsv(
  name: string,
  bytes: OpenedBytes,
  parted: Delimiter | Likeness,
  encoding: Encoding = "utf-8",
): Promise<Records> {
  const stated = typeof parted === "function" ? statedDelimiter(bytes.head) : undefined;
  const known = typeof parted === "function" ? stated : parted;
  const skipped = stated === undefined ? 0 : 1;
  const first = await (known ? firstRows(bytes.head, known) : guessRows(bytes.head, parted as Likeness));
  const { delimiter } = first;
  let { problem } = first;

  async function* rows(plain?: () => PlainRows | undefined): AsyncGenerator<readonly SheetRecord[]> {
    let unwanted = skipped;
    for await (const batch of readBlocks(bytes.all, delimiter, plain)) {
      if ("kind" in batch) problem = batch;
      else if (batch.length > unwanted) yield unwanted === 0 ? batch : batch.slice(unwanted);
      unwanted = 0;
    }
  }
  return {
    name,
    encoding,
    delimiter,
    head: (n) => first.rows.slice(skipped, skipped + n),
    rows,
    get problem() {
      return problem;
    },
    place: (line, column) => cellPlace(name, line, column),
    close: bytes.close,
  };
}

/** The rows of each block as soon as they are complete; at last what ended the reading, if it is no end. */
async function* readBlocks(
  blocks: AsyncIterable<Uint8Array>,
  delimiter: Delimiter,
  plain: (() => PlainRows | undefined) | undefined,
): AsyncGenerator<readonly SheetRecord[] | RecordProblem> {
  const reader = createCsvRows(delimiter, plain);
  const check = createTextCheck();
  /** The beginning of a row, in the pieces in which it came. */
  let rest: Uint8Array[] = [];
  let size = 0;
  /** Bytes of pieces that were joined; no record holds on to them. */
  let joined = Buffer.alloc(0);
  const join = (): Buffer => {
    if (joined.length < size) joined = Buffer.allocUnsafeSlow(size * 2);
    let at = 0;
    for (const piece of rest) {
      joined.set(piece, at);
      at += piece.length;
    }
    return joined.subarray(0, size);
  };
  const foreign = ({ found, offset }: ForeignBytes, block: Uint8Array): RecordProblem => {
    const line = reader.line + lineBehind([...rest, block.subarray(0, offset)]) - 1;
    return { kind: "encoding", line, found };
  };
  for await (const block of blocks) {
    const found = check(block);
    if (found) return yield foreign(found, block);
    rest.push(block);
    size += block.length;
    // Without a line end no row is complete.
    if (size <= longestRecord && !block.includes(lineFeed) && !block.includes(carriageReturn)) continue;
    const all = rest.length === 1 ? asBuffer(block) : join();
    let used = 0;
    for (let isPaused = true; isPaused; ) {
      const read = await reader.read(all.subarray(used), false);
      if (read.records.length > 0) yield read.records;
      if (read.problem) return yield { kind: "quote", line: reader.line, what: read.problem };
      used += read.used;
      isPaused = read.isPaused;
    }
    rest = [all.subarray(used)];
    size = all.length - used;
    if (size > longestRecord) return yield { kind: "long", line: reader.line };
  }
  const found = check();
  if (found) return yield foreign(found, new Uint8Array());
  let last = Buffer.concat(rest);
  for (let isPaused = true; isPaused; ) {
    const read = await reader.read(last, true);
    if (read.records.length > 0) yield read.records;
    if (read.problem) return yield { kind: "quote", line: reader.line, what: read.problem };
    last = last.subarray(read.used);
    isPaused = read.isPaused;
  }
}
