import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { bookBytes } from "../../../src/document/xlsx/write-book.ts";
import { planOf } from "../../../src/pipeline.ts";
import { workbookRecords } from "../../../src/sheet/1-records/workbook/open-workbook.ts";
import { templateTab } from "../../../src/template/template.ts";
import { source } from "../../../src/text/source.ts";
import { root, withFolder, writeTree } from "../../support/files.ts";
import { hasOffice, officeConverted } from "../../support/libreoffice.ts";
import { runHere } from "../../support/run.ts";

const rubric = readFileSync(join(root, "examples/lam-quen/bo-tieu-chi.yaml"), "utf8");
const roster = "Mã,Họ và tên,Chi bộ\n001,Nguyễn Văn An,Chi bộ 2\n002,Trần Thị Bình,Chi bộ 1\n003,Lê Công,Chi bộ 2\n";

const lamQuen = async () => {
  const plan = await planOf(source("r.yaml", rubric), createDiagnostics());
  if (!plan) throw new Error("the example has mistakes");
  return plan;
};
const people = [
  ["001", "Nguyễn Văn An", "Chi bộ 1"],
  ["002", "Trần Thị Bình", "Chi bộ 1"],
];

test("a form has heads, limits, what items are worth, and a sum", async () => {
  const { titles, columns, rows, frozen, headed } = templateTab(await lamQuen(), { period: "2026-Q1", people });
  expect(titles).toEqual(["Chấm điểm đảng viên hằng quý: Quý I/2026"]);
  expect(columns.map(({ head }) => head)).toEqual([
    ...["Mã", "Họ và tên", "Chi bộ", "Kỷ luật", "Học tập", "Nêu gương", "Công việc", "Kiến nghị", "Trễ hạn"],
    "Cộng (kiểm tra)",
  ]);
  expect(columns[3]?.allowed).toMatchObject({ kind: "list", values: ["Không", "Khiển trách", "Cảnh cáo"] });
  expect(columns[5]?.allowed).toMatchObject({ kind: "list", values: ["Tốt", "Khá", "Yếu", "KPS"] });
  expect(columns[6]?.allowed).toMatchObject({
    kind: "formula",
    formula: 'OR({cell}="KPS",AND(ISNUMBER({cell}),{cell}>=0,{cell}<=50,ABS({cell}/0.5-ROUND({cell}/0.5,0))<0.000001))',
    message: "số từ 0 đến 50, theo bước 0,5; KPS",
  });
  expect(columns[6]?.note).toContain("B1: Khối lượng công việc");
  expect(rows[0]).toEqual([
    ...[undefined, "Điểm tối đa", undefined, undefined],
    ...["10", "20", "50", "10", "10"].map((number) => ({ number })),
  ]);
  expect(rows[1]?.slice(0, 3)).toEqual(["001", "Nguyễn Văn An", "Chi bộ 1"]);
  expect([frozen, headed]).toEqual([2, 1]);
});

test("a form offers one word for each value, and adds up what any of its words is worth", async () => {
  const text = rubric
    .replace("labels: { tot: Tốt,", "labels: { tot: [Tốt, T],")
    .replace(/(id: B2, title: Trả lời kiến nghị, )max: 10/, "$1yes: 10, labels: { yes: [Đủ, Đ] }")
    .replace("labels: { khong: Không,", "labels: { khong: [Không, K],");
  const plan = await planOf(source("r.yaml", text), createDiagnostics());
  if (!plan) throw new Error("the rubric has mistakes");
  const { columns, rows } = templateTab(plan, { period: "2026-Q1", people });
  expect(columns[3]?.allowed).toMatchObject({ values: ["Không", "Khiển trách", "Cảnh cáo"] });
  expect(columns[5]?.allowed).toMatchObject({ values: ["Tốt", "Khá", "Yếu", "KPS"] });
  expect(columns[7]?.allowed).toMatchObject({ values: ["Đủ", "không", "KPS"] });
  const formula = JSON.stringify(rows[1]?.at(-1));
  expect(formula).toContain('INDEX({20,20,15,0},MATCH(TRIM(F5),{\\"Tốt\\",\\"T\\",\\"Khá\\",\\"Yếu\\"},0))');
  expect(formula).toContain('OR(H5=\\"Đủ\\",H5=\\"Đ\\")');
  // KPS is no number of times.
  expect(formula).toContain("IF(ISNUMBER(I5),MIN(10,MAX(0,10+-5*I5)),0)");
  // Whoever prints it to fill it in by hand wants no zeros there.
  expect(formula).toContain('IF(COUNTA(E5:I5)=0,\\"\\",');
});

/** A period of each kind. */
const periods = ["2026-W10", "2026-03", "2026-Q1", "2025-2026-HK1", "2026-H1", "2026", "2025-2026"];

test("the header of every shipped rubric's form is read, for the periods that its rows have", {
  timeout: 60_000,
}, async () => {
  const shipped = readdirSync(join(root, "rubrics")).filter((name) => name.endsWith(".yaml"));
  await withFolder(async (cwd) => {
    for (const name of shipped) {
      const file = join(root, "rubrics", name);
      if (/^abstract: true/m.test(readFileSync(file, "utf8"))) continue;
      const read: string[] = [];
      for (const period of periods) {
        const form = await runHere(["template", file, "--period", period, "--out", `${period}.csv`, "--quiet"], {
          cwd,
        });
        if (form.exit !== 0) continue;
        read.push(period);
        const { stdout } = await runHere(["check", file, `${period}=${period}.csv`], { cwd });
        expect(stdout.match(/error D1\d\d.*/g)).toBeNull();
      }
      expect([name, read.length]).toEqual([name, expect.toBeOneOf([1, 2])]);
    }
  });
});

test("items that share a column have one in the form, and nobody is in it twice", async () => {
  await withFolder(async (cwd) => {
    writeTree(cwd, [
      ["rubric.yaml", rubric],
      ["2026.csv", "Mã,Họ và tên,period,Học tập\n001,An,2026-Q1,9\n002,Bình,2026-Q1,8\n001,An,2026-Q2,7\n"],
    ]);
    const { stdout } = await runHere(["template", "rubric.yaml", "--roster", "2026.csv"], { cwd });
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => line.split(",").slice(0, 2).join(" ")),
    ).toEqual(["Mã Họ và tên", "001 An", "002 Bình"]);
    const shared = join(root, "rubrics/kim-son.yaml");
    expect((await runHere(["template", shared], { cwd })).stdout.match(/Nhiệm vụ/g)).toHaveLength(1);
    expect(await runHere(["template", "rubric.yaml", "--period", "2026-03"], { cwd })).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining("D117"),
    });
  });
});

describe.skipIf(!hasOffice)("LibreOffice", () => {
  test("a form that is filled in is summed up, and read without a warning", { timeout: 120_000 }, async () => {
    const tab = templateTab(await lamQuen(), { period: "2026-Q1", people });
    const scores = [{ number: "9.5" }, "Khá", { number: "45.5" }, "KPS", { number: "1" }];
    const rows = tab.rows.map((row, at) => (at === 0 ? row : [...row.slice(0, 4), ...scores, ...row.slice(9)]));
    const saved = officeConverted("q.xlsx", await bookBytes({ title: "q", tabs: [{ ...tab, rows }] }), "xlsx");
    const tabs = workbookRecords("q.xlsx", saved, undefined);
    if ("kind" in tabs) throw new Error(tabs.kind);
    // 9.5 + 15 + 45.5 + 0 + (10 - 5)
    expect(tabs[0]?.head(5)[4]?.[9]).toBe("75");
    await withFolder(async (cwd) => {
      writeTree(cwd, Object.entries({ "r.yaml": rubric, "q.xlsx": saved }));
      const { exit, stdout, stderr } = await runHere(["check", "r.yaml", "q.xlsx", "--strict"], { cwd });
      expect(stdout + stderr).not.toMatch(/warning|error/);
      expect(exit).toBe(0);
    });
  });

  test.each([
    [5, 1],
    [18, 1],
    [40, 2],
  ])("a form of %i items is printed on A4, %i pages wide", { timeout: 120_000 }, async (count, pages) => {
    const items = Array.from({ length: count }, (_, at) => `{ id: I${at}, title: Chấp hành kỷ luật ${at}, max: 10 }`);
    const text = mutual.replace(/^ratings: .*\n/m, "").replace(/^ {2}(?:nguoi_cham|khoi_cham): .*\n/gm, "");
    const all = text.replace(/^areas: .*$/m, `areas: [${items.join(", ")}]`).replace("max: 10,", `max: ${count * 10},`);
    const plan = await planOf(source("r.yaml", all), createDiagnostics());
    if (!plan) throw new Error("the rubric has mistakes");
    const tab = templateTab(plan, { period: "2026", people });
    const pdf = officeConverted("f.xlsx", await bookBytes({ title: "f", tabs: [tab] }), "pdf").toString("latin1");
    const sizes = [...pdf.matchAll(/\/Type\/Page\/.*?\/MediaBox\[0 0 (\d+)[\d.]* (\d+)[\d.]*\]/g)];
    expect(sizes.map(([, width, height]) => `${width} ${height}`)).toEqual(Array(pages).fill("841 595"));
  });
});

test("an empty sheet and one with people are CSV on stdout", () =>
  withFolder(async (cwd) => {
    writeTree(cwd, Object.entries({ "r.yaml": rubric, "people.csv": roster }));
    const empty = await runHere(["template", "r.yaml"], { cwd });
    expect(empty.stdout).toBe("Mã,Họ và tên,Chi bộ,Kỷ luật,Học tập,Nêu gương,Công việc,Kiến nghị,Trễ hạn\n");
    const filled = await runHere(["template", "r.yaml", "--roster", "people.csv", "--period", "Quý 1/2026"], { cwd });
    expect(filled.stdout.split("\n")[1]).toBe("001,Nguyễn Văn An,Chi bộ 2,,2026-Q1,,,,,");
    const sheet = filled.stdout.replace(/,,,,,\n/g, ",9,Tốt,40,8,0\n");
    writeFileSync(join(cwd, "q1.csv"), sheet);
    const { exit, stderr } = await runHere(["check", "r.yaml", "q1.csv", "--strict"], { cwd });
    expect(exit, stderr).toBe(0);
  }));

test("each unit has a file of its own, numbered in the order of their names", () =>
  withFolder(async (cwd) => {
    writeTree(cwd, Object.entries({ "r.yaml": rubric, "people.csv": roster }));
    const argv = ["template", "r.yaml", "--roster", "people.csv", "--per", "chi_bo", "--out", "forms", "--quiet"];
    expect((await runHere(argv, { cwd })).exit).toBe(0);
    expect(readdirSync(join(cwd, "forms"))).toEqual(["lam_quen-1.xlsx", "lam_quen-2.xlsx"]);
    const tabs = workbookRecords("f", readFileSync(join(cwd, "forms/lam_quen-2.xlsx")), undefined);
    if ("kind" in tabs) throw new Error(tabs.kind);
    const rows = tabs[0]?.head(9) ?? [];
    expect(rows.map(([key]) => key)).toEqual(["Chấm điểm đảng viên hằng quý", "Chi bộ 2", "", "Mã", "", "001", "003"]);
  }));

test("a list whose units are merged over their members says of each where he belongs", () =>
  withFolder(async (cwd) => {
    const sheets = join(root, "test/sheets");
    writeTree(cwd, [
      ["r.yaml", readFileSync(join(sheets, "rubric.yaml"))],
      ["people.xls", readFileSync(join(sheets, "corpus/merged/quy-1-2026-libreoffice-vi.xls"))],
    ]);
    const { stdout } = await runHere(["template", "r.yaml", "--roster", "people.xls"], { cwd });
    const [, ...people] = stdout.trimEnd().split("\n");
    expect(people.map((line) => line.split(",")[2])).toEqual([
      "Chi bộ 1",
      "Chi bộ 1",
      "Chi bộ 1",
      "Chi bộ 2",
      "Chi bộ 2",
    ]);
  }));

test("what a score sheet says of a period is not filled in for another", () =>
  withFolder(async (cwd) => {
    writeTree(
      cwd,
      Object.entries({
        "r.yaml": rubric,
        "q1.csv": "Mã,Họ và tên,Chi bộ,Kỷ luật,Học tập\n001,An,Chi bộ 1,Cảnh cáo,9\n",
      }),
    );
    const { stdout, stderr } = await runHere(["template", "r.yaml", "--roster", "q1.csv"], { cwd });
    expect(stdout.split("\n")[1]).toBe("001,An,Chi bộ 1,,,,,,");
    expect(stderr).toContain("note D147: not filled in from this score sheet: ky_luat");
  }));

test("columns of scores are narrow, so that many print on one page", async () => {
  const { columns } = templateTab(await lamQuen(), {});
  const scores = columns.filter(({ note }) => note !== undefined);
  expect(scores.map(({ width }) => width)).toEqual([8, 8, 8, 8, 8]);
});

const mutual = `schema: 1
id: cheo
version: "1"
title: Chấm chéo
language: vi
period: year
missing: incomplete
subject: { noun: đơn vị, key: ma, name: ten }
columns:
  khoi: { type: choice, values: [A, B], default: A }
  nguoi_cham: { type: text, required: true, of: rating }
  khoi_cham: { type: choice, values: [A, B], default: A, of: rater, is: khoi }
ratings: { by: nguoi_cham, accept: khoi_cham != khoi, otherwise: refuse, level: item, combine: mean, at_least: 1, blank: incomplete }
areas: [{ id: D, title: Điểm, max: 10 }]
total: { max: 10, clamp: false }
bands: [{ id: dat, title: Đạt, from: 5 }, { id: khong, title: Không đạt }]
`;

test.each([
  { from: "a list", rows: "ma,ten,khoi\nu1,Một,A\nu2,Hai,B\nu3,Ba,A\n", per: [] },
  { from: "a list, asked for", rows: "ma,ten,khoi\nu1,Một,A\nu2,Hai,B\nu3,Ba,A\n", per: ["--per", "nguoi_cham"] },
  {
    from: "a sheet that names the raters",
    rows: "ma,ten,khoi,nguoi_cham,Điểm\nu1,Một,A,u2,8\nu2,Hai,B,u1,7\nu3,Ba,A,u2,9\n",
    per: ["--per", "nguoi_cham"],
  },
])("each rater has a file with those whom it may score, from $from", ({ rows, per }) =>
  withFolder(async (cwd) => {
    writeTree(cwd, Object.entries({ "r.yaml": mutual, "units.csv": rows }));
    const argv = ["template", "r.yaml", "--roster", "units.csv", "--format", "csv", "--out", "forms"];
    const { exit, stderr } = await runHere([...argv, "--period", "2026", ...per], { cwd });
    expect(exit, stderr).toBe(0);
    expect(existsSync(join(cwd, "forms/cheo-2026-3.csv"))).toBe(true);
    expect(readFileSync(join(cwd, "forms/cheo-2026-2.csv"), "utf8")).toBe(
      "ma,ten,khoi,nguoi_cham,Kỳ (period),Điểm\nu1,Một,A,u2,2026,\nu3,Ba,A,u2,2026,\n",
    );
  }),
);
