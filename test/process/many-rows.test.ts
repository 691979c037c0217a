// Lists of everybody: more than the arguments that a call takes, and enough that looking at everybody for each of them takes minutes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import type { Plan } from "../../src/model/plan.ts";
import { planOf } from "../../src/pipeline.ts";
import { rejectsCsv } from "../../src/template/rejects.ts";
import { source } from "../../src/text/source.ts";
import { root, withFolder, writeTree } from "../support/files.ts";
import type { Ran } from "../support/run.ts";
import { runHere } from "../support/run.ts";

const everybody = Array.from({ length: 130_000 }, (_, at) => `k${at}`);
const linesFor = (line: (key: string) => string, head: string): string =>
  `${head}\n${everybody.map((key) => `${line(key)}\n`).join("")}`;

const rubric = `${readFileSync(join(root, "test/cases/shared/two-areas.yaml"), "utf8")}
columns: { ma: { type: text, required: true }, ho_ten: { type: text, required: true } }
tables:
  log: { of: subject, period: ky, columns: { ky: { type: text, required: true }, muon: { type: number, required: true } } }
alerts:
  - { id: muon, title: Muộn nhiều lần, when: "sum(log, muon) > 5" }
`;

const compute = (files: Readonly<Record<string, string>>, ...flags: readonly string[]): Promise<Ran> =>
  withFolder((cwd) => {
    const given = { "rubric.yaml": rubric, "2026-Q1.csv": "ma,ho_ten,A,B\nk0,An,50,30\n", "log.csv": "ma,ky,muon\n" };
    writeTree(cwd, Object.entries({ ...given, ...files }));
    return runHere(["compute", "rubric.yaml", "2026-Q1.csv", "--table", "log=log.csv", ...flags], { cwd });
  });

test("a row of a table for everybody", async () => {
  const { exit, stdout, stderr } = await compute({ "log.csv": linesFor((key) => `${key},2026-Q1,6`, "ma,ky,muon") });
  expect(exit, stderr).toBe(0);
  expect(stdout).toContain("Muộn nhiều lần");
});

test("a decision about everybody", async () => {
  const decisions = linesFor(
    (key) => `${key},2026-Q1,set_band,tot,Tự nguyện,Hội đồng,`,
    "key,period,action,value,reason,authority,date",
  );
  const sheet = linesFor((key) => `${key},An,10,10`, "ma,ho_ten,A,B");
  const { exit, stdout, stderr } = await compute(
    { "2026-Q1.csv": sheet, "decisions.csv": decisions },
    "--decisions",
    "decisions.csv",
    "--where",
    'ma == "k7"',
  );
  expect(exit, stderr).toBe(0);
  expect(stdout).toContain(`Tốt ${everybody.length}`);
});

test("a code for everybody", async () => {
  let ordinal = 0;
  const codes = linesFor((key) => `S${String(++ordinal).padStart(4, "0")},${key},An`, "anonymous,ma,ho_ten");
  const sheet = "ma,ho_ten,A,B\nnew,An,50,30\n";
  const { exit, stdout, stderr } = await compute(
    { "2026-Q1.csv": sheet, "codes.csv": codes },
    "--anonymise",
    "codes.csv",
  );
  expect(exit, stderr).toBe(0);
  expect(stdout).toContain(`S${everybody.length + 1}`);
});

test("a row to be mended for everybody", async () => {
  const row = {
    file: "sheet.csv",
    line: 2,
    cells: new Map(),
    beyond: [],
    wrong: new Set<number>(),
    errors: [],
    mark: "",
  };
  const plan = (await planOf(source("rubric.yaml", rubric), createDiagnostics())) as Plan;
  const lines = rejectsCsv(plan, { columns: [], rows: everybody.map(() => row), others: [] });
  expect([...lines].join("").split("\n")).toHaveLength(1 + everybody.length + 1);
});

test("a derivation for everybody", async () => {
  const keys = everybody.slice(0, 10_000);
  const sheet = `ma,ho_ten,A,B\n${keys.map((key) => `${key},An,50,30\n`).join("")}`;
  const quota =
    "quotas: [{ id: nua, band: tot, share: 50%, of: [tot], basis: before, within: [], round: down, ties: out, then: dat, order: [A] }]\n";
  const { exit, stdout, stderr } = await compute(
    { "rubric.yaml": rubric + quota, "2026-Q1.csv": sheet },
    "--format",
    "json",
    "--trace",
  );
  expect(exit, stderr).toBe(0);
  expect(stdout.split('"trace":').length - 1).toBe(keys.length);
});
