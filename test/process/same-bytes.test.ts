// The same inputs give the same bytes on every machine: in any language, time zone and folder, as a process of its own.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { FileTree } from "../support/files.ts";
import { readTree, withFolder, writeTree } from "../support/files.ts";
import { runProcess } from "../support/run.ts";
import { inputs } from "./inputs.ts";

const compute = ["compute", "rubric.yaml", "sheets", "--out", "out", "--format", "json", "--format", "md", "--trace"];
const resultsIn = (env: Readonly<Record<string, string>>): Promise<FileTree> =>
  withFolder(async (cwd) => {
    writeTree(cwd, inputs());
    const ran = await runProcess(compute, { cwd, env });
    expect(ran.exit, ran.stderr).toBe(0);
    return readTree(join(cwd, "out"));
  });

let usual: FileTree;
beforeAll(async () => {
  usual = await resultsIn({});
});

test("there are results to compare", () => {
  expect([...usual.keys()].sort()).toEqual(
    ["2026-Q1", "2026-Q2", "2026-H1"]
      .flatMap((period) => ["csv", "json"].map((ending) => `${period}.${ending}`))
      .concat("awards.csv", "receipt.json", "report.md", "summary.csv")
      .sort(),
  );
});

test.each<[string, Record<string, string>]>([
  ["Vietnamese", { LANG: "vi_VN.UTF-8" }],
  ["Turkish, whose i has no dot", { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" }],
  ["German, with decimal commas", { LC_ALL: "de_DE.UTF-8", LC_NUMERIC: "de_DE.UTF-8" }],
  ["Arabic, with digits of its own", { LC_ALL: "ar_EG.UTF-8" }],
  ["no locale", { LANG: "", LC_ALL: "C" }],
  ["messages in Vietnamese", { SCORE_LANG: "vi" }],
  ["a time zone behind", { TZ: "America/Los_Angeles" }],
  ["a time zone ahead", { TZ: "Pacific/Kiritimati" }],
  ["a zone whose midnight was left out in spring", { TZ: "America/Sao_Paulo" }],
  ["colours and a narrow terminal", { FORCE_COLOR: "1", COLUMNS: "20" }],
])("%s", async (_, env) => {
  expect(await resultsIn(env)).toEqual(usual);
});

describe("results from one machine are verified on another", () => {
  test.each<[string, Record<string, string>, string]>([
    ["in Turkish", { LC_ALL: "tr_TR.UTF-8", TZ: "Asia/Istanbul" }, "verified"],
    ["in Vietnamese", { LANG: "vi_VN.UTF-8", TZ: "Asia/Ho_Chi_Minh" }, "khớp"],
  ])("%s", (_, env, word) =>
    withFolder(async (cwd) => {
      writeTree(join(cwd, "from"), inputs());
      expect((await runProcess(compute, { cwd: join(cwd, "from") })).exit).toBe(0);
      cpSync(join(cwd, "from/out"), join(cwd, "received"), { recursive: true });
      const ran = await runProcess(["verify", "received", "--from", "from"], { cwd, env });
      expect(ran.exit, ran.stderr).toBe(0);
      expect(ran.stdout).toContain(word);
    }),
  );
});
