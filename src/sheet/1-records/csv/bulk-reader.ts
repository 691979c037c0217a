import { cellTexts } from "./cell-texts.ts";

/** What became of some bytes. */
interface BulkRows {
  readonly rows: readonly string[][];
  /** Where the first row begins that is not among them: it is not tidy, the bytes cut it off, or there are enough. */
  readonly end: number;
  /** That row is not tidy: a cell that a quotation mark opens goes over several lines, or holds another mark. */
  readonly isUntidy: boolean;
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
  const textOf = cellTexts();
  const isEnd = (byte: number): boolean => byte === separator || byte === lineFeed || byte === carriageReturn;

  return (bytes, start, isLast, most) => {
    const { length } = bytes;
    const rows: string[][] = [];
    let [end, at] = [start, start];
    let cells: string[] = [];
    while (at < length && rows.length < most) {
      const isQuoted = bytes[at] === quote;
      const last = isQuoted ? quote : separator;
      if (isQuoted) at++;
      const from = at;
      let [hash, all] = [basis, 0];
      for (; at < length; at++) {
        const byte = bytes[at] as number;
        if (byte === last || byte === lineFeed || byte === carriageReturn) break;
        hash = Math.imul(hash ^ byte, prime);
        all |= byte;
      }
      const to = at;
      if (isQuoted) {
        const isClosed = bytes[at++] === quote && (at >= length || isEnd(bytes[at] as number));
        if (!isClosed) return { rows, end, isUntidy: true };
      }
      // A carriage return at the end may be half of a line end.
      const isCut = at === length || (at === length - 1 && bytes[at] === carriageReturn);
      if (isCut && !isLast) break;
      cells.push(textOf(bytes, from, to, hash, all < 0x80));
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
    return { rows, end, isUntidy: false };
  };
}
