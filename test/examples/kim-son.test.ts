// The shipped example of blocs that score each other: the program, the expected file and an independent computation agree.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, withFolder } from "../support/files.ts";
import { runHere } from "../support/run.ts";

const check = (folder: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    join(root, "test/examples/kim-son.check.mjs"),
    folder,
  ]);
  return { status, said: `${stdout}${stderr}` };
};

test("one command computes the twelve months and the year with its theme", async () => {
  await withFolder(async (folder) => {
    const argv = ["compute", "rubrics/kim-son.yaml", "examples/kim-son", "--out", folder, "--quiet"];
    expect(await runHere(argv, { cwd: root })).toMatchObject({ exit: 0, stdout: "" });
    expect(check(folder)).toEqual({ status: 0, said: "" });
    const year = readFileSync(join(folder, "2026.csv"), "utf8");
    expect(year).toBe(readFileSync(join(root, "examples/kim-son/expected/2026.csv"), "utf8"));

    writeFileSync(join(folder, "2026.csv"), year.replace("88.73", "88.74"));
    expect(check(folder)).toMatchObject({ status: 1, said: expect.stringContaining("Văn phòng: total") });
  });
});

test("the sheets are those that the script writes", async () => {
  const before = readFileSync(join(root, "examples/kim-son/2026-08.csv"), "utf8");
  const source = readFileSync(join(root, "examples/kim-son/generate.mjs"), "utf8");
  await withFolder(async (folder) => {
    writeFileSync(join(folder, "generate.mjs"), source);
    expect(spawnSync(process.execPath, [join(folder, "generate.mjs")]).status).toBe(0);
    expect(readFileSync(join(folder, "2026-08.csv"), "utf8")).toBe(before);
  });
});

test("the report on raters finds the severe bloc and the missing team", async () => {
  const ran = await runHere(["raters", "rubrics/kim-son.yaml", "examples/kim-son", "--format", "json", "--quiet"], {
    cwd: root,
  });
  expect(ran.exit).toBe(0);
  const report = JSON.parse(ran.stdout);
  expect(report.parts).toHaveLength(1);
  expect(report.parts[0].severity.slice(0, 2).map(({ rater }: { rater: string }) => rater)).toEqual([
    "Trường 1",
    "Trường 2",
  ]);
  const august = report.missing.filter(
    ({ period, rater }: Record<string, string>) => period === "2026-08" && rater === "Trường 2",
  );
  expect(august.length).toBeGreaterThan(10);
});

test.each(["rubrics/kim-son.yaml", "rubrics/kim-son-so-ghi.yaml"])("the tests inside %s pass", async (rubric) => {
  const ran = await runHere(["test", rubric, "--lang", "en"], { cwd: root });
  expect(ran).toMatchObject({ exit: 0, stdout: expect.stringContaining("passed") });
});
