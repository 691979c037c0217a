const lineFeed = 10;
const carriageReturn = 13;

/** Tells the physical line of offsets that only grow. `\n`, `\r\n` and `\r` end a line. */
export interface LineCounter {
  /** The next bytes of the file. */
  feed(block: Uint8Array): void;
  /** The line (from 1) in which the byte at `offset` stands. */
  lineAt(offset: number): number;
  /** The line of a byte, no line feed, that follows those fed so far. */
  readonly last: number;
  readonly fed: number;
}

export function createLineCounter(): LineCounter {
  let starts: number[] = [];
  let passed = 0;
  let line = 1;
  let fed = 0;
  let afterReturn = false;
  return {
    feed(block) {
      starts = starts.slice(passed);
      passed = 0;
      for (let at = 0; at < block.length; at++) {
        const byte = block[at];
        if (afterReturn && byte !== lineFeed) starts.push(fed + at);
        else if (byte === lineFeed) starts.push(fed + at + 1);
        afterReturn = byte === carriageReturn;
      }
      fed += block.length;
    },
    lineAt(offset) {
      while (passed < starts.length && (starts[passed] as number) <= offset) {
        passed++;
        line++;
      }
      return line;
    },
    get last() {
      return line + starts.length - passed + (afterReturn ? 1 : 0);
    },
    get fed() {
      return fed;
    },
  };
}
