// Which rubrics are worked on as columns: where that changes, large sheets take many times as long, and nothing else tells.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { isPlain, isPlainScoring } from "../../../src/engine/columns/plain-plan.ts";
import { createLibraries } from "../../../src/inputs/rubric-library.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { planOf } from "../../../src/pipeline.ts";
import { source } from "../../../src/text/source.ts";
import { readTree, root } from "../../support/files.ts";

async function plan(path: string): Promise<Plan | undefined> {
  const name = join(root, path);
  const library = createLibraries(root)(name);
  return planOf(source(name, readFileSync(name, "utf8")), createDiagnostics(), { library });
}

test("the rubric of the bench is scored by kernels", async () => {
  const { stage } = (await plan("bench/bench.yaml")) as Plan;
  expect(isPlainScoring(stage)).toBe(true);
});

test("of the shipped rubrics those are worked on row by row that have ratings, or quotas with conditions", async () => {
  const names = [...readTree(join(root, "rubrics")).keys()].filter((name) => /^[^/]+\.yaml$/.test(name));
  const plans = await Promise.all(names.map(async (name) => [name, await plan(`rubrics/${name}`)] as const));
  const byRows = plans.flatMap(([name, each]) => (each && !isPlain(each, {}) ? [name] : [])).sort();
  expect(byRows).toEqual([
    "hd-21.yaml",
    "khoi-thi-dua.yaml",
    "kim-son-so-ghi.yaml",
    "kim-son.yaml",
    "nd-335.yaml",
    "nhay-cau-sydney-luot.yaml",
    "ocop.yaml",
    "phu-tan.yaml",
    "qd-124.yaml",
    "qd-366-huyen.yaml",
    "qd-366-kon-tum.yaml",
    "qd-366-so-noi-vu.yaml",
    "qd-366.yaml",
    "thi-dua-lop.yaml",
  ]);
});
