// `score report`: what it writes, where, and what it refuses.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root, withFolder } from "../support/files.ts";
import { runHere } from "../support/run.ts";

const given = { cwd: root, env: { SCORE_LANG: "en" } };
const sheets = [1, 2, 3, 4].map((quarter) => `examples/tam-diep/2026-Q${quarter}.csv`);

let made: string;
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), "score-"));
  for (const [name, ...flags] of [["plain"], ["paged", "--format", "html"]] as const) {
    const argv = ["compute", "rubrics/tam-diep.yaml", ...sheets, "--out", join(made, name), "--quiet", ...flags];
    expect(await runHere(argv, given)).toMatchObject({ exit: 0 });
  }
}, 60_000);
afterAll(() => rmSync(made, { recursive: true, force: true }));

/** A copy of the example's results, with a page among them or without. */
const withResults = (use: (out: string) => Promise<void>, which: "plain" | "paged" = "plain"): Promise<void> =>
  withFolder(async (folder) => {
    const out = join(folder, "out");
    cpSync(join(made, which), out, { recursive: true });
    await use(out);
  });

const read = (out: string, name: string): string => readFileSync(join(out, name), "utf8");

test("one page of all periods, beside results that stay whole", () =>
  withResults(async (out) => {
    expect(await runHere(["report", out], given)).toEqual({
      exit: 0,
      stdout: `${join(out, "report.html")}\n`,
      stderr: "",
    });
    const page = read(out, "report.html");
    for (const part of ["Quý I/2026", "Năm 2026", "Phân bố tổng điểm", "Tỷ lệ tối đa", "Người lập biểu"]) {
      expect(page).toContain(part);
    }
    const { sha256 } = JSON.parse(read(out, "receipt.json"));
    expect(page).toContain(sha256);
    expect(await runHere(["verify", out], given)).toMatchObject({ exit: 0 });
  }));

test("the year alone, and as Markdown without what only a page shows", () =>
  withResults(async (out) => {
    const argv = ["report", out, "--period", "2026", "--format", "md", "--quiet"];
    expect(await runHere(argv, given)).toEqual({ exit: 0, stdout: "", stderr: "" });
    const text = read(out, "report.md");
    expect(text).toContain("Năm 2026");
    expect(text).not.toContain("Quý I/2026:");
    expect(text).not.toMatch(/<svg|\n\n\n/);
  }));

test("a workbook has a tab for each period and their summary, for everybody and for each unit", () =>
  withResults(async (out) => {
    const tabs = (name: string) =>
      [
        ...strFromU8(unzipSync(readFileSync(join(out, name)))["xl/workbook.xml"] as Uint8Array).matchAll(
          /<sheet name="([^"]*)"/g,
        ),
      ].map(([, tab]) => tab);
    const periods = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2026", "Tổng hợp"];
    expect(await runHere(["report", out, "--format", "xlsx", "--quiet"], given)).toMatchObject({ exit: 0 });
    expect(tabs("report.xlsx")).toEqual(periods);
    expect(await runHere(["report", out, "--format", "xlsx", "--per", "chi_bo", "--quiet"], given)).toMatchObject({
      exit: 0,
    });
    expect(tabs("report-3.xlsx")).toEqual(periods);
  }));

test("a page for each unit: its people, with the ranks that they hold", () =>
  withResults(async (out) => {
    expect(await runHere(["report", out, "--per", "chi_bo", "--quiet"], given)).toMatchObject({ exit: 0 });
    expect(read(out, "report.html")).toContain('<a href="report-1.html">report-1.html</a>');
    expect(readdirSync(out).filter((name) => /^report-\d\.html$/.test(name))).toHaveLength(5);
    const page = read(out, "report-4.html");
    expect(page).toContain("<title>Chi bộ Tổ dân phố 12: ");
    expect(page).not.toContain("Chi bộ Đồng Giao");
    const named = ["report", out, "--per", "chi_bo", "--out", join(out, "units"), "--quiet"];
    expect(await runHere(named, given)).toMatchObject({ exit: 0 });
    expect(readdirSync(out).filter((name) => /^units(?:-\d)?\.html$/.test(name))).toHaveLength(6);
  }));

test("a page of one person", () =>
  withResults(async (out) => {
    expect(await runHere(["report", out, "--subject", "0102", "--quiet"], given)).toMatchObject({ exit: 0 });
    const page = read(out, "subject.html");
    expect(page).toContain("<h1>0102 Tống Thị Hà: Giám sát lời nói đi đôi với việc làm</h1>");
    expect(page).toContain("<h2>Quý I/2026</h2>");
    expect(page).not.toContain("0103");
  }));

test("a page among the results is theirs: computed again, and never overwritten", () =>
  withResults(async (out) => {
    expect(await runHere(["verify", out], given)).toMatchObject({ exit: 0 });
    const before = read(out, "report.html");
    expect((await runHere(["report", out, "--out", join(out, "report.html")], given)).stderr).toContain("error C187");
    const { exit, stdout } = await runHere(["report", out], given);
    expect({ exit, isFree: stdout !== `${join(out, "report.html")}\n` }).toEqual({ exit: 0, isFree: true });
    expect(read(out, "report.html")).toBe(before);
    expect(await runHere(["report", out, "--out", join(out, "..", "page.html"), "--quiet"], given)).toMatchObject({
      exit: 0,
    });
  }, "paged"));

test("results that do not come out again get no page", () =>
  withResults(async (out) => {
    const ran = await runHere(["report", out, "--from", join(out, "..")], given);
    expect(ran).toMatchObject({ exit: 1, stdout: "" });
    expect(ran.stderr).toContain("error C154");
    expect(readdirSync(out)).not.toContain("report.html");
  }));

test("an unknown column is named, with the one that was meant", () =>
  withResults(async (out) => {
    expect((await runHere(["report", out, "--per", "chibo"], given)).stderr).toContain("chi_bo");
  }));

test.each([
  ["nobody has points", ["1,An,2026-Q1,,", "1,An,2026-Q2,,"], 0],
  ["one person has them once", ["1,An,2026-Q1,50,40"], 1],
  ["one person has them twice", ["1,An,2026-Q1,50,40", "1,An,2026-Q2,,"], 2],
] as const)("where %s, no chart is empty", (_, rows, charts) =>
  withFolder(async (cwd) => {
    const rubric = readFileSync(join(root, "test/cases/shared/two-areas.yaml"), "utf8");
    writeFileSync(join(cwd, "rubric.yaml"), `${rubric}blank_rows: incomplete\n`);
    writeFileSync(join(cwd, "sheet.csv"), `ma,ho_ten,period,A,B\n${rows.join("\n")}\n`);
    const argv = ["compute", "rubric.yaml", "sheet.csv", "--format", "html", "--quiet"];
    const { stdout } = await runHere(argv, { cwd });
    expect(stdout.match(/<svg/g) ?? []).toHaveLength(charts);
  }),
);

test("compute and explain print pages too", async () => {
  const computed = await runHere(["compute", "rubrics/tam-diep.yaml", ...sheets, "--format", "html", "--quiet"], given);
  expect(computed.stdout.match(/<!doctype html>/g)).toHaveLength(1);
  const argv = [
    "explain",
    "rubrics/tam-diep.yaml",
    "examples/tam-diep",
    "--subject",
    "0102",
    "--format",
    "html",
    "--quiet",
  ];
  const explained = await runHere(argv, given);
  expect(explained.stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
});

test("a report on raters draws how severe each is, with the range of its uncertainty", async () => {
  const argv = [
    "raters",
    "rubrics/kim-son.yaml",
    "examples/kim-son",
    "--period",
    "2026-01",
    "--format",
    "html",
    "--quiet",
  ];
  const { stdout } = await runHere(argv, given);
  expect(stdout.match(/<svg/g)).toHaveLength(3);
  // Each pair of the matrix has its words.
  expect(stdout).toContain('aria-label="Trường 2 – Mặt trận: 0 %"');
  expect(stdout).toContain('aria-label="Trường 1 – Mặt trận: 100 %"');
  expect(stdout).toContain("effect in points, with its 95 % interval");
});

test("who scored whom stands on the page of a run, and not on one without names", () =>
  withFolder(async (folder) => {
    const compute = (out: string, ...flags: readonly string[]) =>
      runHere(
        ["compute", "rubrics/kim-son.yaml", "examples/kim-son", "--out", join(folder, out), "--quiet", ...flags],
        given,
      );
    const plain = await compute("plain");
    expect(plain).toMatchObject({ exit: 0 });
    expect(await compute("paged", "--format", "html")).toEqual(plain);
    expect(await runHere(["verify", join(folder, "paged")], given)).toMatchObject({ exit: 0 });
    expect(await runHere(["report", join(folder, "plain"), "--period", "2026-08", "--quiet"], given)).toMatchObject({
      exit: 0,
    });
    const [year, month] = [read(join(folder, "paged"), "report.html"), read(join(folder, "plain"), "report.html")];
    for (const page of [year, month]) expect(page).toContain("Ai đã chấm ai");
    const covered = (page: string) => /<td>Khối trường[^<]*<\/td><td>Khối xã[^<]*<\/td><td[^>]*>(\d+)/.exec(page)?.[1];
    expect([year, month].map(covered)).toEqual(["228", "12"]);
    const coded = await compute("coded", "--format", "html", "--anonymise", join(folder, "codes.csv"));
    expect(coded).toMatchObject({ exit: 0 });
    expect(read(join(folder, "coded"), "report.html")).not.toContain("Ai đã chấm ai");
  }));

test.each([
  ["validate", "rubrics/tam-diep.yaml"],
  ["check", "rubrics/tam-diep.yaml", "examples/tam-diep/2026-Q1.csv"],
  ["test", "rubrics/tam-diep.yaml"],
  ["explain", "rubrics/tam-diep.yaml", "examples/tam-diep/2026-Q1.csv", "--subject", "0102"],
  ["diff", "rubrics/tam-diep.yaml", "rubrics/tam-diep.yaml", "--sheets", "examples/tam-diep/2026-Q1.csv"],
])("%s gives a page, Markdown and a workbook", async (...argv) => {
  const as = async (format: string) => (await runHere([...argv, "--format", format, "--quiet"], given)).stdout;
  expect(await as("html")).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  expect(await as("md")).toMatch(/^## /);
  expect((await as("xlsx")).slice(0, 2)).toBe("PK");
});

test("a mistake stands on the page of findings with its place", async () => {
  const argv = ["check", "rubrics/tam-diep.yaml", "examples/kim-son", "--format", "html"];
  const { exit, stdout } = await runHere(argv, given);
  expect(exit).toBe(1);
  expect(stdout).toMatch(/<td[^>]*>error<\/td><td[^>]*>D\d{3}<\/td><td[^>]*>examples\/kim-son\/[^<]*:\d+:\d+<\/td>/);
});

test("an adopting rubric says by whose regulation it differs, and with which values", async () => {
  const argv = ["compile", "rubrics/qd-366-huyen.yaml", "--to", "doc", "--format", "md", "--lang", "vi"];
  const { stdout } = await runHere(argv, { cwd: root });
  expect(stdout).toMatch(/^- khác quy định chung theo: Hướng dẫn 07-HD/m);
  expect(stdout).toMatch(/^- Tỷ lệ xuất sắc tối đa: 20%$/m);
  expect(stdout).toMatch(/^- Bằng điểm ở ranh giới tỷ lệ: cùng chuyển xuống$/m);
});
