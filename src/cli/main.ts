import type { Io, Output } from "../files/io.ts";
import { ReaderGone } from "../files/io.ts";
import { bugReport } from "./bug.ts";
import { run } from "./run.ts";
import { exit } from "./session.ts";
import { standardOutput } from "./standard-output.ts";

const io: Io = {
  // Node sets it up when it is asked for, which takes time.
  get stdin() {
    return process.stdin;
  },
  stdout: standardOutput(1, () => process.stdout),
  stderr: forgiving(standardOutput(2, () => process.stderr)),
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
