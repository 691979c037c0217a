import { statSync } from "node:fs";
import type { GivenSheet } from "../archive/basis.ts";
import { phrase } from "../text/phrase.ts";
import type { Session } from "./session.ts";

/** Work that ends sooner needs no line, and a line that changes more often is not read; in milliseconds. */
const [patience, pace] = [1000, 250];

/** Sheets that say on a terminal how far they are read, once that takes longer than a moment; `end` takes the line away. */
interface Reading {
  readonly sheets: readonly GivenSheet[];
  readonly end: () => Promise<void>;
}

/** Never in pipes, in continuous integration or with `--quiet`. */
export function watchReading(sheets: readonly GivenSheet[], { io, flags, language }: Session, now = Date.now): Reading {
  const nothing = { sheets, end: async () => undefined };
  if (!io.stderr.isTTY || flags.quiet || io.env.CI || io.env.TERM === "dumb") return nothing;
  const sizes = sheets.map(({ name }) => statSync(name, { throwIfNoEntry: false })?.size);
  const total = sizes.every((size) => size !== undefined)
    ? sizes.reduce((sum = 0, size = 0) => sum + size, 0)
    : undefined;
  const start = now();
  let [last, bytes, rows, shown] = [start, 0, 0, false];

  async function tell(chunk: Uint8Array): Promise<void> {
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
    const time = now();
    if (time - start < patience || time - last < pace) return;
    [last, shown] = [time, true];
    const left = total === undefined || bytes === 0 ? undefined : ((time - start) * (total - bytes)) / bytes;
    const words = phrase("{rows} rows read[, {share} %][, {left} s left]", {
      rows,
      share: total === undefined ? undefined : Math.floor((100 * bytes) / total),
      left: left === undefined ? undefined : Math.ceil(left / 1000),
    });
    await io.stderr.write(`\r\x1b[K${words[language]}`);
  }

  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      async *open() {
        for await (const chunk of sheet.open()) {
          await tell(chunk);
          yield chunk;
        }
      },
    })),
    end: async () => {
      if (shown) await io.stderr.write("\r\x1b[K");
    },
  };
}
