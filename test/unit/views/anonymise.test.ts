// Results with codes say nothing of keys and names; the private map does, and gives everybody the same code again.
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTree, withFolder, writeTree } from "../../support/files.ts";
import type { Ran } from "../../support/run.ts";
import { runHere } from "../../support/run.ts";

const rubric = `schema: 1
id: secret
version: "1"
language: en
period: quarter
missing: incomplete
subject: { key: [branch, number], name: full_name }
columns:
  branch: { type: text, required: true }
  number: { type: text, required: true }
  post: { type: text, default: "-" }
  born: { type: date, default: "1990-01-01" }
  theirs: { type: number, compare: total }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: good, title: Good, from: 50 }, { id: poor, title: Poor }]
ranking: { within: [branch], by: [total] }
quotas: [{ id: few, band: good, count: 2, within: [], ties: open, then: poor, order: [total] }]
awards: [{ id: flag, title: Flag, top: 1, ties: open }]
`;
/** Scores repeat, so that there are ties; numbers and names occur nowhere else. */
const sheet = (people: number): string =>
  [
    "branch,number,full_name,period,A,theirs",
    ...Array.from({ length: people }, (_, at) => {
      const who = String(at).padStart(2, "0");
      return `B${at % 2},key${who}x,Name${who}x,2026-Q1,${at % 7 === 0 ? "" : 40 + (at % 5) * 10},17`;
    }),
  ].join("\n");

type Step = (argv: string, folder?: string) => Promise<Ran>;
const inFolder = (use: (run: Step, cwd: string) => Promise<void>): Promise<void> =>
  withFolder(async (cwd) => {
    writeTree(cwd, [
      ["rubric.yaml", rubric],
      ["sheet.csv", sheet(30)],
    ]);
    await use((argv) => runHere(argv.split(" "), { cwd }), cwd);
  });
const compute = "compute rubric.yaml sheet.csv --out out --format json --format md --anonymise map.csv";
const codes = (cwd: string): Map<string, string> =>
  new Map(
    readFileSync(join(cwd, "map.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","))
      .map(([code, , number]) => [number as string, code as string]),
  );

test("no file holds a key, a name or the place of somebody in a sheet", () =>
  inFolder(async (run, cwd) => {
    const ran = await run(compute);
    expect(ran.exit, ran.stderr).toBe(0);
    const files = readTree(join(cwd, "out"));
    expect([...files.keys()].sort()).toContain("awards.csv");
    for (const [name, bytes] of files) {
      expect(Buffer.from(bytes).toString("utf8"), name).not.toMatch(/key\d|Name\d|"line"/);
    }
    expect(Buffer.from(files.get("2026-Q1.csv") ?? []).toString("utf8")).toMatch(/^1,B0,S\d{4},S\d{4},/m);
    expect(ran.stderr).toContain("who somebody is: branch, post, born");
  }));

test("no file of a year that is still to be completed says by key where people can end", () =>
  inFolder(async (run, cwd) => {
    const year = rubric.replace(
      "quotas:",
      "rollups: [{ period: year, of: quarter, score: mean, missing: skip }]\nquotas:",
    );
    writeFileSync(join(cwd, "rubric.yaml"), year);
    const ran = await run(`${compute} --period 2026`);
    expect(ran.exit, ran.stderr).toBe(0);
    const files = readTree(join(cwd, "out"));
    expect(Buffer.from(files.get("summary.csv") ?? []).toString("utf8")).toMatch(/,reach,.*S\d{4}/);
    for (const [name, bytes] of files) expect(Buffer.from(bytes).toString("utf8"), name).not.toMatch(/key\d|Name\d/);
  }));

test("reasons of decisions are withheld, as names may stand in them", () =>
  inFolder(async (run, cwd) => {
    writeFileSync(
      join(cwd, "decisions.csv"),
      "key,period,action,value,reason,authority,date\nB1 / key01x,2026-Q1,not_rated,,Name01x was ill,board,\n",
    );
    const ran = await run(`${compute} --decisions decisions.csv`);
    expect(ran.exit, ran.stderr).toBe(0);
    const files = [...readTree(join(cwd, "out")).values()].map((bytes) => Buffer.from(bytes).toString("utf8"));
    expect(files.join("")).not.toMatch(/key\d|Name\d|ill/);
    expect(readFileSync(join(cwd, "out/2026-Q1.csv"), "utf8")).toContain("(withheld)");
    expect((await run("verify out --anonymise map.csv")).exit).toBe(0);
  }));

test("codes come in an order that is not that of the keys, and only their owner may read them", () =>
  inFolder(async (run, cwd) => {
    await run(compute);
    expect(statSync(join(cwd, "map.csv")).mode & 0o777).toBe(0o600);
    const numbers = [...codes(cwd).keys()];
    expect(numbers).toHaveLength(30);
    expect(numbers).not.toEqual(numbers.toSorted());
    expect([...codes(cwd).values()].sort()).toEqual(numbers.map((_, at) => `S${String(at + 1).padStart(4, "0")}`));
  }));

test("equal ranks stand in the order of their codes", () =>
  inFolder(async (run, cwd) => {
    await run(compute);
    const lines = readFileSync(join(cwd, "out/2026-Q1.csv"), "utf8").trim().split("\n").slice(1);
    const cells = lines.map((line) => line.split(","));
    for (const [at, [rank, branch, code = ""]] of cells.entries()) {
      const [before, branchBefore, codeBefore = ""] = cells[at - 1] ?? [];
      if (rank === before && branch === branchBefore) expect(code > codeBefore).toBe(true);
    }
  }));

test("the same map gives the same bytes; new people get further codes and the others keep theirs", () =>
  inFolder(async (run, cwd) => {
    await run(compute);
    const [results, map] = [readTree(join(cwd, "out")), codes(cwd)];
    // A map that somebody else could read is closed again.
    chmodSync(join(cwd, "map.csv"), 0o644);
    await run(compute);
    expect(readTree(join(cwd, "out"))).toEqual(results);
    expect(statSync(join(cwd, "map.csv")).mode & 0o777).toBe(0o600);

    writeFileSync(join(cwd, "sheet.csv"), sheet(40));
    expect((await run(compute)).exit).toBe(0);
    const extended = codes(cwd);
    expect(extended.size).toBe(40);
    for (const [key, code] of map) expect(extended.get(key)).toBe(code);
  }));

test("columns that could tell are left out when asked, also from the list of awards", () =>
  inFolder(async (run, cwd) => {
    const ran = await run(`${compute} --drop-columns full_name,post,born`);
    expect(ran.stderr).toContain("who somebody is: branch\n");
    expect(readFileSync(join(cwd, "out/2026-Q1.csv"), "utf8")).toMatch(/^rank,branch,number,A,total,/);
    expect(readFileSync(join(cwd, "out/awards.csv"), "utf8")).toMatch(/within,branch,number,total\n/);
  }));

describe("is refused, and nothing is written:", () => {
  const refusal = (name: string, argv: string, code: string, prepare: (cwd: string) => void = () => undefined) =>
    test(name, () =>
      inFolder(async (run, cwd) => {
        prepare(cwd);
        const ran = await run(argv);
        expect(ran.exit).toBeGreaterThan(0);
        expect(ran.stderr).toMatch(new RegExp(`^error ${code}: `, "m"));
        expect(existsSync(join(cwd, "out/2026-Q1.csv"))).toBe(false);
        expect(existsSync(join(cwd, "map.csv.score-draft"))).toBe(code === "C172");
      }),
    );
  const into = (map: string) => compute.replace("map.csv", map);
  const linked = (cwd: string) => {
    mkdirSync(join(cwd, "out"));
    symlinkSync(join(cwd, "out"), join(cwd, "elsewhere"));
  };
  refusal("a map below the results", into("out/private/map.csv"), "C170");
  refusal("a map among the results by a link", into("elsewhere/map.csv"), "C170", linked);
  refusal("a folder", into("."), "C112");
  refusal("a map of a folder that is not there", into("private/map.csv"), "C173");
  refusal("a map that another run extends", compute, "C172", (cwd) =>
    writeFileSync(join(cwd, "map.csv.score-draft"), ""),
  );
  refusal("a map with a code twice", compute, "C171", (cwd) =>
    writeFileSync(join(cwd, "map.csv"), "anonymous,branch,number,full_name\nS0001,B,1,A\nS0001,B,2,B\n"),
  );
  refusal("a map with somebody twice", compute, "C171", (cwd) =>
    writeFileSync(join(cwd, "map.csv"), "anonymous,branch,number,full_name\nS0001,B,1,A\nS0002,B,1,B\n"),
  );
  refusal("a map of other keys", compute, "C171", (cwd) =>
    writeFileSync(join(cwd, "map.csv"), "anonymous,number,full_name\nS0001,1,A\n"),
  );
});

test("a name that begins like a formula comes back as it is", () =>
  inFolder(async (run, cwd) => {
    writeFileSync(join(cwd, "sheet.csv"), "branch,number,full_name,period,A\nB0,=1+1,@An,2026-Q1,80\n");
    await run(compute);
    expect(readFileSync(join(cwd, "map.csv"), "utf8")).toContain("S0001,B0,'=1+1,'@An\n");
    expect((await run(compute)).exit).toBe(0);
    expect(codes(cwd).size).toBe(1);
  }));
