const lineFeed = 10;
const carriageReturn = 13;

/** The line (from 1) of a byte, no line feed, that follows `pieces`. `\n`, `\r\n` and `\r` end a line. */
export function lineBehind(pieces: Iterable<Uint8Array>): number {
  let line = 1;
  let afterReturn = false;
  for (const piece of pieces) {
    for (const byte of piece) {
      if (byte === carriageReturn || (byte === lineFeed && !afterReturn)) line++;
      afterReturn = byte === carriageReturn;
    }
  }
  return line;
}
