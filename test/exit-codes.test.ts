// Every line of the tables in docs/exit-codes.md is run: a script may rely on what the page says.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { baseRubric, wholeRubric } from "./support/examples.ts";
import type { FileTree } from "./support/files.ts";
import { readTree, root, withFolder, writeTree } from "./support/files.ts";
import { runHere, shellWords } from "./support/run.ts";

const page = readFileSync(join(root, "docs/exit-codes.md"), "utf8");
const rows = [...page.matchAll(/^\| `score ?(.*?)` \| (\d) \| (.*) \|$/gm)].map(
  ([, argv = "", exit = "", why = ""]) => ({
    argv,
    exit: Number(exit),
    why,
  }),
);

const rubric = wholeRubric("awards: [{ id: flag, title: Flag, top: 1, ties: open }]\n");
const sheet = (quarter: number, scores: readonly (number | string)[]): string =>
  `code,full_name,period,A\n${scores.map((score, at) => `00${at},Name ${at},2026-Q${quarter},${score}\n`).join("")}`;
const inputs: readonly (readonly [string, string])[] = [
  ["rubric.yaml", rubric],
  ["next.yaml", rubric.replace("from: 50", "from: 60")],
  ["bad.yaml", baseRubric.replace("max: 100 }", "max: 90 }")],
  ["warning.yaml", baseRubric.replace("bands:\n", "bands:\n  - { id: best, title: Best, from: 101 }\n")],
  ["q1.csv", sheet(1, [80, 80, 55, 20])],
  ["q2.csv", sheet(2, [80, 81])],
  ["bad.csv", sheet(1, [80, "many"])],
  ["plan.json", '{ "plan": 1 }'],
  ["notes/letter.txt", "Dear colleagues"],
];

let prepared: FileTree;
beforeAll(() =>
  withFolder(async (cwd) => {
    writeTree(cwd, inputs);
    for (const argv of [
      "compute rubric.yaml q1.csv --out results",
      "compute next.yaml q1.csv --out newer",
      "compute rubric.yaml q1.csv --out changed",
      "compute rubric.yaml q1.csv --out coded --anonymise map.csv",
    ]) {
      expect(await runHere(argv.split(" "), { cwd })).toMatchObject({ exit: 0 });
    }
    writeFileSync(join(cwd, "changed/2026-Q1.csv"), "edited");
    const { stdout: query } = await runHere("compile rubric.yaml --to sql".split(" "), { cwd });
    writeFileSync(join(cwd, "query.sql"), query);
    prepared = readTree(cwd);
  }),
);

const seen = new Set<number>();
afterAll(() => expect([...seen].sort()).toEqual([0, 1, 2]));

test.each(rows)("score $argv: $exit, because $why", ({ argv, exit }) =>
  withFolder(async (cwd) => {
    writeTree(cwd, prepared);
    const ran = await runHere(shellWords(argv), { cwd });
    expect(ran.exit, ran.stderr).toBe(exit);
    // A failure always says why, and a wrong usage gives no data; a difference is data.
    const isDifference = argv.startsWith("diff") && exit === 1 && ran.stdout !== "";
    // Findings on rubrics are the data of these.
    const isFindings = /^(?:validate|check|test) /.test(argv);
    if (exit > 0 && !isDifference && !isFindings && argv !== "")
      expect(ran.stderr).toMatch(/(?:error|warning) [A-Z]\d{3}: /);
    if (exit === 2 && !isFindings) expect(ran.stdout).toBe("");
    seen.add(exit);
  }),
);
