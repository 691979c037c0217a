// CONTRACT.md 3: what was skipped or does not apply is blank, and yet a year from result files is that from the sheets.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withFolder, writeTree } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";

const rubric = `schema: 1
id: r
version: "1"
language: en
period: quarter
missing: incomplete
codes: { KPS: skip_total }
subject: { key: ma }
areas: [{ id: A, max: 90, items: [{ id: A1, max: 90 }] }, { id: B, max: 10, items: [{ id: B1, max: 10 }] }]
total: { max: 100, clamp: false }
bands: [{ id: good, title: Good, from: 50 }, { id: poor, title: Poor }]
rollups: [{ period: year, of: quarter, score: mean, missing: skip, alerts: [{ id: few, title: Few, when: B < 5 }] }]
`;
const rows = ["a,2026-Q1,45,KPS", "a,2026-Q2,90,8", "a,2026-Q3,90,KPS", "a,2026-Q4,90,8"];
const sheet = (lines: readonly string[]): string => ["ma,period,A1,B1", ...lines].join("\n");

test("a skipped area is blank in its quarter and counts 0 in the year, from sheets and from result files", () =>
  withFolder(async (cwd) => {
    writeTree(cwd, [
      ["rubric.yaml", rubric],
      ["all.csv", sheet(rows)],
      ["three.csv", sheet(rows.slice(0, 3))],
      ["last.csv", sheet(rows.slice(3))],
    ]);
    const score = async (argv: string): Promise<void> => {
      const { exit, stderr } = await runHere(`compute rubric.yaml ${argv} --quiet`.split(" "), { cwd });
      expect(exit, stderr).toBe(0);
    };
    const line = (file: string): string => readFileSync(join(cwd, file), "utf8").split("\n")[1] ?? "";
    await score("all.csv --out all");
    await score("three.csv --out past");
    await score("last.csv --history past --out last");
    expect(line("all/2026-Q1.csv")).toMatch(/^1,a,45,,50,/);
    expect(line("all/2026.csv")).toMatch(/^1,a,78.75,4,86.5,.*,few,$/);
    expect(line("last/2026.csv")).toBe(line("all/2026.csv").replace(/,$/, ",from_history"));
    // Where it was left out in every quarter it is blank in the year too.
    writeFileSync(join(cwd, "all.csv"), sheet(rows.map((row) => row.replace(/[^,]+$/, "KPS"))));
    await score("all.csv --out none");
    expect(line("none/2026.csv")).toMatch(/^1,a,78.75,,87.5,/);
  }));
