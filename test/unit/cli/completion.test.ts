import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, withFolder } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";
import { whyNot } from "../../support/wants.ts";

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
  expect(await values("explain", "rubrics/so-vang.yaml", "examples/so-vang", "--period", "2026-0")).toContain(
    "2026-01",
  );
  expect(await values("explain", "missing.yaml", "missing.csv", "--period", "")).toEqual([]);
});

test("an unknown shell is told", async () => {
  const { exit, stderr } = await runHere(["completion", "bsh"], { cwd: root, env: { SCORE_LANG: "en" } });
  expect(exit).toBe(2);
  expect(stderr).toContain('C188: there is no completion for "bsh", did you mean bash?');
});

/** Shells are given `score` on their path, and a sheet in which somebody's key is a command. */
const withShell = (
  name: string,
  use: (run: (...script: readonly string[]) => readonly string[], completion: string) => void,
) =>
  withFolder(async (folder) => {
    const { stdout: completion } = await runHere(["completion", name], { cwd: root });
    mkdirSync(join(folder, "bin"));
    writeFileSync(
      join(folder, "bin/score"),
      `#!/bin/sh\nexec "${process.execPath}" "${join(root, "bin/score.js")}" "$@"\n`,
    );
    chmodSync(join(folder, "bin/score"), 0o755);
    const rubric =
      "schema: 1\nid: a\nversion: '1'\nperiod: year\nmissing: zero\nblank_rows: skip\nsubject: { key: k }\nareas: [{ id: A, max: 10 }]\ntotal: { max: 10, clamp: false }\nbands: [{ id: b }]\n";
    writeFileSync(join(folder, "r.yaml"), rubric);
    writeFileSync(join(folder, "r t.yaml"), rubric);
    writeFileSync(join(folder, "s.csv"), "k,period,A\n$(touch owned) x,2026,1\n");
    const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}`, HOME: folder, SCORE_LANG: "en" };
    const run = (...script: readonly string[]) =>
      spawnSync(name, ["-c", [...script, "ls"].join("\n")], { cwd: folder, env, encoding: "utf8" }).stdout.split("\n");
    use(run, completion);
  });

/** What nobody may run is a file afterwards. */
const owned = "$(touch owned)";

test("bash completes a line, and evaluates neither what was typed nor what comes back", () =>
  withShell("bash", (run, completion) => {
    const completed = (words: readonly string[]) =>
      run(
        completion,
        `COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")})\nCOMP_CWORD=${words.length - 1}\n_score\nprintf '%s\\n' "\${COMPREPLY[@]}"`,
      );
    expect(completed(["score", "comput"])).toContain("compute");
    const answered = completed(["score", "explain", "r.yaml", "s.csv", "--subject", owned]);
    expect(answered).toContain("\\$\\(touch\\ owned\\)\\ x");
    expect(answered).not.toContain("owned");
    expect(completed(["score", "explain", "r\\ t.yaml", "s.csv", "--period", ""])).toContain("2026");
  }));

const noZsh = whyNot("zsh");
test.skipIf(noZsh)(`zsh does the same${noZsh ? ` (${noZsh})` : ""}`, () =>
  withShell("zsh", (run, completion) => {
    const completed = (words: readonly string[]) => {
      // What the completion of zsh itself brings: it is told what was found, and shows it.
      const shown = `compdef() { }; _describe() { print -rl -- "\${(@P)2}" }; _files() { print files }`;
      const line = words.map((word) => `'${word}'`).join(" ");
      return run(shown, completion, `words=(${line}); CURRENT=${words.length}; _score`);
    };
    expect(completed(["score", "comput"])).toContain("compute:compute results and rankings from score sheets");
    const answered = completed(["score", "explain", "r.yaml", "s.csv", "--subject", owned]);
    expect(answered.some((line) => line.startsWith("$(touch owned) x"))).toBe(true);
    expect(answered).not.toContain("owned");
    const spaced = completed(["score", "explain", "r\\ t.yaml", "s.csv", "--period", ""]);
    expect(spaced.some((line) => line.startsWith("2026:"))).toBe(true);
    expect(completed(["score", "compute", "r.y"])).toContain("files");
  }),
);

const noFish = whyNot("fish");
test.skipIf(noFish)(`fish does the same${noFish ? ` (${noFish})` : ""}`, () =>
  withShell("fish", (run, completion) => {
    expect(run(completion, "complete -C 'score comput'")).toContain(
      "compute\tcompute results and rankings from score sheets",
    );
    const answered = run(completion, `complete -C "score explain r.yaml s.csv --subject "`);
    expect(answered.some((line) => line.includes("touch") && line.includes("owned"))).toBe(true);
    expect(answered).not.toContain("owned");
  }),
);

test("powershell is given a text as one, whatever stands in it", async () => {
  // Nothing runs it here: what stands in the line unquoted are names that no shell reads otherwise.
  const { stdout } = await runHere(["completion", "powershell"], { cwd: root });
  const [, plain = ""] = /-match '([^']*)'\) \{ \$value \} else \{ \$quoted \}/.exec(stdout) ?? [];
  const isPlain = new RegExp(plain);
  expect(["--decimal-mark", "2026-Q1", "rubrics/a_b.yaml"].filter((value) => !isPlain.test(value))).toEqual([]);
  expect([owned, "Chi bộ 1", "a;b", "$x", "a`b", "’", ""].filter((value) => isPlain.test(value))).toEqual([]);
  expect(stdout).toContain("EscapeSingleQuotedStringContent($value)");
});
