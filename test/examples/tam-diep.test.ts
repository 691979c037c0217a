// The shipped example: the program, the expected files and an independent computation say the same, byte for byte.
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, withFolder } from "../support/files.ts";
import { runHere } from "../support/run.ts";

const check = (folder: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    join(root, "test/examples/tam-diep.check.mjs"),
    folder,
  ]);
  return { status, said: `${stdout}${stderr}` };
};
const expected = join(root, "examples/tam-diep/expected");
const sheets = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map((name) => `examples/tam-diep/${name}.csv`);

test("the expected files are what the independent computation gives", () => {
  expect(check(expected)).toEqual({ status: 0, said: "" });
});

test("the program writes the expected files", async () => {
  await withFolder(async (folder) => {
    const argv = ["compute", "rubrics/tam-diep.yaml", ...sheets, "--out", folder, "--quiet"];
    expect(await runHere(argv, { cwd: root })).toEqual({ exit: 0, stdout: "", stderr: "" });
    expect(check(folder)).toEqual({ status: 0, said: "" });
    for (const name of readdirSync(expected)) {
      expect(readFileSync(join(folder, name), "utf8"), name).toBe(readFileSync(join(expected, name), "utf8"));
    }
  });
});

test("the independent computation notices a single wrong class", async () => {
  await withFolder(async (folder) => {
    cpSync(expected, folder, { recursive: true });
    const year = join(folder, "2026.csv");
    writeFileSync(year, readFileSync(year, "utf8").replace("xuat_sac", "tot"));
    expect(check(folder)).toMatchObject({ status: 1, said: expect.stringContaining("2026.csv:2\n") });
  });
});

test("the tests inside the rubric pass and leave nothing out", async () => {
  const ran = await runHere(["test", "rubrics/tam-diep.yaml", "--min-coverage", "100"], { cwd: root });
  expect(ran).toEqual({
    exit: 0,
    stdout: "rubrics/tam-diep.yaml: coverage 26/26 (100 %)\nrubrics/tam-diep.yaml: 24 tests passed\n",
    stderr: "",
  });
});
