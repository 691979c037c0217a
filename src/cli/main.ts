import process from "node:process";
import type { Io, Output } from "../files/io.ts";
import { OutputFailed, ReaderGone } from "../files/io.ts";
import { bugReport } from "./bug.ts";
import { run } from "./run.ts";
import { exit } from "./session.ts";

const io: Io = {
  // Node sets it up when it is asked for, which takes time.
  get stdin() {
    return process.stdin;
  },
  stdout: outputOf(process.stdout),
  stderr: forgiving(outputOf(process.stderr)),
  env: process.env,
};

process.on("uncaughtException", endWithBug);
// No await at the top level, which CommonJS does not have.
run(process.argv.slice(2), io).then((code) => {
  // Never process.exit(), which would cut off what a pipe has not taken yet.
  process.exitCode = code;
}, endWithBug);

function endWithBug(error: unknown): void {
  process.exitCode = exit.bug;
  const verbose = process.argv.includes("--verbose") || process.env.SCORE_VERBOSE === "1";
  process.stderr.write(bugReport(error, verbose));
}

/** Where nobody reads the messages any longer, as behind `2>&1 | head`, the work is done all the same and the exit code tells. */
function forgiving(output: Output): Output {
  return {
    ...output,
    write: (text) =>
      output.write(text).catch((error) => {
        if (!(error instanceof ReaderGone)) throw error;
      }),
  };
}

/** Waits when the reader is slow, so that a large result does not pile up in memory. */
function outputOf(stream: NodeJS.WriteStream): Output {
  let failure: Error | undefined;
  let wake: (() => void) | undefined;
  stream.on("error", (error: NodeJS.ErrnoException) => {
    failure = error.code === "EPIPE" ? new ReaderGone() : new OutputFailed(error.code ?? "EIO");
    wake?.();
  });
  stream.on("drain", () => wake?.());
  return {
    isTTY: stream.isTTY === true,
    columns: stream.columns,
    async write(text) {
      if (failure) throw failure;
      if (!stream.write(text)) await new Promise<void>((resolve) => (wake = resolve));
      if (failure) throw failure;
    },
  };
}
