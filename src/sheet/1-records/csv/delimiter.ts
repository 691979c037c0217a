import { asBuffer } from "../bytes.ts";
import type { Delimiter, Likeness, RecordProblem, TextRows } from "../records.ts";
import { delimiters } from "../records.ts";
import { createCsvRows } from "./csv-rows.ts";

/** The first rows, by the delimiter with which they look most like those that are looked for: a title may hold any mark. */
export async function guessRows(head: Uint8Array, likeness: Likeness): Promise<FirstRows> {
  let best: { first: FirstRows; likeness: number; width: number } | undefined;
  for (const delimiter of delimiters) {
    const first = await firstRows(head, delimiter);
    const { rows } = first;
    const found = { first, likeness: likeness(rows), width: Math.max(0, ...rows.map((row) => row.length)) };
    if (found.likeness === Number.POSITIVE_INFINITY) return first;
    if (!best || found.likeness > best.likeness || (found.likeness === best.likeness && found.width > best.width)) {
      best = found;
    }
  }
  return (best as NonNullable<typeof best>).first;
}

interface FirstRows {
  readonly delimiter: Delimiter;
  readonly rows: TextRows;
  readonly problem: RecordProblem | undefined;
}

/** Enough for whoever looks for a header, with a line before them that states the delimiter. */
const mostFirstRows = 21;

/** Up to a quotation mark that does not fit: the rows before it may tell enough. */
export async function firstRows(head: Uint8Array, delimiter: Delimiter): Promise<FirstRows> {
  const reader = createCsvRows(delimiter);
  const { records, problem } = await reader.read(asBuffer(head), true, mostFirstRows);
  const rows = records.map(({ cells }) => cells);
  // One that never closes may only be cut off here.
  const isWrong = problem !== undefined && problem !== "unclosed";
  return { delimiter, rows, problem: isWrong ? { kind: "quote", line: reader.line, what: problem } : undefined };
}

/** Excel's own first line, `sep=;`. */
export function statedDelimiter(head: Uint8Array): Delimiter | undefined {
  const [, mark] = /^"?sep=(.)"?[\r\n]/i.exec(Buffer.from(head.subarray(0, 10)).toString("latin1")) ?? [];
  return delimiters.find((delimiter) => delimiter === mark);
}
