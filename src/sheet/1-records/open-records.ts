import { cellPlace } from "../../model/places.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { restore } from "../../text/formula.ts";
import { phrase } from "../../text/phrase.ts";
import type { OpenedBytes } from "./bytes.ts";
import { headBytes, openBytes } from "./bytes.ts";
import { openCsv } from "./csv/csv-records.ts";
import { lineBehind } from "./csv/lines.ts";
import { createTextCheck, foreignFormat, isMarkup } from "./encoding.ts";
import type { Encoding } from "./encodings/decode.ts";
import { converter, decoded, decoder } from "./encodings/decode.ts";
import type { OldFont } from "./encodings/detect.ts";
import { encodingAmong, isOldFont } from "./encodings/detect.ts";
import type { Delimiter, Likeness, RecordProblem, Records, SheetRecord } from "./records.ts";

/** A file to read. Errors that `open` or its bytes throw (no such file, a broken disk) pass through to the caller. */
export interface FileInput {
  /** File name as given; diagnostics carry it. */
  readonly name: string;
  /** What results call it, where that is not its name. */
  readonly recorded?: string;
  /** Where it is, seen from everywhere. */
  readonly path?: string;
  /** The one tab of a workbook that is wanted. */
  readonly tab?: string;
  /** That of its text, where it is stated and not to be told from the bytes. */
  readonly encoding?: Encoding;
  open(): AsyncIterable<Uint8Array>;
}

/**
 * Opens a sheet, or all tabs of a workbook, by what its bytes are; at least one. `parted`: by which mark a text file is, or how its
 * first rows are known.
 */
export async function openSheets(input: FileInput, parted: Delimiter | Likeness): Promise<readonly Records[]> {
  const bytes = await openBytes(input.open());
  const found = await contentOf(input, bytes);
  if ("kind" in found) return [nothing(input.name, found, bytes)];
  return "text" in found ? [await openCsv(input.name, found.text, parted, found.encoding)] : found;
}

/** A file that this program wrote, or somebody in its manner, read as a whole. */
export interface OwnRows extends Pick<Records, "place" | "problem"> {
  /** Cells as they were before they were defused. Those before the `problem`, where there is one. */
  readonly rows: readonly SheetRecord[];
}

export async function readOwnRows(input: FileInput): Promise<OwnRows> {
  const [records] = (await openSheets(input, ",")) as readonly [Records];
  const rows: SheetRecord[] = [];
  try {
    for await (const batch of records.rows()) {
      for (const { line, cells } of batch) rows.push({ line, cells: cells.map(restore) });
    }
    return { rows, problem: records.problem, place: records.place };
  } finally {
    await records.close();
  }
}

/** Most bytes of a workbook, as it is packed. */
const largestWorkbook = 128 << 20;

/** What the bytes are, whatever the name says, but that no text may pass for a workbook: its tabs, or why it cannot be read. */
async function contentOf(
  { name, tab, encoding: stated }: FileInput,
  bytes: OpenedBytes,
): Promise<{ readonly text: OpenedBytes; readonly encoding: Encoding } | RecordProblem | readonly Records[]> {
  const { head } = bytes;
  const format = foreignFormat(head);
  if (format === "workbook") {
    const file = await wholeFile(bytes);
    if (!file) return { kind: "workbook", why: { kind: "large", limit: largestWorkbook } };
    const { workbookRecords } = await import("./workbook/open-workbook.ts");
    const found: (Encoding | OldFont | undefined)[] = [];
    const tabs = workbookRecords(name, file, tab, (texts) => {
      const encoding = encodingAmong(accentedHead(texts), stated);
      found.push(encoding);
      return encoding === stated ? converter(stated) : undefined;
    });
    return "kind" in tabs ? { kind: "workbook", why: tabs } : (found.find(isOldFont) ?? tabs);
  }
  if (format) return { kind: "encoding", line: 1, found: format };
  if (/\.(?:xls[xmb]?|ods)$/i.test(name) && head.length > 0) return foreign(isMarkup(head) ? webPage : textFile);
  const encoding = encodingAmong(head, stated);
  // Bytes in no encoding that is known are shown where they stand.
  if (encoding === "utf-8" || encoding === undefined) return textProblem(head) ?? { text: bytes, encoding: "utf-8" };
  if (isOldFont(encoding)) return encoding;
  const isUtf8 = createTextCheck()(head) === undefined;
  const text = await openBytes(decoded(bytes.all, decoder(encoding, isUtf8)));
  return textProblem(text.head) ?? { text, encoding };
}

/** As much of the texts beyond ASCII as a text file is known by. */
function accentedHead(texts: Iterable<string>): Buffer {
  const accented: string[] = [];
  let size = 0;
  for (const text of texts) {
    if (!/[^\0-\x7f]/.test(text)) continue;
    accented.push(text);
    size += text.length;
    if (size > headBytes) break;
  }
  return Buffer.from(accented.join(" "));
}

function textProblem(head: Uint8Array): RecordProblem | undefined {
  const wrong = createTextCheck()(head);
  if (wrong) return { kind: "encoding", line: lineBehind([head.subarray(0, wrong.offset)]), found: wrong.found };
  if (head.every((byte) => byte <= 32)) return { kind: "blank" };
  return isMarkup(head) ? foreign(webPage) : undefined;
}

const foreign = (found: Bilingual): RecordProblem => ({ kind: "workbook", why: { kind: "foreign", found } });
const webPage = phrase("a web page or another text with tags");
const textFile = phrase("a text file under the name of a workbook");

async function wholeFile({ all, close }: OpenedBytes): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of all) {
    pieces.push(piece);
    size += piece.length;
    if (size > largestWorkbook) {
      await close();
      return undefined;
    }
  }
  return Buffer.concat(pieces);
}

const nothing = (name: string, problem: RecordProblem, { close }: OpenedBytes): Records => ({
  name,
  head: () => [],
  async *rows() {},
  problem,
  place: (line, column) => cellPlace(name, line, column),
  close,
});
