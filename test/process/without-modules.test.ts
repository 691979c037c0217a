// The scanner of rows is a module of WebAssembly, which a Node that may make no machine code does not run.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, withFolder, writeTree } from "../support/files.ts";
import { inputs } from "./inputs.ts";

test("without WebAssembly all rows give the same results", () =>
  withFolder(async (cwd) => {
    writeTree(cwd, inputs(300));
    const results = [[], ["--jitless"]].map((flags) => {
      const words = [
        ...flags,
        join(root, "bin/score.js"),
        "compute",
        "rubric.yaml",
        "sheets",
        "--no-cache",
        "--period",
        "2026-Q1",
        "--format",
        "csv",
      ];
      const { status, stdout, stderr } = spawnSync(process.execPath, words, {
        cwd,
        env: { LANG: "C.UTF-8" },
        encoding: "utf8",
      });
      // Node itself warns of the flag.
      return { status, stdout, stderr: stderr.replace(/^Warning: disabling flag.*\n/m, "") };
    });
    expect(results[1]).toEqual(results[0]);
    expect(results[0]?.status).toBe(0);
    expect(results[0]?.stdout.match(/\n/g)).toHaveLength(301);
  }));
