// Whatever happens while results are written, the folder holds a complete old set or a complete new one.
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { FileTree } from "../support/files.ts";
import { readTree, withFolder, writeTree } from "../support/files.ts";
import type { Ran } from "../support/run.ts";
import { runProcess } from "../support/run.ts";
import { inputs, listed } from "./inputs.ts";

const compute = ["compute", "rubric.yaml", "sheets", "--out", "out", "--quiet"];
const codeOf = ({ stderr }: Ran): string | undefined => /error ([A-Z]\d{3})/.exec(stderr)?.[1];
/** Results in a folder, without the working folder of a run that was killed. */
const resultsIn = (folder: string): FileTree =>
  new Map([...readTree(folder)].filter(([path]) => !path.startsWith(".score-work")));

test("runs killed at many moments leave results that verify, old or new", { timeout: 120_000 }, () =>
  withFolder(async (cwd) => {
    writeTree(cwd, inputs(400));
    const timed = async (): Promise<number> => {
      const start = performance.now();
      expect((await runProcess(compute, { cwd })).exit).toBe(0);
      return performance.now() - start;
    };
    // The first run of a fresh build takes longer than those that are killed.
    const whole = Math.min(await timed(), await timed());
    const rounds = 12;
    let killed = 0;
    for (let round = 0; round < rounds; round++) {
      writeTree(cwd, inputs(400, round));
      // Most of the time goes by before anything is written.
      const killAfter = whole * (0.4 + (0.7 * round) / rounds);
      const ran = await runProcess(compute, { cwd, killAfter });
      if (ran.exit === -1) killed++;
      const verified = await runProcess(["verify", "out", "--quiet"], { cwd });
      // An old set is whole, but rests on sheets that have been replaced meanwhile.
      if (ran.exit === 0) expect(verified.exit, verified.stderr).toBe(0);
      else if (verified.exit !== 0) expect(verified.stderr).toMatch(/^(error C155: .*\n( {2}hint: .*\n)?)+$/);
      expect(readdirSync(cwd).sort()).toEqual(["out", "rubric.yaml", "sheets"]);
    }
    expect(killed).toBeGreaterThan(0);
  }),
);

describe("two runs at once", () => {
  test("into one folder: one wins, the other is told, and the results are of one of them", { timeout: 60_000 }, () =>
    withFolder(async (cwd) => {
      for (const [name, salt] of [
        ["a", 0],
        ["b", 1],
      ] as const)
        writeTree(join(cwd, name), inputs(300, salt));
      const into = (name: string) =>
        runProcess(["compute", "rubric.yaml", "sheets", "--out", "../out", "--quiet"], { cwd: join(cwd, name) });
      for (let round = 0; round < 6; round++) {
        const runs = await Promise.all([into("a"), into("b")]);
        for (const ran of runs.filter(({ exit }) => exit !== 0)) expect(codeOf(ran), ran.stderr).toBe("C205");
        expect(readdirSync(cwd).filter((name) => name !== "out")).toEqual(["a", "b"]);
        // Where both came at the same moment both step back, and one alone is let in.
        if (runs.every(({ exit }) => exit !== 0)) expect((await into("a")).exit).toBe(0);
        const verified = await Promise.all(
          ["a", "b"].map((name) => runProcess(["verify", "../out"], { cwd: join(cwd, name) })),
        );
        expect(verified.map(({ exit }) => exit).sort(), verified[0]?.stderr).toEqual([0, 1]);
      }
    }),
  );

  test("that extend one map of codes never give two people one code", { timeout: 60_000 }, () =>
    withFolder(async (cwd) => {
      writeTree(cwd, inputs(200));
      const run = (sheet: string) =>
        runProcess(["compute", "rubric.yaml", `sheets/${sheet}.csv`, "--quiet", "--anonymise", "map.csv"], { cwd });
      const runs = await Promise.all([run("2026-Q1"), run("2026-Q2")]);
      for (const ran of runs.filter(({ exit }) => exit !== 0)) expect(codeOf(ran)).toBe("C172");
      const codes = readFileSync(join(cwd, "map.csv"), "utf8")
        .trim()
        .split("\n")
        .map((line) => line.split(",")[0]);
      expect(new Set(codes).size).toBe(201);
      expect(codes).toHaveLength(201);
    }),
  );
});

test("other files in a folder with results stay, and one in a folder without is a refusal", () =>
  withFolder(async (cwd) => {
    writeTree(cwd, inputs());
    writeTree(cwd, [["out/letter.txt", "Dear colleagues"]]);
    const refused = await runProcess(compute, { cwd });
    expect([refused.exit, codeOf(refused)]).toEqual([1, "C201"]);
    expect([...readTree(join(cwd, "out")).keys()]).toEqual(["letter.txt"]);

    const elsewhere = [...compute.slice(0, -2), "results", "--quiet"];
    expect((await runProcess(elsewhere, { cwd })).exit).toBe(0);
    writeFileSync(join(cwd, "results/minutes.txt"), "ours");
    expect((await runProcess([...elsewhere, "--format", "md"], { cwd })).exit).toBe(0);
    expect((await runProcess([...elsewhere, "--period", "2026-Q1"], { cwd })).exit).toBe(0);
    const files = readTree(join(cwd, "results"));
    expect([...files.keys()].sort()).toEqual(["minutes.txt", "receipt.json", ...listed(join(cwd, "results"))].sort());
    expect((await runProcess(["verify", "results"], { cwd })).exit).toBe(0);
  }));

/** Runs `use` on a small disk of its own; the reason why there is none, where the system does not give one. */
async function onSmallDisk(kilobytes: number, use: (folder: string) => Promise<void>): Promise<string | undefined> {
  return withFolder(async (folder) => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "score-test", disk], { stdio: "pipe" });
    } catch (error) {
      return `no disk to fill: ${error instanceof Error ? error.message.split("\n").at(-1) : error}`;
    }
    try {
      await use(disk);
    } finally {
      execFileSync("umount", [disk]);
    }
    return undefined;
  });
}

describe("a full disk", () => {
  test("leaves the old results whole, and there is room again afterwards", { timeout: 60_000 }, async ({ skip }) => {
    const reason = await onSmallDisk(256, async (disk) => {
      await withFolder(async (cwd) => {
        const into = ["compute", "rubric.yaml", "sheets", "--out", join(disk, "out"), "--quiet"];
        writeTree(cwd, inputs(40));
        expect((await runProcess(into, { cwd })).exit).toBe(0);
        const before = resultsIn(join(disk, "out"));
        writeTree(cwd, inputs(3000));
        const ran = await runProcess(into, { cwd });
        expect([ran.exit, codeOf(ran)]).toEqual([1, "C204"]);
        expect(ran.stderr).toContain("the disk is full");
        expect(resultsIn(join(disk, "out"))).toEqual(before);
        expect(readdirSync(disk)).toEqual(["out"]);
        writeTree(cwd, inputs(40));
        expect((await runProcess(["verify", join(disk, "out")], { cwd })).exit).toBe(0);
      });
    });
    if (reason !== undefined) skip(reason);
  });

  test("that may only be read is called so, whether or not there are results on it", { timeout: 60_000 }, async ({
    skip,
  }) => {
    const reason = await onSmallDisk(256, async (disk) => {
      await withFolder(async (cwd) => {
        writeTree(cwd, inputs(40));
        const into = (folder: string) => ["compute", "rubric.yaml", "sheets", "--out", join(disk, folder), "--quiet"];
        expect((await runProcess(into("old"), { cwd })).exit).toBe(0);
        const before = resultsIn(join(disk, "old"));
        execFileSync("mount", ["-o", "remount,ro", disk]);
        for (const folder of ["old", "new", "new/deeper"]) {
          const ran = await runProcess(into(folder), { cwd });
          expect([ran.exit, codeOf(ran)]).toEqual([1, "C204"]);
          expect(ran.stderr).toContain("the disk is read-only");
        }
        expect((await runProcess(["init", join(disk, "starter")], { cwd })).stderr).toContain("the disk is read-only");
        expect(resultsIn(join(disk, "old"))).toEqual(before);
        expect((await runProcess(["verify", join(disk, "old")], { cwd })).exit).toBe(0);
      });
    });
    if (reason !== undefined) skip(reason);
  });

  test("takes no half map of codes, and gives no results without one", { timeout: 60_000 }, async ({ skip }) => {
    const reason = await onSmallDisk(16, async (disk) => {
      await withFolder(async (cwd) => {
        writeTree(cwd, inputs(3000));
        const map = join(disk, "map.csv");
        const ran = await runProcess([...compute, "--anonymise", map], { cwd });
        expect([ran.exit, codeOf(ran)]).toEqual([1, "C173"]);
        expect(readdirSync(disk)).toEqual([]);
        expect(existsSync(join(cwd, "out"))).toBe(false);
      });
    });
    if (reason !== undefined) skip(reason);
  });
});

describe("a folder that may not be written", () => {
  /** An administrator may write everywhere: then the runs are those of a user without rights. */
  const user = userInfo().uid === 0 ? 65_534 : undefined;
  const given = (cwd: string) => ({ cwd, ...(user !== undefined && { user }) });
  const prepare = (cwd: string): void => {
    chmodSync(cwd, 0o755);
    writeTree(cwd, inputs());
  };

  test("is told, and nothing is left behind", () =>
    withFolder(async (cwd) => {
      prepare(cwd);
      mkdirSync(join(cwd, "out"));
      for (const folder of ["out", "."]) chmodSync(join(cwd, folder), 0o555);
      const ran = await runProcess(compute, given(cwd));
      expect([ran.exit, codeOf(ran)]).toEqual([1, "C204"]);
      expect(ran.stderr).toContain("permission denied");
      expect(readdirSync(join(cwd, "out"))).toEqual([]);
      chmodSync(cwd, 0o755);
    }));

  test("but holds results can be verified and compared", () =>
    withFolder(async (cwd) => {
      prepare(cwd);
      expect((await runProcess(compute, { cwd })).exit).toBe(0);
      for (const folder of ["out", "."]) chmodSync(join(cwd, folder), 0o555);
      expect((await runProcess(["verify", "out"], given(cwd))).exit).toBe(0);
      expect((await runProcess(["diff", "out", "out"], given(cwd))).exit).toBe(0);
      chmodSync(cwd, 0o755);
    }));

  test("beside one that may: results go into it", () =>
    withFolder(async (cwd) => {
      prepare(cwd);
      mkdirSync(join(cwd, "out"));
      if (user !== undefined) chownSync(join(cwd, "out"), user, user);
      chmodSync(cwd, 0o555);
      for (const _ of ["first", "again"]) {
        const ran = await runProcess(compute, given(cwd));
        expect(ran.exit, ran.stderr).toBe(0);
      }
      expect(readdirSync(join(cwd, "out")).sort()).toEqual(["receipt.json", ...listed(join(cwd, "out"))].sort());
      chmodSync(cwd, 0o755);
    }));
});
