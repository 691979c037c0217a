import { symlinkSync } from "node:fs";
import { stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { reportUnreadable } from "../../../src/files/files.ts";
import { glob } from "../../../src/files/glob.ts";
import type { Io } from "../../../src/files/io.ts";
import { givenSheets } from "../../../src/inputs/given-sheets.ts";
import { withFolder, writeTree } from "../../support/files.ts";

const files = [
  "a.csv",
  "b.csv",
  "b.tsv",
  ".c.csv",
  "~$d.csv",
  "in/e.csv",
  "in/deep/f.csv",
  "in/.git/g.csv",
  "[x].csv",
  "n=1.csv",
  "mixed/a.csv",
  "mixed/a.xlsx",
  "mixed/b.XLSX",
  "mixed/~$b.xlsx",
  "mixed/b.numbers",
  "mixed/e.numbers",
  "mixed/c.csv/d.csv",
  "results/h.csv",
  "results/receipt.json",
];

async function inFolder<T>(use: () => Promise<T>): Promise<T> {
  return withFolder(async (folder) => {
    writeTree(
      folder,
      files.map((name) => [name, name]),
    );
    const before = process.cwd();
    process.chdir(folder);
    try {
      return await use();
    } finally {
      process.chdir(before);
    }
  });
}

test.each([
  ["*.csv", ["[x].csv", "a.csv", "b.csv", "n=1.csv", "~$d.csv"]],
  ["?.*", ["a.csv", "b.csv", "b.tsv"]],
  [".*.csv", [".c.csv"]],
  ["in/*", ["in/e.csv"]],
  ["*/*.csv", ["in/e.csv", "mixed/a.csv", "results/h.csv"]],
  ["./b.*", ["b.csv", "b.tsv"]],
  ["in/**/*.csv", ["in/deep/f.csv", "in/e.csv"]],
  ["**/f.csv", ["in/deep/f.csv"]],
  ["a.csv*", ["a.csv"]],
  ["none/*.csv", []],
  ["in\\*.csv", ["in/e.csv"]],
  ["in\\**\\*.csv", ["in/deep/f.csv", "in/e.csv"]],
  ["[ab].csv", ["a.csv", "b.csv"]],
  ["{a,n=1}.csv", ["a.csv", "n=1.csv"]],
  ["{in,mixed}/*.csv", ["in/e.csv", "mixed/a.csv"]],
])("the pattern %s", async (pattern, expected) => {
  expect(await inFolder(() => glob(pattern))).toEqual(expected);
});

test.each([
  [["in"], ["in/e.csv"], ["C231"]],
  [["in/"], ["in/e.csv"], ["C231"]],
  [["."], ["[x].csv", "a.csv", "b.csv", "b.tsv", "n=1.csv"], ["C231"]],
  [["[x].csv", "n=1.csv"], ["[x].csv", "n=1.csv"], []],
  [["2026-Q1=a.csv"], ["2026-Q1=a.csv"], []],
  [["Quý 2/2026=b.*"], ["Quý 2/2026=b.csv", "Quý 2/2026=b.tsv"], []],
  [["mixed"], ["mixed/a.csv", "mixed/b.XLSX", "mixed/e.numbers"], ["C119", "C231"]],
  [["mixed/b.XLSX#Tab 1", "a.csv#Tab 1"], ["mixed/b.XLSX#Tab 1"], ["C110"]],
  [["mixed/b.XLSX#Tab 1", "mixed/b.XLSX#Tab 2"], ["mixed/b.XLSX#Tab 1", "mixed/b.XLSX#Tab 2"], []],
  [["mixed/b.XLSX#Tab 1", "mixed/b.XLSX"], ["mixed/b.XLSX#Tab 1", "mixed/b.XLSX"], ["C118"]],
  [["results/*.csv", "res*"], [], ["C115", "C115"]],
  [["*/h.csv", "**/h.csv"], [], ["C115", "C115"]],
  [["results"], [], ["C126"]],
  [["-"], ["<stdin>"], []],
  [["-", "-"], ["<stdin>", "<stdin>"], ["C118"]],
  [
    ["in/deep/../e.csv", "in"],
    ["in/deep/../e.csv", "in/e.csv"],
    ["C231", "C118"],
  ],
  [["x.csv", "a.csv/y", "in/deep/*.tsv", "bad=a.csv"], [], ["C110", "C112", "C115", "C117"]],
])("the arguments %j", async (operands, expected, codes) => {
  const diagnostics = createDiagnostics();
  const output = { isTTY: false, write: async () => undefined };
  const io: Io = { stdin: (async function* () {})(), stdout: output, stderr: output, env: {} };
  const sheets = await inFolder(() => givenSheets(operands, io, diagnostics));
  const written = sheets.map(({ name, tab }) => (tab === undefined ? name : `${name}#${tab}`));
  expect(written.map((name, at) => (sheets[at]?.period === undefined ? name : `${sheets[at].period}=${name}`))).toEqual(
    expected,
  );
  expect(diagnostics.list.map(({ code }) => code)).toEqual(codes);
});

test("a link that leads nowhere is not offered in its own place", async () => {
  const diagnostics = createDiagnostics();
  await inFolder(async () => {
    symlinkSync("nowhere", "lost.csv");
    reportUnreadable("lost.csv", await stat("lost.csv").catch((error) => error), diagnostics);
  });
  expect(diagnostics.list).toMatchObject([{ code: "C110", parameters: { suggestion: undefined } }]);
});

test("a pattern names a file once, however many links lead to it, and a circle of links ends", async () => {
  const found = await inFolder(async () => {
    symlinkSync("..", "in/deep/up");
    symlinkSync("a.csv", "z.csv");
    return [await glob("in/**/*.csv"), await glob("?.csv")];
  });
  expect(found).toEqual([
    ["in/deep/f.csv", "in/e.csv"],
    ["a.csv", "b.csv"],
  ]);
});

test("a whole path is given back whole", async () => {
  const [found, folder] = await inFolder(async () => [await glob(`${process.cwd()}/in/*.csv`), process.cwd()]);
  expect(found).toEqual([`${folder}/in/e.csv`]);
});
