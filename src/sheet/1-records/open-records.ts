import { cellPlace } from "../../model/places.ts";
import { restore } from "../../text/formula.ts";
import type { OpenedBytes } from "./bytes.ts";
import { openBytes } from "./bytes.ts";
import { openCsv } from "./csv/csv-records.ts";
import { lineBehind } from "./csv/lines.ts";
import { createTextCheck, foreignFormat } from "./encoding.ts";
import type { Delimiter, Likeness, RecordProblem, Records, SheetRecord } from "./records.ts";

/** A file to read. Errors that `open` or its bytes throw (no such file, a broken disk) pass through to the caller. */
export interface FileInput {
  /** File name as given; diagnostics carry it. */
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** Opens a sheet by what its bytes are, whatever its name. `parted`: by which mark, or how its first rows are known. */
export async function openRecords(input: FileInput, parted: Delimiter | Likeness): Promise<Records> {
  const bytes = await openBytes(input.open());
  const problem = refusal(bytes.head);
  return problem ? nothing(input.name, problem, bytes) : openCsv(input.name, bytes, parted);
}

/** A file that this program wrote, or somebody in its manner, read as a whole. */
export interface OwnRows extends Pick<Records, "place" | "problem"> {
  /** Cells as they were before they were defused. Those before the `problem`, where there is one. */
  readonly rows: readonly SheetRecord[];
}

export async function readOwnRows(input: FileInput): Promise<OwnRows> {
  const records = await openRecords(input, ",");
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

/** Why these are not the first bytes of a sheet. */
function refusal(head: Uint8Array): RecordProblem | undefined {
  const format = foreignFormat(head);
  if (format === "zip") return { kind: "workbook" };
  if (format) return { kind: "encoding", line: 1, found: format };
  const foreign = createTextCheck()(head);
  if (foreign) return { kind: "encoding", line: lineBehind([head.subarray(0, foreign.offset)]), found: foreign.found };
  return head.every((byte) => byte <= 32) ? { kind: "blank" } : undefined;
}

const nothing = (name: string, problem: RecordProblem, { close }: OpenedBytes): Records => ({
  name,
  kind: "csv",
  head: () => [],
  async *rows() {},
  problem,
  place: (line, column) => cellPlace(name, line, column),
  close,
});
