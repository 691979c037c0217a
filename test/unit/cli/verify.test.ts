// Results are verified by computing them again: whatever flags wrote them, wherever they lie, and whoever changed what.
import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ownHash } from "../../../src/archive/receipt.ts";
import { readCase } from "../../support/case-file.ts";
import { caseNames, caseText, performCase } from "../../support/case-run.ts";
import { withFolder, writeTree } from "../../support/files.ts";
import type { Ran } from "../../support/run.ts";
import { runHere } from "../../support/run.ts";

const rubric = `schema: 1
id: verified
version: "1"
language: en
period: quarter
missing: incomplete
subject: { key: code, name: full_name }
columns: { unit: { type: text, required: true } }
areas: [{ id: A, max: 100, items: [{ id: A1, max: 60 }, { id: A2, max: 40 }] }]
total: { max: 100, clamp: false }
bands: [{ id: good, title: Good, from: 50 }, { id: poor, title: Poor }]
ranking: { within: [unit], by: [total] }
awards: [{ id: flag, title: Flag, top: 1, ties: open }]
rollups: [{ period: year, of: quarter, score: mean, missing: skip, at_least: 1 }]
`;
const sheet = `code,full_name,unit,A1,A2
001,An,U1,50,33.3
002,Em,U1,40,10
003,Dũng,U2,12.5,
`;
const inputs = { "rubric.yaml": rubric, "sheets/2026-Q1.csv": sheet, "sheets/2026-Q2.csv": sheet.replace("50", "49") };

/** Runs commands in a new folder with the inputs; each must end with 0, but for the last, which is given back. */
async function perform(...steps: (readonly string[] | ((folder: string) => void))[]): Promise<Ran> {
  return withFolder(async (cwd) => {
    writeTree(cwd, Object.entries(inputs));
    let ran: Ran | undefined;
    for (const step of steps) {
      if (typeof step === "function") {
        step(cwd);
        continue;
      }
      if (ran) expect(ran.exit, ran.stderr).toBe(0);
      ran = await runHere(step, { cwd });
    }
    return ran as Ran;
  });
}

const compute = ["compute", "rubric.yaml", "sheets", "--out", "out"];
const change =
  (file: string, edit: (text: string) => string) =>
  (folder: string): void =>
    writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), "utf8")));
const codesOf = ({ stderr }: Ran): string[] =>
  [...stderr.matchAll(/(?:error|note) ([A-Z]\d{3}):/g)].map(([, code]) => code as string);

describe("results are verified", () => {
  test.each<[string, string[], string[]]>([
    ["without flags", compute, []],
    ["of one provisional year", [...compute, "--period", "Năm 2026"], []],
    ["in every format", [...compute, "--format", "json", "--format", "md", "--trace"], []],
    ["for a spreadsheet", [...compute, "--excel"], []],
    [
      "of some people and columns",
      [...compute, "--where", "A1 > 45", "--columns", "A2,A1", "--drop-columns", "full_name"],
      [],
    ],
    ["with codes", [...compute, "--anonymise", "map.csv", "--format", "json"], ["--anonymise", "map.csv"]],
    [
      "of sheets named in other ways",
      ["compute", "./rubric.yaml", "2026-Q3=./sheets/../sheets/2026-Q1.csv", "--out", "out", "--format", "json"],
      [],
    ],
  ])("%s", async (_, first, flags) => {
    const ran = await perform(first, ["verify", "out", ...flags]);
    expect(ran).toMatchObject({ exit: 0, stdout: expect.stringContaining("out: verified: ") });
  });

  test("elsewhere, with the inputs elsewhere", async () => {
    const ran = await perform(
      compute,
      (folder) => {
        mkdirSync(join(folder, "archive"));
        for (const name of ["rubric.yaml", "sheets", "out"])
          renameSync(join(folder, name), join(folder, "archive", name));
      },
      ["verify", "archive/out", "--from", "archive"],
    );
    expect(ran.exit, ran.stderr).toBe(0);
  });

  test("of sheets with errors, which --keep-going left out", async () => {
    const bad = change("sheets/2026-Q2.csv", (text) => text.replace("40,10", "40,x"));
    await withFolder(async (cwd) => {
      writeTree(cwd, Object.entries(inputs));
      bad(cwd);
      expect((await runHere([...compute, "--keep-going"], { cwd })).exit).toBe(1);
      expect(await runHere(["verify", "out"], { cwd })).toMatchObject({ exit: 0, stderr: "" });
    });
  });

  test("beside files that are not ours", async () => {
    const add = (folder: string) => writeFileSync(join(folder, "out/minutes.docx"), "not ours");
    expect((await perform(compute, add, ["verify", "out"])).exit).toBe(0);
  });
});

const receipt = (edit: (receipt: Record<string, unknown>) => void) =>
  change("out/receipt.json", (text) => {
    const value = JSON.parse(text);
    edit(value);
    return `${JSON.stringify(value, undefined, 2)}\n`;
  });

describe("a change is told", () => {
  test("of a file and of its hash, with the place", async () => {
    const sum = async (folder: string) =>
      (await import("../../../src/files/hash.ts")).hashOf(join(folder, "out/2026-Q1.csv"));
    await withFolder(async (cwd) => {
      writeTree(cwd, Object.entries(inputs));
      await runHere(compute, { cwd });
      change("out/2026-Q1.csv", (text) => text.replace("83.3,good", "93.3,good"))(cwd);
      const sha256 = await sum(cwd);
      receipt(({ outputs }) => {
        const output = (outputs as { name: string; sha256: string }[]).find(({ name }) => name === "2026-Q1.csv");
        if (output) output.sha256 = sha256;
      })(cwd);
      const ran = await runHere(["verify", "out"], { cwd });
      expect(ran).toMatchObject({ exit: 1, stdout: "" });
      expect(ran.stderr).toMatch(/^out\/2026-Q1\.csv:2:\d+: error C158: /m);
      expect(codesOf(ran)).toEqual(["C159", "C158"]);
    });
  });

  test.each<[string, (receipt: Record<string, unknown>) => void, string]>([
    ["counts", (value) => Object.assign((value.counts as object[])[0] as object, { rated: 9 }), "counts"],
    ["assumptions", (value) => (value.assumptions as string[]).push("all is well"), "assumptions"],
    ["a part of somebody's own", (value) => Object.assign(value, { approved: "yes" }), "approved"],
    ["an output less", (value) => (value.outputs as unknown[]).pop(), "outputs"],
    ["another version, but not its hash", (value) => Object.assign(value, { score: "0.0.9" }), "sha256"],
    ["a flag that gives other results", (value) => Object.assign(value, { flags: { where: "total > 50" } }), "sha256"],
    ["no hash", (value) => delete value.sha256, "sha256"],
  ])("in the receipt: %s", async (_, edit, part) => {
    const ran = await perform(compute, receipt(edit), ["verify", "out"]);
    expect(ran.exit).toBe(1);
    expect(ran.stderr).toContain(`error C159: the receipt in out was changed: computing again gives other ${part}`);
  });

  test("in the layout of the receipt", async () => {
    const ran = await perform(
      compute,
      change("out/receipt.json", (text) => JSON.stringify(JSON.parse(text))),
      ["verify", "out"],
    );
    expect(codesOf(ran)).toEqual(["C159"]);
  });

  test("of the map: other codes give other bytes", async () => {
    const swap = change("map.csv", (text) => text.replace("S0001", "S0009"));
    const ran = await perform([...compute, "--anonymise", "map.csv"], swap, [
      "verify",
      "out",
      "--anonymise",
      "map.csv",
    ]);
    expect(ran.exit).toBe(1);
    expect(codesOf(ran)).toContain("C158");
  });
});

test("another version that gives the same bytes is fine, and said", async () => {
  const older = change("out/receipt.json", (text) => {
    const receipt = { ...JSON.parse(text), score: "0.0.9" };
    return `${JSON.stringify({ ...receipt, sha256: ownHash(receipt) }, undefined, 2)}\n`;
  });
  const ran = await perform(compute, older, ["verify", "out"]);
  expect(codesOf(ran)).toEqual(["C149"]);
  expect(ran.exit).toBe(0);
});

test.each(["", "new", "1.2", "0.1.0\u001B[2J", "0.1.0 beta", 1])("%j is no version of score", async (score) => {
  const ran = await perform(
    compute,
    receipt((value) => Object.assign(value, { score })),
    ["verify", "out"],
  );
  expect(ran).toMatchObject({ exit: 1, stdout: "" });
  expect(ran.stderr).toBe("error C151: the receipt in out is damaged or was not written by score: score\n");
});

test("with --quiet only the exit code tells that all is well", async () => {
  expect(await perform(compute, ["verify", "out", "--quiet"])).toEqual({ exit: 0, stdout: "", stderr: "" });
});

test("an interrupted exchange of results is completed first", async () => {
  const interrupt = (folder: string): void => {
    cpSync(join(folder, "out"), join(folder, ".out.score-work/new"), { recursive: true });
    const files = JSON.parse(readFileSync(join(folder, "out/receipt.json"), "utf8")).outputs.map(
      ({ name }: { name: string }) => name,
    );
    writeFileSync(join(folder, ".out.score-work/ready.json"), JSON.stringify({ files, remove: [] }));
    writeFileSync(join(folder, "out/2026-Q1.csv"), "half of the old set");
  };
  const ran = await perform(compute, interrupt, ["verify", "out"]);
  expect(ran.exit, ran.stderr).toBe(0);
  expect(codesOf(ran)).toEqual(["C207"]);
});

describe("every result set of the golden cases is verified", () => {
  const writing = caseNames.filter((name) =>
    readCase(caseText(name)).steps.every(({ command, exit }) => command.includes("--out out") && exit === 0),
  );

  test("there are some", () => expect(writing.length).toBeGreaterThan(5));

  test.each(writing)("%s", async (name) => {
    const text = caseText(name);
    const [map = ""] = /--anonymise \S+/.exec(text) ?? [];
    const { steps } = await performCase(readCase(`${text}$ score verify out ${map}\n`), runHere);
    for (const { exit, stderr } of steps) expect(exit, String(stderr)).toBe(0);
  });
});

test("decisions, lookup tables and earlier results are computed with again", () =>
  withFolder(async (cwd) => {
    const looking = `${rubric}tables: { units: { key: unit, columns: { unit: { type: text, required: true }, rate: { type: number, required: true } } } }
rules: [{ id: slow, when: "units[unit].rate < 50", at_most: poor }]
`;
    writeTree(cwd, [
      ["rubric.yaml", looking],
      ["2025.csv", sheet.replace("A2\n", "A2,period\n").replace(/,(\d*\.?\d*)\n/g, ",$1,2025-Q4\n")],
      ["2026-Q1.csv", sheet],
      ["units.csv", "unit,rate\nU1,60\nU2,40\n"],
      [
        "decisions.csv",
        "key,period,action,value,reason,authority,date\n001,2026-Q1,set_band,poor,appeal,board,2026-04-01\n",
      ],
    ]);
    const tables = ["--table", "units=units.csv"];
    const past = await runHere(["compute", "rubric.yaml", "2025.csv", ...tables, "--out", "past/2025"], { cwd });
    expect(past.exit, past.stderr).toBe(0);
    const beside = [...tables, "--decisions", "decisions.csv", "--history", "./past"];
    const ran = await runHere(["compute", "rubric.yaml", "2026-Q1.csv", ...beside, "--out", "out"], { cwd });
    expect(ran.exit, ran.stderr).toBe(0);
    const { inputs: recorded } = JSON.parse(readFileSync(join(cwd, "out/receipt.json"), "utf8"));
    expect(recorded.map(({ kind }: { kind: string }) => kind)).toEqual(["decisions", "history", "sheet", "table"]);
    const verified = await runHere(["verify", "out"], { cwd });
    expect(verified.exit, verified.stderr).toBe(0);

    for (const file of ["units.csv", "decisions.csv"]) {
      const before = readFileSync(join(cwd, file), "utf8");
      writeFileSync(join(cwd, file), `${before}\n`);
      const changed = await runHere(["verify", "out"], { cwd });
      expect([changed.exit, codesOf(changed)]).toEqual([1, ["C155"]]);
      writeFileSync(join(cwd, file), before);
    }
  }));
