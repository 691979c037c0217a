// The commands of the README, the docs and the examples run as written. A ```text block behind one is what a terminal shows
// of it: UPDATE=1 rewrites these blocks.
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root, withFolder } from "./support/files.ts";
import { runHere, shellWords } from "./support/run.ts";
import { updating } from "./support/update.ts";

const inputs = ["rubrics", "examples", "schema"];
const fence = "```";
/** A block of commands; perhaps a block of what the last one shows. */
const blocks = new RegExp(
  `^${fence}sh\\n(?<lines>[^]*?)^${fence}\\n(?:\\n*^${fence}text\\n(?<shown>[^]*?)^${fence}\\n)?`,
  "gm",
);

interface Step {
  readonly line: string;
  /** Absent where the page does not show it. */
  readonly shown?: string;
}

const pages = ["README.md", ...markdown("docs"), ...markdown("examples")].filter((path) =>
  existsSync(join(root, path)),
);
/** Engines take turns with its commands: test/sql/page.test.ts. */
const withEngines = "docs/sql.md";
const withSteps = pages
  .filter((path) => path !== withEngines)
  .map((path) => ({ path, steps: stepsOf(read(path)) }))
  .filter(({ steps }) => steps.length > 0);

test("there are commands to run", () => expect(withSteps.length).toBeGreaterThan(0));

test("commands are written as a clone runs them", () => {
  const lines = pages.flatMap((path) => [...read(path).matchAll(blocks)].map(({ groups }) => groups?.lines ?? ""));
  expect(lines.join("").match(/^score\s.*/gm)).toBeNull();
});

test("who runs the commands of one page after those of another meets no folder with other results", () => {
  const lines = withSteps.flatMap(({ steps }) => steps.map(({ line }) => line));
  const written = lines.flatMap((line) => {
    const [, folder] = /--out (\S+)/.exec(line) ?? [];
    return folder === undefined ? [] : [{ line, folder }];
  });
  const clashes = written.flatMap((one) =>
    written
      .filter(({ line, folder }) => line !== one.line && `${folder}/`.startsWith(`${one.folder}/`))
      .map((other) => [one.line, other.line]),
  );
  expect(written.length).toBeGreaterThan(0);
  expect(clashes).toEqual([]);
});

describe.each(withSteps)("$path", ({ path, steps }) => {
  test("its commands run, in their order, and show what it says", {
    timeout: 60_000 + 20_000 * steps.length,
  }, async () => {
    const outputs = await withFolder((cwd) => perform(steps, cwd));
    if (updating) rewrite(path, outputs);
    const now = stepsOf(read(path));
    for (const [index, { line, shown }] of now.entries()) {
      const { exit, output } = outputs[index] as Outcome;
      if (shown === undefined) expect(exit, `${line}\n${output}`).toBe(0);
      else expect(output, line).toBe(shown);
      // A page that shows a refusal means it.
      if (exit !== 0) expect(output).toMatch(/^(?:.*: )?(?:error|lỗi) [A-Z]\d{3}: /m);
    }
  });
});

interface Outcome {
  readonly exit: number;
  readonly output: string;
}

async function perform(steps: readonly Step[], cwd: string): Promise<Outcome[]> {
  for (const part of inputs.filter((name) => existsSync(join(root, name)))) {
    cpSync(join(root, part), join(cwd, part), { recursive: true });
  }
  const outcomes: Outcome[] = [];
  for (const { line } of steps) {
    const [command = "", target] = line.split(/\s>\s*/);
    const words = shellWords(command);
    let output = "";
    const onWrite = (text: string) => {
      output += text;
    };
    const { exit, stdout } = await runHere(words.slice(words.indexOf("score") + 1), { cwd, onWrite });
    if (target !== undefined) writeFileSync(join(cwd, target.trim()), stdout);
    outcomes.push({ exit, output });
  }
  return outcomes;
}

function stepsOf(page: string): Step[] {
  return [...page.matchAll(blocks)].flatMap(({ groups }) => {
    const lines = commandsOf(groups?.lines as string);
    const shown = groups?.shown;
    return lines.map((line, index) => (shown !== undefined && index === lines.length - 1 ? { line, shown } : { line }));
  });
}

/** The lines that call score, without comments; a backslash continues a line. */
function commandsOf(lines: string): string[] {
  return lines
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => /^npx score(?:\s|$)/.test(line))
    .map((line) => line.replace(/\s#\s.*$/, ""));
}

function rewrite(path: string, outcomes: readonly Outcome[]): void {
  let done = 0;
  const page = read(path).replace(blocks, (whole: string, ...rest) => {
    const groups = rest.at(-1) as { lines: string; shown?: string };
    const commands = commandsOf(groups.lines).length;
    done += commands;
    if (groups.shown === undefined || commands === 0) return whole;
    const opening = whole.lastIndexOf(`${fence}text\n`) + `${fence}text\n`.length;
    return `${whole.slice(0, opening)}${outcomes[done - 1]?.output}${fence}\n`;
  });
  writeFileSync(join(root, path), page);
}

function markdown(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return paths
    .filter((path) => path.endsWith(".md"))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .sort();
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
