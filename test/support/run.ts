import { isUtf8 } from "node:buffer";
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../src/cli/run.ts";
import type { Io, Output } from "../../src/files/io.ts";
import { OutputFailed } from "../../src/files/io.ts";
import { root } from "./files.ts";

/** How a command line is run. */
export interface Given {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: Uint8Array;
  /** Sees what goes to stdout and stderr in the order in which a terminal would show it. */
  readonly onWrite?: (text: string) => void;
  /** Runs as another user of the system, which only its administrator can do. */
  readonly user?: number;
  /** Ends the process without warning after so many milliseconds; its exit is then -1. */
  readonly killAfter?: number;
  /** stdout is a file on a full disk. */
  readonly full?: boolean;
  /** The folder is deleted before the program begins. */
  readonly gone?: boolean;
}

export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Nothing of the machine's own environment, so that a test gives the same everywhere. */
const plainEnvironment = { LANG: "C.UTF-8" };

/** Runs `score` within this process, whose folder changes meanwhile: one run at a time. */
export async function runHere(
  argv: readonly string[],
  { cwd, env = {}, stdin, onWrite, full = false, gone = false }: Given,
): Promise<Ran> {
  const [stdout, stderr] = [collector(onWrite, full), collector(onWrite)];
  const io: Io = { stdin: chunks(stdin), stdout, stderr, env: { ...plainEnvironment, ...env } };
  const before = process.cwd();
  process.chdir(cwd);
  if (gone) rmSync(cwd, { recursive: true });
  try {
    return { exit: await run(argv, io), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    process.chdir(before);
  }
}

/** Runs the built program as people do. */
export function runProcess(argv: readonly string[], given: Given): Promise<Ran> {
  const { cwd, env = {}, stdin, user, killAfter } = given;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "bin/score.js"), ...argv], {
      cwd,
      env: { ...plainEnvironment, ...env },
      ...(user !== undefined && { uid: user, gid: user }),
    });
    if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (exit) => {
      resolve({
        exit: exit ?? -1,
        stdout: Buffer.concat(out).toString("utf8"),
        stderr: Buffer.concat(err).toString("utf8"),
      });
    });
    // A program that does not read its stdin may close it first.
    child.stdin.on("error", () => undefined);
    child.stdin.end(stdin);
  });
}

/** The words of a command line, as a shell splits them: spaces separate, quotes of both kinds hold together. */
export function shellWords(line: string): string[] {
  const words = line.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}

function collector(onWrite: Given["onWrite"], full = false): Output & { text(): string } {
  const pieces: string[] = [];
  return {
    isTTY: false,
    async write(data) {
      if (full) throw new OutputFailed("ENOSPC");
      // A byte of what is no text is one character here.
      const text = typeof data === "string" ? data : Buffer.from(data).toString(isUtf8(data) ? "utf8" : "latin1");
      pieces.push(text);
      onWrite?.(text);
    },
    text: () => pieces.join(""),
  };
}

async function* chunks(bytes: Uint8Array | undefined): AsyncGenerator<Uint8Array> {
  if (bytes && bytes.length > 0) yield bytes;
}
