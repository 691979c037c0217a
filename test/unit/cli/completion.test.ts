import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, withFolder } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";

const complete = async (...words: readonly string[]): Promise<string[]> => {
  const { exit, stdout } = await runHere(["complete", "--", ...words], { cwd: root, env: { SCORE_LANG: "en" } });
  expect(exit).toBe(0);
  return stdout.split("\n").filter(Boolean);
};
const values = async (...words: readonly string[]): Promise<(string | undefined)[]> =>
  (await complete(...words)).map((line) => line.split("\t")[0]);

test("commands with what they do, but those that are for programs", async () => {
  expect(await complete("comp")).toEqual([
    "compute\tcompute results and rankings from score sheets",
    "compile\tthe compiled plan of a rubric, or the rubric as SQL or a document",
    "completion\tcompletion for a shell",
  ]);
  expect(await values("")).not.toContain("complete");
});

test("flags of the command and of every command, their choices, and files where a file may stand", async () => {
  expect(await values("compute", "--dec")).toEqual(["--decisions", "--decimal-mark"]);
  expect(await values("compute", "--format", "")).toContain("json");
  expect(await values("compute", "--color", "a")).toEqual(["auto", "always"]);
  expect(await values("compute", "rubrics/tam")).toEqual([]);
  expect(await values("nonsense", "--")).toEqual([]);
});

test("periods and keys of the sheets on the line", async () => {
  const line = ["explain", "rubrics/tam-diep.yaml", "examples/tam-diep/2026-Q1.csv"];
  expect(await values(...line, "--period", "")).toEqual(["2026-Q1"]);
  expect(await values(...line, "--subject", "010")).toContain("0102");
  expect(await values("explain", "missing.yaml", "missing.csv", "--period", "")).toEqual([]);
});

test("an unknown shell is told", async () => {
  const { exit, stderr } = await runHere(["completion", "bsh"], { cwd: root, env: { SCORE_LANG: "en" } });
  expect(exit).toBe(2);
  expect(stderr).toContain('C188: there is no completion for "bsh", did you mean bash?');
});

test("bash completes a line, and evaluates neither what was typed nor what comes back", () =>
  withFolder(async (folder) => {
    const { stdout: script } = await runHere(["completion", "bash"], { cwd: root });
    mkdirSync(join(folder, "bin"));
    writeFileSync(
      join(folder, "bin/score"),
      `#!/bin/sh\nexec "${process.execPath}" "${join(root, "bin/score.js")}" "$@"\n`,
    );
    chmodSync(join(folder, "bin/score"), 0o755);
    const rubric =
      "schema: 1\nid: a\nversion: '1'\nperiod: year\nmissing: zero\nblank_rows: skip\nsubject: { key: k }\nareas: [{ id: A, max: 10 }]\ntotal: { max: 10, clamp: false }\nbands: [{ id: b }]\n";
    writeFileSync(join(folder, "r.yaml"), rubric);
    writeFileSync(join(folder, "s.csv"), "k,period,A\n$(touch owned) x,2026,1\n");
    const run = (words: readonly string[]) => {
      const line = words.map((word) => `'${word}'`).join(" ");
      const test = `${script}\nCOMP_WORDS=(${line})\nCOMP_CWORD=${words.length - 1}\n_score\nprintf '%s\\n' "\${COMPREPLY[@]}"; ls`;
      const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}` };
      return spawnSync("bash", ["-c", test], { cwd: folder, env, encoding: "utf8" }).stdout.split("\n");
    };
    expect(run(["score", "comput"])).toContain("compute");
    const answered = run(["score", "explain", "r.yaml", "s.csv", "--subject", "$(touch owned)"]);
    expect(answered).toContain("\\$\\(touch\\ owned\\)\\ x");
    expect(answered).not.toContain("owned");
  }));
