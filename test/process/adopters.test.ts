// A law that 65 bodies adopt: what they share is read once, and what is wrong with it is told once.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, withFolder, writeTree } from "../support/files.ts";
import { runProcess } from "../support/run.ts";

const bodies = Array.from({ length: 65 }, (_, at) => at + 1);
const law = readFileSync(join(root, "test/cases/shared/law.yaml"), "utf8");

const adopter = (body: number): string => `schema: 1
extends: { rubric: ../chung/law.yaml, version: "2026.1" }
id: office_${body}
version: "1"
because: hd
basis: [{ id: hd, title: Hướng dẫn ${body} }]
set: { han_muc: 25% }
change:
  T1: { max: 45 }
  T2: { max: 25 }
  bands.tot: { require: { add: [C1 >= ${body / 5}] } }
`;

const project = (base: string): (readonly [string, string])[] => [
  ["score.config.yaml", ""],
  ["chung/law.yaml", base],
  ...bodies.map((body) => [`co-quan-${body}/bo-tieu-chi.yaml`, adopter(body)] as const),
];

/** The shortest of several runs, in milliseconds: the others waited for something else. */
async function duration(pattern: string, cwd: string): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 5; time++) {
    const start = performance.now();
    const { exit } = await runProcess(["validate", pattern, "--quiet"], { cwd });
    times.push(performance.now() - start);
    expect(exit).toBe(0);
  }
  return Math.min(...times);
}

test("all are checked in a run that takes a fraction of the time of so many", { timeout: 120_000 }, async () => {
  await withFolder(async (cwd) => {
    writeTree(cwd, project(law));
    const one = await duration("co-quan-1/*.yaml", cwd);
    const all = await duration("co-quan-*/*.yaml", cwd);
    expect(all / one).toBeLessThan(6);
  });
});

test("a mistake in the base is told once", async () => {
  await withFolder(async (cwd) => {
    writeTree(cwd, project(law.replace("cite: qd", "cite: dq")));
    const { exit, stdout } = await runProcess(["validate", "co-quan-*/*.yaml"], { cwd });
    expect(exit).toBe(1);
    expect(stdout.match(/R110/g)).toHaveLength(1);
    expect(stdout).toContain("chung/law.yaml:29:");
  });
});
