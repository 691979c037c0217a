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
  const { first, likeness: found, width } = best as NonNullable<typeof best>;
  return width <= 1 && (await arePartedBySpaces(head, likeness, found))
    ? { ...first, problem: { kind: "spaces" } }
    : first;
}

/** So R's `write.table` writes unless it is told otherwise: a mark that many names have inside. */
async function arePartedBySpaces(head: Uint8Array, likeness: Likeness, least: number): Promise<boolean> {
  return likeness((await firstRows(head, " ")).rows) > least;
}

interface FirstRows<D = Delimiter> {
  readonly delimiter: D;
  readonly rows: TextRows;
  readonly problem: RecordProblem | undefined;
}

/** Enough for whoever looks for a header, with a line before them that states the delimiter. */
const mostFirstRows = 21;

/** Up to a quotation mark that does not fit: the rows before it may tell enough. */
export async function firstRows<D extends string>(head: Uint8Array, delimiter: D): Promise<FirstRows<D>> {
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
