import { createCellTexts } from "./cell-texts.ts";

/** Why a row cannot be taken apart: a quotation mark stands where none may, or never closes. */
export type QuoteProblem = "unclosed" | "behind_closing" | "inside_cell";

/** What became of some bytes. */
interface Scan {
  /** Bytes of the rows that were given; the rest begins a row that is not complete. */
  readonly used: number;
  readonly problem?: QuoteProblem;
  /** Nobody wants more rows. */
  readonly stopped?: true;
}

/** Takes rows of CSV (RFC 4180) apart. `\n`, `\r\n` and `\r` end a row; a blank line is a row with one blank cell. */
export interface RowScanner {
  /**
   * Gives each row of `bytes`, which begin with a row, and the physical line on which it starts; `isLast`: no bytes follow.
   * `onRow` tells whether to go on.
   */
  scan(bytes: Buffer, isLast: boolean, onRow: (cells: string[], line: number) => boolean): Scan;
  /** The line on which the next row starts. */
  readonly line: number;
}

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Of the hash by Fowler, Noll and Vo (FNV-1a), 32 bits. */
const [basis, prime] = [0x811c9dc5 | 0, 0x01000193];

/** With `isLenient` quotation marks that stand where none may are letters like others; one that never closes is a problem all the same. */
export function createRowScanner(delimiter: string, isLenient = false): RowScanner {
  const separator = delimiter.charCodeAt(0);
  const textOf = createCellTexts();
  let line = 1;
  // What scanning a cell found out: its text, the first byte behind it (-1: the bytes do not tell yet) and its line breaks.
  let [text, next, breaks]: [string, number, number] = ["", 0, 0];

  function plainCell(bytes: Buffer, start: number, isLast: boolean): QuoteProblem | undefined {
    const { length } = bytes;
    let [at, hash, all] = [start, basis, 0];
    for (; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte === separator || byte === lineFeed || byte === carriageReturn) break;
      if (byte === quote && !isLenient) return "inside_cell";
      hash = Math.imul(hash ^ byte, prime);
      all |= byte;
    }
    next = at < length || isLast ? at : -1;
    if (next >= 0) text = textOf(bytes, start, at, hash, all < 0x80);
    return undefined;
  }

  function quotedCell(bytes: Buffer, start: number, isLast: boolean): QuoteProblem | undefined {
    let from = start + 1;
    let close = bytes.indexOf(quote, from);
    const parts: string[] = [];
    for (; close >= 0 && bytes[close + 1] === quote; close = bytes.indexOf(quote, from)) {
      parts.push(bytes.toString("utf8", from, close + 1));
      from = close + 2;
    }
    const isOpen = close < 0 || (close + 1 === bytes.length && !isLast);
    next = isOpen ? -1 : close + 1;
    if (isOpen) return isLast ? "unclosed" : undefined;
    const behind = bytes[next];
    if (next < bytes.length && behind !== separator && behind !== lineFeed && behind !== carriageReturn) {
      return isLenient ? plainCell(bytes, start, isLast) : "behind_closing";
    }
    parts.push(bytes.toString("utf8", from, close));
    text = parts.join("");
    breaks += text.match(/\r\n|\n|\r/g)?.length ?? 0;
    return undefined;
  }

  return {
    get line() {
      return line;
    },
    scan(bytes, isLast, onRow) {
      const { length } = bytes;
      let [used, at] = [0, 0];
      let cells: string[] = [];
      breaks = 0;
      while (at < length) {
        const read = bytes[at] === quote ? quotedCell : plainCell;
        const problem = read(bytes, at, isLast);
        if (problem) return { used, problem };
        // A carriage return at the end may be half of a line end.
        if (next < 0 || (next === length - 1 && bytes[next] === carriageReturn && !isLast)) return { used };
        cells.push(text);
        at = next + 1;
        if (bytes[next] === separator) {
          // A row may end with a blank cell at the end of the file.
          if (at < length || !isLast) continue;
          cells.push("");
        } else if (bytes[next] === carriageReturn && bytes[at] === lineFeed) at++;
        const start = line;
        line += breaks + 1;
        breaks = 0;
        used = Math.min(at, length);
        if (!onRow(cells, start)) return { used, stopped: true };
        cells = [];
      }
      return { used };
    },
  };
}
