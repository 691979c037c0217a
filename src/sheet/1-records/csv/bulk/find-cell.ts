const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];

/** A cell without its quotation marks, and where what ends it stands. */
export interface Cell {
  start: number;
  end: number;
  behind: number;
  /** Line ends within. */
  breaks: number;
  /** Holds quotation marks. */
  isDoubled: boolean;
}

/** @returns false for one whose quotation marks are not in order, or that goes on behind `limit` */
export function findCell(bytes: Buffer, from: number, limit: number, separator: number, cell: Cell): boolean {
  let at = from;
  cell.breaks = 0;
  cell.isDoubled = false;
  if (bytes[at] !== quote) {
    for (let byte = bytes[at]; byte !== separator && byte !== lineFeed && byte !== carriageReturn; byte = bytes[++at]);
    cell.start = from;
    cell.end = at;
    cell.behind = at;
    return true;
  }
  cell.start = ++at;
  for (; at < limit; at++) {
    const byte = bytes[at];
    if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) cell.breaks++;
    if (byte !== quote) continue;
    if (bytes[at + 1] !== quote) break;
    cell.isDoubled = true;
    at++;
  }
  cell.end = at;
  cell.behind = at + 1;
  const next = bytes[at + 1];
  return at < limit && (next === separator || next === lineFeed || next === carriageReturn);
}
