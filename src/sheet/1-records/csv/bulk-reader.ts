import { createCellTexts } from "./cell-texts.ts";

/** What became of some bytes. */
interface BulkRows {
  readonly rows: readonly string[][];
  /** Where the first row begins that is not among them: the bytes cut it off, it has a quotation mark, or there are enough. */
  readonly end: number;
  readonly isQuoted: boolean;
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Of the hash by Fowler, Noll and Vo (FNV-1a), 32 bits. */
const [basis, prime] = [0x811c9dc5 | 0, 0x01000193];

/**
 * Takes tidy rows of CSV apart, `most` at most, from `start` on, where a row begins; `isLast`: no bytes follow. `\n`, `\r\n`
 * and `\r` end a row; a blank line is a row with one blank cell. Reads as the general reader does, several times as fast.
 */
export function createBulkReader(
  delimiter: string,
): (bytes: Buffer, start: number, isLast: boolean, most: number) => BulkRows {
  const separator = delimiter.charCodeAt(0);
  const textOf = createCellTexts();

  return (bytes, start, isLast, most) => {
    const { length } = bytes;
    const rows: string[][] = [];
    let [end, at] = [start, start];
    let cells: string[] = [];
    while (at < length && rows.length < most) {
      const from = at;
      let [hash, all] = [basis, 0];
      for (; at < length; at++) {
        const byte = bytes[at] as number;
        if (byte === separator || byte === lineFeed || byte === carriageReturn) break;
        if (byte === quote) return { rows, end, isQuoted: true };
        hash = Math.imul(hash ^ byte, prime);
        all |= byte;
      }
      // A carriage return at the end may be half of a line end.
      const isCut = at === length || (at === length - 1 && bytes[at] === carriageReturn);
      if (isCut && !isLast) break;
      cells.push(textOf(bytes, from, at, hash, all < 0x80));
      const mark = bytes[at++];
      if (mark === separator) {
        // A row may end with a blank cell at the end of the file.
        if (at < length || !isLast) continue;
        cells.push("");
      } else if (mark === carriageReturn && bytes[at] === lineFeed) at++;
      end = Math.min(at, length);
      rows.push(cells);
      cells = [];
    }
    return { rows, end, isQuoted: false };
  };
}
