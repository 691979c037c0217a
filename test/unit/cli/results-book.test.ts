import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workbookRecords } from "../../../src/sheet/1-records/workbook/open-workbook.ts";
import { root, withFolder } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";

const shared = (name: string): Buffer => readFileSync(join(root, "examples/lam-quen", name));

test("results.xlsx has a tab for each period and the summary, and is verified", () =>
  withFolder(async (cwd) => {
    for (const name of ["bo-tieu-chi.yaml", "quy-1-2026.csv"]) writeFileSync(join(cwd, name), shared(name));
    const argv = ["compute", "bo-tieu-chi.yaml", "quy-1-2026.csv", "--format", "xlsx", "--out", "kq", "--quiet"];
    expect((await runHere(argv, { cwd })).exit).toBe(0);
    const tabs = workbookRecords("results.xlsx", readFileSync(join(cwd, "kq/results.xlsx")), undefined);
    if ("kind" in tabs) throw new Error(tabs.kind);
    expect(tabs.map(({ tab }) => tab?.name)).toEqual(["2026-Q1", "Tổng hợp"]);
    const written = readFileSync(join(cwd, "kq/2026-Q1.csv"), "utf8").split("\n").slice(1, -1);
    const rows = tabs[0]?.head(99).slice(4) ?? [];
    // Keys and totals stand where the CSV file has them.
    expect(rows.map(([rank, key]) => [rank, key])).toEqual(written.map((line) => line.split(",").slice(0, 2)));
    const verified = await runHere(["verify", "kq"], { cwd });
    expect(verified.exit, verified.stderr).toBe(0);
  }));

test("a report in several formats is as many files, and none under one name", () =>
  withFolder(async (cwd) => {
    for (const name of ["bo-tieu-chi.yaml", "quy-1-2026.csv"]) writeFileSync(join(cwd, name), shared(name));
    await runHere(["compute", "bo-tieu-chi.yaml", "quy-1-2026.csv", "--out", "kq", "--quiet"], { cwd });
    const formats = ["--format", "md", "--format", "xlsx"];
    const { stdout } = await runHere(["report", "kq", ...formats], { cwd });
    expect(stdout.split("\n")).toEqual([join("kq", "report.md"), join("kq", "report.xlsx"), ""]);
    const refused = await runHere(["report", "kq", ...formats, "--out", "one.md"], { cwd });
    expect([refused.exit, refused.stderr.includes("C123")]).toEqual([2, true]);
  }));
