// Golden cases: each folder below test/cases that has a file `argv` is a command line with its inputs and all that it must give.
//   argv     the words after `score`, in one line, quoted as in a shell
//   stdin    what it reads (optional)           env     NAME=VALUE lines (optional)
//   stdout, stderr, exit                        out/    files that it writes; it may write no others
// All other files are inputs. UPDATE=1 rewrites what is expected.
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FileTree } from "./support/files.ts";
import { foldersWith, readTree, withFolder, writeTree } from "./support/files.ts";
import type { Given, Ran } from "./support/run.ts";
import { root, runHere, runProcess, shellWords } from "./support/run.ts";
import { updating } from "./support/update.ts";

const cases = join(root, "test/cases");
const ofTheCase = /^(argv|stdin|env|stdout|stderr|exit|out\/.*)$/;
type Runner = (argv: readonly string[], given: Given) => Promise<Ran>;

const names = foldersWith(cases, "argv");

test("there are cases", () => expect(names.length).toBeGreaterThan(10));

describe("in this process", () => {
  test.each(names)("%s", async (name) => {
    const got = await perform(join(cases, name), runHere);
    if (updating) rewrite(join(cases, name), got);
    expect(got).toEqual(expected(join(cases, name)));
  });
});

describe("as a process of its own", () => {
  test.concurrent.each(names)("%s", async (name) => {
    expect(await perform(join(cases, name), runProcess)).toEqual(expected(join(cases, name)));
  });
});

interface Outcome extends Ran {
  readonly files: Readonly<Record<string, string>>;
}

/** Runs a case in a copy of its folder. */
async function perform(folder: string, runner: Runner): Promise<Outcome> {
  const all = readTree(folder);
  const inputs = new Map([...all].filter(([path]) => !ofTheCase.test(path)));
  const stdin = all.get("stdin");
  return withFolder(async (cwd) => {
    writeTree(cwd, inputs);
    const ran = await runner(shellWords(text(all, "argv")), {
      cwd,
      env: environment(text(all, "env")),
      ...(stdin && { stdin }),
    });
    const written = [...readTree(cwd)].filter(
      ([path, bytes]) => !inputs.get(path) || Buffer.compare(bytes, inputs.get(path) as Uint8Array) !== 0,
    );
    return { ...ran, files: texts(written) };
  });
}

function expected(folder: string): Outcome {
  const all = readTree(folder);
  return {
    exit: Number(text(all, "exit")),
    stdout: text(all, "stdout"),
    stderr: text(all, "stderr"),
    files: texts([...all].filter(([path]) => path.startsWith("out/"))),
  };
}

function rewrite(folder: string, { exit, stdout, stderr, files }: Outcome): void {
  rmSync(join(folder, "out"), { recursive: true, force: true });
  writeTree(folder, Object.entries(files));
  writeFileSync(join(folder, "exit"), `${exit}\n`);
  for (const [name, content] of Object.entries({ stdout, stderr })) {
    if (content) writeFileSync(join(folder, name), content);
    else if (existsSync(join(folder, name))) rmSync(join(folder, name));
  }
}

const text = (files: FileTree, path: string): string => Buffer.from(files.get(path) ?? []).toString("utf8");

function texts(files: Iterable<readonly [string, Uint8Array]>): Record<string, string> {
  return Object.fromEntries([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString("utf8")]));
}

const environment = (lines: string): Record<string, string> =>
  Object.fromEntries(
    lines
      .split("\n")
      .filter(Boolean)
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
