// Tests of sheets, and the files that --update writes, in a real folder.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { wholeRubric } from "../../support/examples.ts";
import { readTree, withFolder, writeTree } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";

const rubric = (expected = "t/out.csv") =>
  wholeRubric(`rollups: [{ period: year, of: quarter, score: mean, missing: skip }]
tests:
  - { name: sheets, sheets: [q.csv], expect: ${expected} }
`);
const head = "code,full_name,period,A\n";
const oneQuarter = `${head}001,An,2026-Q1,80\n002,"=Bình, con",2026-Q1,33.5\n`;
const year = `${head}${[1, 2, 3, 4].map((q) => `001,An,2026-Q${q},${q * 20}\n`).join("")}`;

/** Runs `score test` in a folder with these files. */
async function testIn(cwd: string, flags: string[], files: Record<string, string>) {
  mkdirSync(join(cwd, "t"), { recursive: true });
  writeTree(cwd, Object.entries(files));
  const { exit, stdout } = await runHere(["test", "rubric.yaml", ...flags], { cwd });
  return { exit, stdout, expected: () => readFileSync(join(cwd, "t/out.csv"), "utf8") };
}

test("a new file of one period has the columns of result files, and then the test passes", () =>
  withFolder(async (cwd) => {
    const wrote = await testIn(cwd, ["--update"], { "rubric.yaml": rubric(), "q.csv": oneQuarter });
    expect(wrote).toMatchObject({
      exit: 0,
      stdout: "rubric.yaml:16:13: written: t/out.csv\nrubric.yaml: 1 test passed\n",
    });
    expect(wrote.expected()).toBe(
      `rank,code,full_name,A,total,band,band_title,state,reason,rules,awards,alerts,marks
1,001,An,80,80,good,Good,rated,,,,,
2,002,"'=Bình, con",33.5,33.5,poor,Poor,rated,,,,,
`,
    );
    expect(await testIn(cwd, [], {})).toMatchObject({ exit: 0, stdout: "rubric.yaml: 1 test passed\n" });
    expect([...readTree(cwd).keys()].sort()).toEqual(["q.csv", "rubric.yaml", "t/out.csv"]);
  }));

test("a new file of several periods says of which each row is", () =>
  withFolder(async (cwd) => {
    const wrote = await testIn(cwd, ["--update"], { "rubric.yaml": rubric(), "q.csv": year });
    expect(
      wrote
        .expected()
        .split("\n")
        .map((line) => line.split(",")[0]),
    ).toEqual(["period", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026", ""]);
    expect((await testIn(cwd, [], {})).exit).toBe(0);
  }));

test("an existing file keeps its columns and periods", () =>
  withFolder(async (cwd) => {
    const files = { "rubric.yaml": rubric(), "q.csv": year, "t/out.csv": "code,period,total,band\n001,2026,1,poor\n" };
    const failed = await testIn(cwd, [], files);
    expect(failed.stdout).toContain("2026 001 total  1         50\n");
    expect((await testIn(cwd, ["--update"], {})).expected()).toBe("code,period,total,band\n001,2026,50,good\n");
    expect((await testIn(cwd, [], {})).exit).toBe(0);
  }));

test("a file with nothing but a header expects nobody in any period", () =>
  withFolder(async (cwd) => {
    const files = { "rubric.yaml": rubric(), "q.csv": year, "t/out.csv": "code,period\n" };
    const { exit, stdout } = await testIn(cwd, [], files);
    expect(exit).toBe(1);
    expect(stdout.match(/^ {4}2026\S* 001 +none +a row$/gm)).toHaveLength(5);
  }));

test("a period that the sheets do not give", () =>
  withFolder(async (cwd) => {
    const files = { "rubric.yaml": rubric(), "q.csv": year, "t/out.csv": "code,period\n001,2027\n" };
    expect((await testIn(cwd, [], files)).stdout).toMatch(/^ {4}2027 +results +none$/m);
  }));

test("sheets with mistakes update nothing", () =>
  withFolder(async (cwd) => {
    const before = "code,total\n001,1\n";
    const files = { "rubric.yaml": rubric(), "q.csv": `${oneQuarter}003,C,2026-Q1,x\n`, "t/out.csv": before };
    const ran = await testIn(cwd, ["--update"], files);
    expect(ran).toMatchObject({ exit: 1, stdout: expect.stringContaining("q.csv:4:4: error D202") });
    expect(ran.expected()).toBe(before);
  }));

test("sheets with nobody in them", () =>
  withFolder(async (cwd) => {
    const files = { "rubric.yaml": rubric(), "q.csv": head, "t/out.csv": "code\n" };
    expect(await testIn(cwd, [], files)).toMatchObject({ exit: 1, stdout: expect.stringContaining("error C124") });
  }));

test.skipIf(process.platform === "win32")("a link that leads out of the folder is neither read nor written", () =>
  withFolder((other) =>
    withFolder(async (cwd) => {
      writeFileSync(join(other, "secret.csv"), oneQuarter);
      symlinkSync(other, join(cwd, "link"));
      const files = { "rubric.yaml": rubric("link/new.csv").replace("q.csv", "link/secret.csv"), "q.csv": oneQuarter };
      expect((await testIn(cwd, [], files)).stdout).toContain("error R962: link/secret.csv");
      const update = await testIn(cwd, ["--update"], { "rubric.yaml": rubric("link/new.csv") });
      expect(update.stdout).toContain("error R968: link/new.csv");
      expect([...readTree(other).keys()]).toEqual(["secret.csv"]);
    }),
  ),
);

test.each(["/etc/hosts", "../q.csv", "t/../../q.csv", ".", "t"])("%s is no file of the folder", (path) =>
  withFolder(async (cwd) => {
    const files = { "rubric.yaml": rubric().replace("q.csv", path), "q.csv": oneQuarter, "t/out.csv": "code\n" };
    const { exit, stdout } = await testIn(cwd, [], files);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/error (R962|C112): /);
  }),
);
