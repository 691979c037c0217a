// Whoever reads the output may go away before it ends.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, withFolder, writeTree } from "../support/files.ts";
import { inputs } from "./inputs.ts";

/** Runs the program with one of its outputs closed from the beginning; gives its exit code. */
function runUnread(argv: readonly string[], cwd: string, unread: "stdout" | "stderr"): Promise<number | null> {
  const child = spawn(process.execPath, [join(root, "bin/score.js"), ...argv], { cwd, env: { LANG: "C.UTF-8" } });
  child.stdin.end();
  child.stdout.resume();
  child.stderr.resume();
  child[unread].destroy();
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
}

test("data that nobody reads any longer end the run quietly", () =>
  withFolder(async (cwd) => {
    writeTree(cwd, inputs(20));
    expect(await runUnread(["compute", "rubric.yaml", "sheets"], cwd, "stdout")).toBe(0);
  }));

test("messages that nobody reads do not keep results from being written, nor an error from the exit code", () =>
  withFolder(async (cwd) => {
    writeTree(cwd, inputs(20));
    expect(await runUnread(["compute", "rubric.yaml", "sheets", "--out", "out"], cwd, "stderr")).toBe(0);
    expect(readdirSync(join(cwd, "out"))).toContain("receipt.json");
    expect(await runUnread(["compute", "rubric.yaml", "nowhere.csv"], cwd, "stderr")).toBe(2);
  }));
