// The shipped example of blocs that score each other: its script and its report on raters. The rest is in examples.test.ts.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, withFolder } from "../support/files.ts";
import { runHere } from "../support/run.ts";

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
