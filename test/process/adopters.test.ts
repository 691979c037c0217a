// A law that 65 bodies adopt: what they share is read once, and what is wrong with it is told once.
import { spawnSync } from "node:child_process";
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

/** Runs the program and says on stderr for how many milliseconds processors were at work for it, whatever else they had to do. */
const measured = `
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(String((user + system) / 1000));
});
require(${JSON.stringify(join(root, "bin/score.js"))});
`;

/** Where this is set Node reads certificates at each start: half as long again as a start takes, and nothing of the program's. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** The least of several runs for each pattern, taken in turn, in milliseconds of work: what else the machine does only adds to it. */
function works(patterns: readonly string[], cwd: string): readonly number[] {
  const times = patterns.map((): number[] => []);
  for (let round = 0; round < 7; round++) {
    for (const [at, pattern] of patterns.entries()) {
      const { status, stderr } = spawnSync(process.execPath, ["measured.cjs", "validate", pattern], {
        cwd,
        env,
      });
      expect(status).toBe(0);
      times[at]?.push(Number(stderr));
    }
  }
  return times.map((each) => Math.min(...each));
}

// Beside other tests caches are shared: such a round is not the last word.
test("all are checked in a run that takes a fraction of the work of so many", {
  timeout: 120_000,
  retry: 2,
}, async () => {
  await withFolder(async (cwd) => {
    writeTree(cwd, [...project(law), ["measured.cjs", measured]]);
    const [one, all] = works(["co-quan-1/*.yaml", "co-quan-*/*.yaml"], cwd) as [number, number];
    expect(all / one).toBeLessThan(3);
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
