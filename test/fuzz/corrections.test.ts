// Mended rows beside a sheet, where either is changed in any way: what is mended in the sheet itself, or a refusal.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { cellText } from "../../src/sheet/1-records/cell-text.ts";
import { withFolder, writeTree } from "../support/files.ts";
import { mutated, mutatedBytes } from "../support/mutations.ts";
import { runHere } from "../support/run.ts";

const rubric = `schema: 1
id: fuzz
version: "1"
language: en
period: quarter
missing: zero
blank_rows: incomplete
subject: { key: ma, name: ten }
columns:
  to: { type: text, required: true, from: title_rows, header: [Team] }
areas:
  - { id: A, max: 60 }
  - { id: B, levels: { good: 40, bad: 0 } }
total: { max: 100, clamp: false }
bands: [{ id: good, from: 80 }, { id: fair }]
`;
const lines = [
  "Points of 2026-Q1,,,",
  "ma,ten,A,B",
  "Team 1,,,",
  "001,An,58.5,good",
  "002,Bo,601,good",
  "Team 2,,,",
  '003,"Chi, Em",40,bad',
  "004,Du,5,gud",
];
const sheet = `${lines.join("\n")}\n`;
const sound = ["001", "003"];

/** The rows of the sheet that were given back, and the same mended. */
let bad = "";
let mended = "";
const inPlace: ReadonlyMap<number, string> = new Map([
  [4, "002,Bo,60,good"],
  [7, "004,Du,5,bad"],
]);

async function ran(files: Readonly<Record<string, string | Uint8Array>>, ...argv: readonly string[]) {
  return withFolder(async (cwd) => {
    writeTree(cwd, Object.entries({ "rubric.yaml": rubric, ...files }));
    const all = ["compute", "rubric.yaml", "s.csv", "--format", "csv", ...argv];
    const { exit, stdout, stderr } = await runHere(all, { cwd });
    const back = existsSync(join(cwd, "back.csv")) ? readFileSync(join(cwd, "back.csv"), "utf8") : "";
    expect([0, 1, 2], stderr).toContain(exit);
    const codes = [...stderr.matchAll(/error ([A-Z]\d{3}): /g)].map(([, code]) => code);
    if (exit > 0) expect(codes, stderr).not.toEqual([]);
    return { exit, stdout, codes: codes.sort(), back };
  });
}

/** What is given back of a sheet; nothing where it could not be read. */
const rejectsOf = async (text: string | Uint8Array): Promise<string> =>
  (await ran({ "s.csv": text }, "--rejects", "back.csv")).back;

/** Marks of texts, spaces at the ends and what nobody sees do not make another row of it. */
function cellsIn(line: string): string {
  const options = { relax_quotes: true, relax_column_count: true, skip_empty_lines: true };
  const [cells = []] = parse(line, options) as string[][];
  return cells.map(cellText).join("|").replace(/\|*$/, "");
}

const pointsOf = (stdout: string, key: string): string | undefined =>
  stdout.split("\n").find((line) => line.split(",")[1] === key);

beforeAll(async () => {
  bad = await rejectsOf(sheet);
  mended = bad.replace(",601,", ",60,").replace(",gud,", ",bad,");
});

test("the files are in order as they are", async () => {
  const { exit, stdout } = await ran({ "s.csv": sheet, "bad.csv": mended }, "--corrections", "bad.csv");
  expect(exit).toBe(0);
  const whole = lines.map((line, at) => inPlace.get(at) ?? line).join("\n");
  expect(await ran({ "s.csv": whole })).toMatchObject({ exit: 0, stdout });
});

const runs = Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 100) / 2);

test("mended rows that are changed leave everybody else as he was", async () => {
  const { stdout: before } = await ran({ "s.csv": sheet, "bad.csv": mended }, "--corrections", "bad.csv");
  let read = 0;
  const property = fc.asyncProperty(mutatedBytes(mended), async (bytes) => {
    const { exit, stdout } = await ran({ "s.csv": sheet, "bad.csv": bytes }, "--corrections", "bad.csv");
    if (exit > 0) return;
    read++;
    const scores = (text: string, key: string) => pointsOf(text, key)?.split(",").slice(1, 8);
    for (const key of sound) expect(scores(stdout, key)).toEqual(scores(before, key));
  });
  await fc.assert(property, { numRuns: runs });
  expect(read).toBeGreaterThan(0);
});

test("a sheet that was changed has the rows mended that are still there, or none", async () => {
  let read = 0;
  const property = fc.asyncProperty(mutated(sheet, 2), async (text) => {
    const result = await ran({ "s.csv": text, "bad.csv": mended }, "--corrections", "bad.csv");
    if (result.exit > 0) return;
    read++;
    const isStill = (line: string, at: number): boolean => cellsIn(line) === cellsIn(lines[at] ?? "");
    const rows = text.split("\n").map((line, at) => (isStill(line, at) ? (inPlace.get(at) ?? line) : line));
    expect((await ran({ "s.csv": rows.join("\n") })).stdout).toBe(result.stdout);
  });
  await fc.assert(property, { numRuns: runs * 2 });
  expect(read).toBeGreaterThan(0);
});

test("rows that come back as they were change nothing", async () => {
  const property = fc.asyncProperty(mutatedBytes(sheet), async (bytes) => {
    const back = await rejectsOf(bytes);
    if (!back.includes("Taken from")) return;
    const alone = await ran({ "s.csv": bytes });
    expect(await ran({ "s.csv": bytes, "bad.csv": back }, "--corrections", "bad.csv")).toEqual(alone);
  });
  await fc.assert(property, { numRuns: runs });
});
