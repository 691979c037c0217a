import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Case, Outcome, Step } from "./case-file.ts";
import { halves } from "./case-file.ts";
import { readTree, root, withFolder, writeTree } from "./files.ts";
import type { Given, Ran } from "./run.ts";
import { shellWords } from "./run.ts";

export const cases = join(root, "test/cases");
/** `<theme>/<sentence>.case` */
export const caseNames = [...readTree(cases).keys()].filter((path) => path.endsWith(".case"));
export const caseText = (name: string): string => readFileSync(join(cases, name), "utf8");

export type Runner = (argv: readonly string[], given: Given) => Promise<Ran>;

/** The case with what its commands really give, run one after the other in a folder of its own. */
export function performCase({ note, steps }: Case, runner: Runner): Promise<Case> {
  return withFolder(async (cwd) => {
    const performed: Step[] = [];
    for (const step of steps) performed.push({ ...step, ...(await outcome(step, cwd, runner)) });
    return { note, steps: performed };
  });
}

async function outcome({ command, files, stdin }: Step, cwd: string, runner: Runner): Promise<Outcome> {
  writeTree(
    cwd,
    [...files].map(([path, file]) => [path, "from" in file ? readFileSync(join(root, file.from)) : file]),
  );
  const before = readTree(cwd);
  const { exit, stdout, stderr } = await runner(...spoken(command, cwd, stdin));
  const after = readTree(cwd);
  return {
    exit,
    stdout: Buffer.from(stdout, "utf8"),
    stderr: Buffer.from(stderr, "utf8"),
    written: new Map([...after].filter(([path, bytes]) => !same(before.get(path), bytes))),
    removed: [...before.keys()].filter((path) => !after.has(path)),
  };
}

const same = (before: Uint8Array | undefined, now: Uint8Array): boolean =>
  before !== undefined && Buffer.compare(before, now) === 0;

function spoken(command: string, cwd: string, stdin: Uint8Array): Parameters<Runner> {
  const words = shellWords(command);
  const at = words.indexOf("score");
  if (at < 0) throw new Error(`This does not run score: ${command}`);
  const env = Object.fromEntries(words.slice(0, at).map((word) => halves(word, "=")));
  return [words.slice(at + 1), { cwd, env, stdin }];
}
