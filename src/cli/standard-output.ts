import { fstatSync, writeSync } from "node:fs";
import type { Output } from "../files/io.ts";
import { OutputFailed, ReaderGone } from "../files/io.ts";

/**
 * What is written to a file or a pipe goes there by calls of the system, each of which waits for the reader: Node's stream waits
 * for the same, and takes longer to set up than a small sheet to compute. A terminal is for the stream, and a pipe that would not wait.
 *
 * @param streamOf is asked for the stream when it is needed
 */
export function standardOutput(descriptor: 1 | 2, streamOf: () => NodeJS.WriteStream): Output {
  if (!isFileOrPipe(descriptor)) return streamOutput(streamOf());
  let instead: Output | undefined;
  return {
    isTTY: false,
    async write(data) {
      let rest: Uint8Array = typeof data === "string" ? Buffer.from(data) : data;
      try {
        while (!instead && rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code !== "EAGAIN") throw failureOf(code);
        instead = streamOutput(streamOf());
      }
      if (rest.length > 0) await instead?.write(rest);
    },
  };
}

function isFileOrPipe(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor);
    return found.isFile() || found.isFIFO() || found.isSocket();
  } catch {
    return false;
  }
}

const failureOf = (code: string | undefined): Error =>
  code === "EPIPE" ? new ReaderGone() : new OutputFailed(code ?? "EIO");

/** Waits when the reader is slow, so that a large result does not pile up in memory. */
function streamOutput(stream: NodeJS.WriteStream): Output {
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    failure = failureOf(code);
    wake?.();
  });
  stream.on("drain", () => wake?.());
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns,
    async write(data) {
      if (failure) throw failure;
      if (!stream.write(data)) await new Promise<void>((resolve) => (wake = resolve));
      if (failure) throw failure;
    },
  };
}
