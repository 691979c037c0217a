// What a receipt calls files that were named in several ways, and where `verify` finds them again.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root, withFolder, writeTree } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";

/** Runs a test in a folder of three: where commands run, and two units that call their sheets alike. */
const laidOut = (use: (given: { readonly top: string; readonly cwd: string }) => Promise<void>) => () =>
  withFolder(async (top) => {
    const sheet = (key: string): string => `ma,ho_ten,period,A,B\n${key},An,2026-Q1,50,30\n`;
    writeTree(top, [
      ["here/rubric.yaml", readFileSync(join(root, "test/cases/shared/two-areas.yaml"))],
      ["here/q.csv", sheet("1")],
      ["a/cb/q.csv", sheet("2")],
      ["b/cb/q.csv", sheet("3")],
    ]);
    await use({ top, cwd: join(top, "here") });
  });

const receiptIn = (folder: string): string => readFileSync(join(folder, "receipt.json"), "utf8");

test(
  "one file has one name however its path is spelled",
  laidOut(async ({ cwd }) => {
    const spellings = [
      ["rubric.yaml", "q.csv"],
      ["./rubric.yaml", "../here/q.csv"],
      [join(cwd, "rubric.yaml"), join(cwd, "q.csv")],
    ];
    const receipts: string[] = [];
    for (const [at, names] of spellings.entries()) {
      expect(await runHere(["compute", ...names, "--out", `${at}`, "--quiet"], { cwd })).toMatchObject({ exit: 0 });
      receipts.push(receiptIn(join(cwd, `${at}`)));
      expect(await runHere(["verify", `${at}`], { cwd })).toMatchObject({ exit: 0 });
    }
    expect(new Set(receipts).size).toBe(1);
  }),
);

test(
  "files elsewhere are told apart without a word of the machine, and found below the folders that are named",
  laidOut(async ({ top, cwd }) => {
    const names = ["rubric.yaml", "q.csv", join(top, "a/cb/q.csv"), "../b/cb/q.csv"];
    const computed = await runHere(["compute", ...names, "--format", "json", "--out", "out", "--quiet"], { cwd });
    expect(computed).toMatchObject({ exit: 0 });
    const receipt = JSON.parse(receiptIn(join(cwd, "out")));
    const sheets = ["a/cb/q.csv", "b/cb/q.csv", "q.csv"];
    expect(receipt.inputs.map(({ name }: { name: string }) => name)).toEqual(sheets);
    expect(receipt.sheets.map(({ name }: { name: string }) => name)).toEqual(sheets);
    expect(readFileSync(join(cwd, "out/2026-Q1.json"), "utf8")).toContain('"sheet":"a/cb/q.csv"');
    const lost = await runHere(["verify", "out"], { cwd });
    expect(lost.exit).toBe(1);
    expect(lost.stderr.match(/error C154: .*(?=, and)/g)).toEqual(
      ["a", "b"].map((unit) => `error C154: the results rest on ${unit}/cb/q.csv`),
    );
    expect(await runHere(["verify", "out", "--from", ".", "--from", top], { cwd })).toMatchObject({ exit: 0 });
  }),
);

test(
  "of files of one name the one with the recorded content is taken",
  laidOut(async ({ top, cwd }) => {
    const asked = ["compute", "rubric.yaml", join(top, "b/cb/q.csv"), "--out", "out", "--quiet"];
    expect(await runHere(asked, { cwd })).toMatchObject({ exit: 0 });
    expect(JSON.parse(receiptIn(join(cwd, "out"))).inputs[0].name).toBe("q.csv");
    // The file of that name in the current folder is another one.
    expect((await runHere(["verify", "out"], { cwd })).stderr).toContain("C155");
    const folders = ["--from", ".", "--from", join(top, "b/cb")];
    expect(await runHere(["verify", "out", ...folders], { cwd })).toMatchObject({ exit: 0 });
  }),
);
