// The scanner of rows is a module of WebAssembly, which not every process may run: rows give the same results then.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, withFolder, writeTree } from "../support/files.ts";
import { inputs } from "./inputs.ts";

/** Computes two sheets with some flags of Node, in a shell that has done something else before. */
function computed(cwd: string, flags = "", before = "true") {
  const words = "compute rubric.yaml sheets --no-cache --period 2026-Q1 --format csv";
  const command = `${before} && exec "$1" ${flags} "$2" ${words}`;
  const argv = ["-c", command, "sh", process.execPath, join(root, "bin/score.js")];
  const { status, stdout, stderr } = spawnSync("/bin/sh", argv, { cwd, env: { LANG: "C.UTF-8" }, encoding: "utf8" });
  // Node itself warns of the flag.
  return { status, stdout, stderr: stderr.replace(/^Warning: disabling flag.*\n/m, "") };
}

test.runIf(process.platform === "linux").each([
  ["no machine code may be made", "--jitless", "true"],
  ["its memory finds too few addresses", "", "ulimit -v 4000000"],
])("where %s", (_, flags, before) =>
  withFolder(async (cwd) => {
    writeTree(cwd, inputs(300));
    const usual = computed(cwd);
    expect(usual.status).toBe(0);
    expect(usual.stdout.match(/\n/g)).toHaveLength(301);
    expect(computed(cwd, flags, before)).toEqual(usual);
  }),
);
