// Receipts, histories and plans may come from anybody: whatever they hold, a command says what it thinks of them.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { inputs } from "../process/inputs.ts";
import type { FileTree } from "../support/files.ts";
import { readTree, withFolder, writeTree } from "../support/files.ts";
import { changed, mutated } from "../support/mutations.ts";
import { runHere } from "../support/run.ts";

let given: FileTree;
let plan = "";
beforeAll(() =>
  withFolder(async (cwd) => {
    writeTree(cwd, inputs(5));
    for (const argv of [
      ["compute", "rubric.yaml", "sheets", "--out", "old", "--format", "json", "--columns", "A"],
      ["compute", "rubric.yaml", "sheets", "--out", "new"],
    ]) {
      expect(await runHere(argv, { cwd })).toMatchObject({ exit: 0 });
    }
    plan = (await runHere(["compile", "rubric.yaml"], { cwd })).stdout;
    given = readTree(cwd);
  }),
);

const runs = () => ({ numRuns: Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 100) / 2) });

/** Runs a command beside a file that holds something else than it should. */
const judged = (name: string, text: string, argv: readonly string[]) =>
  withFolder(async (cwd) => {
    writeTree(cwd, given);
    writeTree(cwd, [[name, text]]);
    const ran = await runHere(argv, { cwd });
    expect([0, 1, 2], ran.stderr).toContain(ran.exit);
    return ran;
  });

describe.each([
  ["verify", "old"],
  ["diff", "old", "new"],
  ["diff", "new", "old", "--format", "json"],
  ["compute", "rubric.yaml", "sheets/2026-Q2.csv", "--history", "old"],
  ["compute", "rubric.yaml", "sheets", "--out", "old"],
])("score %s %s %s %s", (...argv: string[]) => {
  const receipt = () => Buffer.from(given.get("old/receipt.json") ?? []).toString("utf8");

  test("with a receipt changed in its values", async () => {
    const property = fc.asyncProperty(
      fc.constant(null).chain(() => changed(JSON.parse(receipt()))),
      async (tree) => {
        await judged("old/receipt.json", `${JSON.stringify(tree, undefined, 2)}\n`, argv);
      },
    );
    await fc.assert(property, runs());
  });

  test("with a receipt changed in its text", async () => {
    const property = fc.asyncProperty(
      fc.constant(null).chain(() => mutated(receipt())),
      async (text) => {
        await judged("old/receipt.json", text, argv);
      },
    );
    await fc.assert(property, runs());
  });
});

test.each(["old/2026-Q1.csv", "old/summary.csv"])("a history or comparison with %s changed", async (name) => {
  const text = () => Buffer.from(given.get(name) ?? []).toString("utf8");
  const property = fc.asyncProperty(
    fc.constant(null).chain(() => mutated(text())),
    async (other) => {
      fc.pre(other !== text());
      const compared = await judged(name, other, ["diff", "old", "new"]);
      expect([compared.exit, compared.stdout]).toEqual([1, ""]);
      const argv = ["compute", "rubric.yaml", "sheets/2026-Q2.csv", "--history", "old"];
      const { exit, stdout, stderr } = await judged(name, other, argv);
      expect([exit, stdout]).toEqual([1, ""]);
      expect(stderr).toContain(`error A408: old is no history: ${name.slice(4)} is not what its receipt says`);
    },
  );
  await fc.assert(property, { numRuns: Math.ceil(runs().numRuns / 2) });
});

describe("a compiled plan", () => {
  const compute = (text: string) => judged("plan.json", text, ["compute", "plan.json", "sheets", "--quiet"]);

  test("computes what its rubric does", async () => {
    const { stdout } = await compute(plan);
    expect(stdout).toBe((await judged("plan.json", plan, ["compute", "rubric.yaml", "sheets", "--quiet"])).stdout);
  });

  test("that is changed in a value is told from one that is not", async () => {
    const tree = JSON.parse(plan);
    const property = fc.asyncProperty(
      fc.constant(null).chain(() => changed(tree, 1)),
      async (other) => {
        fc.pre(JSON.stringify(other) !== JSON.stringify(tree));
        const { exit, stdout, stderr } = await compute(JSON.stringify(other));
        expect([exit, stdout], stderr).toEqual([expect.any(Number), ""]);
        expect(exit).toBeGreaterThan(0);
      },
    );
    await fc.assert(property);
  });

  test("that is changed in its text computes the same or nothing", async () => {
    const { stdout: right } = await compute(plan);
    const property = fc.asyncProperty(mutated(plan), async (text) => {
      expect([right, ""]).toContain((await compute(text)).stdout);
    });
    await fc.assert(property);
  });
});
