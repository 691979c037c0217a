import { asBuffer } from "../bytes.ts";
import type { Delimiter, Likeness, TextRows } from "../records.ts";
import { delimiters } from "../records.ts";
import { createCsvRows } from "./csv-rows.ts";

/** The delimiter with which the first rows look most like those that are looked for: a title may hold any mark. */
export async function guessDelimiter(head: Uint8Array, likeness: Likeness): Promise<Delimiter> {
  let best: { delimiter: Delimiter; likeness: number; width: number } | undefined;
  for (const delimiter of delimiters) {
    const rows = await firstRows(head, delimiter);
    const found = { delimiter, likeness: likeness(rows), width: Math.max(0, ...rows.map((row) => row.length)) };
    if (found.likeness === Number.POSITIVE_INFINITY) return delimiter;
    if (!best || found.likeness > best.likeness || (found.likeness === best.likeness && found.width > best.width)) {
      best = found;
    }
  }
  return (best as NonNullable<typeof best>).delimiter;
}

/** Enough for whoever looks for a header, with a line before them that states the delimiter. */
const mostFirstRows = 21;

/** Up to a quotation mark that the head cuts off or that never closes: the rows before it tell enough. */
export async function firstRows(head: Uint8Array, delimiter: Delimiter): Promise<TextRows> {
  const { records } = await createCsvRows(delimiter, true).read(asBuffer(head), true, mostFirstRows);
  return records.map(({ cells }) => cells);
}

/** Excel's own first line, `sep=;`. */
export function statedDelimiter(head: Uint8Array): Delimiter | undefined {
  const [, mark] = /^"?sep=(.)"?[\r\n]/i.exec(Buffer.from(head.subarray(0, 10)).toString("latin1")) ?? [];
  return delimiters.find((delimiter) => delimiter === mark);
}
