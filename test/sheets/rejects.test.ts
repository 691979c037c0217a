// Rows that are given back, mended and read again, come to what a sheet without mistakes comes to.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkSheet } from "@e965/xlsx";
import { read, utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { createDesk } from "../support/desk.ts";
import { runHere } from "../support/run.ts";

const common = `
schema: 1
id: mau
version: "1"
title: Bảng điểm
language: vi
period: quarter
decimals: 3
missing: incomplete
blank_rows: incomplete
bands: [ { id: tot, title: Tốt, from: 80 }, { id: kha, title: Khá } ]
total: { max: 100, clamp: false, round: { to: 0.001, mode: half_up } }
areas:
  - { id: A, title: Công việc, max: 90, column: [Điểm A] }
  - { id: B, title: Tiến độ, ratio: { max: 10, cap: 100% }, column: [Tỷ lệ] }
`;
const coded = `${common}
subject: { noun: đảng viên, key: ma, name: ho_ten }
columns:
  ma: { type: text, required: true, header: [Mã] }
  ho_ten: { type: text, required: true, header: [Họ và tên] }
  tien: { type: number, default: 0, header: [Số tiền] }
  vao_dang: { type: date, default: 2000-01-01, header: [Vào Đảng] }
`;
const titled = `${common}
subject: { noun: đảng viên, key: [chi_bo, ho_ten], name: ho_ten }
columns:
  chi_bo: { type: text, required: true, from: title_rows, header: [Chi bộ] }
  ho_ten: { type: text, required: true, header: [Họ và tên] }
`;
const rated = `${coded.replace("columns:", "columns:\n  nguoi_cham: { type: text, of: rating, required: true, header: [Người chấm] }")}
ratings: { by: nguoi_cham, level: item, combine: mean, at_least: 1, blank: incomplete }
`;

interface Scenario {
  readonly rubric: string;
  /** Sheets without mistakes, by name; none has a quotation mark. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly mistakes: readonly Mistake[];
  /** Rows that are given back. */
  readonly rows: readonly string[];
}

/** Another text in a cell. `head`: of its column as it is given back, where the sheet itself has another. */
interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly wrong: string;
  readonly head?: string;
}

type Wrong = readonly [line: number, column: number, wrong: string];

/** One sheet in which cells are wrong. `lines`: the rows that are given back, where they are others than those of these cells. */
const inOneSheet = (
  rubric: string,
  file: string,
  sheet: readonly string[],
  wrong: readonly Wrong[],
  lines = wrong.map(([line]) => line),
): Scenario => ({
  rubric,
  sheets: { [file]: `${sheet.join("\n")}\n` },
  mistakes: wrong.map(([line, column, wrong]) => ({ file, line, column, wrong })),
  rows: lines.toSorted((a, b) => a - b).map((line) => `${file}:${line}`),
});

const scenarios: Readonly<Record<string, Scenario>> = {
  "titles, decimal commas and a total": inOneSheet(
    coded,
    "q1.csv",
    [
      ...[
        "Quý I năm 2026;;;;",
        "STT;Mã;Họ và tên;Điểm A;Tỷ lệ",
        "1;007;Nguyễn Văn Ân;85,5;90",
        "2;008;Trần Bé;70;85,5",
      ],
      ...["3;009;Lê Công;60,25;1,5", "Tổng cộng;;;;"],
    ],
    [
      [3, 4, "95,5"],
      [5, 4, "60,xx"],
    ],
  ),
  "sheets with other heads and other marks": {
    rubric: coded,
    sheets: {
      "2026-Q1-a.csv": "Mã,Họ và tên,Điểm A,Tỷ lệ,Ghi chú\n001,An,81.5,90%,nghỉ phép\n002,Bé,70.25,80%,\n",
      "2026-Q1-b.csv": "Tỷ lệ;A;Họ và tên;Mã;Số tiền\n70;60,5;Công;003;1,5\n50;60,125;Dần;004;1,125\n",
    },
    mistakes: [
      { file: "2026-Q1-a.csv", line: 2, column: 3, wrong: "91.5" },
      { file: "2026-Q1-b.csv", line: 3, column: 2, wrong: "x", head: "Điểm A" },
    ],
    rows: ["2026-Q1-a.csv:2", "2026-Q1-b.csv:3"],
  },
  "numbers that other rows decide": inOneSheet(
    coded,
    "2026-Q1.csv",
    ["Mã,Họ và tên,Điểm A,Tỷ lệ,Số tiền", "001,An,80,90,1.125", "002,Bé,70,1,1.5", "003,Công,60,100,1500"],
    [
      [2, 3, "99"],
      [3, 3, "170"],
    ],
  ),
  "groups in title rows": inOneSheet(
    titled,
    "2026-Q1.csv",
    [
      "STT,Họ và tên,Điểm A,Tỷ lệ",
      "I,Chi bộ 1,,",
      "1,An,80,90",
      "2,Bé,70,90",
      "II,Chi bộ 2,,",
      "1,An,60,90",
      "2,Công,50,90",
    ],
    [
      [6, 3, "600"],
      [4, 4, "90 đ"],
    ],
  ),
  "several raters": inOneSheet(
    rated,
    "2026-Q1.csv",
    ["Mã,Họ và tên,Người chấm,Điểm A,Tỷ lệ", "001,An,X,80,90", "001,An,Y,70,90", "002,Bé,X,60,90", "002,Bé,Y,50,90"],
    [[3, 4, "700"]],
  ),
  "a key that was lost, and one that stands twice": inOneSheet(
    coded,
    "2026-Q1.csv",
    ["Mã,Họ và tên,Điểm A,Tỷ lệ", "001,An,80,90", "002,Bé,70,90", "003,Công,60,90", "004,Dần,60,91"],
    [
      [2, 1, ""],
      [4, 1, "002"],
    ],
    [2, 3, 4],
  ),
  "periods in a column, and dates": inOneSheet(
    coded,
    "years.csv",
    [
      ...["Mã,Họ và tên,period,Vào Đảng,Điểm A,Tỷ lệ", "001,An,2026-Q1,03/04/2015,80,90"],
      ...["001,An,2026-Q2,03/04/2015,80,90", "002,Bé,Quý I/2026,,70,90"],
    ],
    [
      [3, 3, "2026-Q9"],
      [4, 5, "-70"],
    ],
  ),
};

const { path, put, textOf, score } = createDesk();
const resultsIn = (name: string) =>
  Object.fromEntries(
    readdirSync(path(name))
      .filter((file) => file !== "receipt.json")
      .map((file) => [file, textOf(join(name, file))]),
  );

const cellsOf = (sheet: string): string[][] => {
  const mark = sheet.includes(";") ? ";" : ",";
  return sheet
    .trimEnd()
    .split("\n")
    .map((line) => line.split(mark));
};
const sheetOf = (cells: readonly (readonly string[])[], mark: string): string =>
  `${cells.map((row) => row.join(mark)).join("\n")}\n`;

function broken(sheets: Scenario["sheets"], mistakes: Scenario["mistakes"]): void {
  for (const [name, text] of Object.entries(sheets)) {
    const cells = cellsOf(text);
    for (const { line, column, wrong } of mistakes.filter(({ file }) => file === name))
      (cells[line - 1] as string[])[column - 1] = wrong;
    put(name, sheetOf(cells, text.includes(";") ? ";" : ","));
  }
}

/** Puts the right texts into what was given back, as a spreadsheet would, and tells where its rows were taken from. */
function mend(name: string, { sheets, mistakes }: Scenario): string[] {
  const isText = name.endsWith("csv");
  const bytes = readFileSync(path(name));
  const book = isText ? read(bytes.toString("utf8"), { type: "string", raw: true }) : read(bytes);
  const sheet = book.Sheets[book.SheetNames[0] as string] as WorkSheet;
  const [heads = [], ...rows] = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: "" });
  const taken = rows.map((row) => row[heads.indexOf("Lấy từ")] as string);
  for (const { file, line, column, head } of mistakes) {
    const original = cellsOf(sheets[file] as string);
    const own = original.find((row) => row.includes("Họ và tên"))?.[column - 1] as string;
    const [row, at] = [taken.indexOf(`${file}:${line}`) + 1, heads.indexOf(head ?? own)];
    sheet[utils.encode_cell({ r: row, c: at })] = { t: "s", v: original[line - 1]?.[column - 1] };
  }
  put(name, isText ? utils.sheet_to_csv(sheet) : write(book, { type: "buffer", bookType: "xlsx" }));
  return taken;
}

describe.each(Object.entries(scenarios))("%s", (_, scenario) => {
  test.each(["bad.csv", "bad.xlsx"])("given back as %s, mended and read again", async (bad) => {
    const { rubric, sheets, mistakes, rows } = scenario;
    const names = Object.keys(sheets);
    put("rubric.yaml", rubric);
    for (const [name, text] of Object.entries(sheets)) put(name, text);
    expect(await score("compute", "rubric.yaml", ...names, "--out", "right")).toMatchObject({ exit: 0 });

    broken(sheets, mistakes);
    expect(await score("compute", "rubric.yaml", ...names, "--rejects", bad)).toMatchObject({ exit: 1, stdout: "" });
    const taken = mend(bad, scenario);
    expect(taken).toEqual(rows);

    const again = await score("compute", "rubric.yaml", ...names, "--corrections", bad, "--out", "mended");
    expect(again).toMatchObject({ exit: 0 });
    expect(resultsIn("mended")).toEqual(resultsIn("right"));
    expect(await score("verify", "mended")).toMatchObject({ exit: 0 });
  });
});

/** Leaves the rows that were given back out of the sheets. */
function leaveOut(sheets: Scenario["sheets"], taken: readonly string[]): void {
  for (const name of Object.keys(sheets)) {
    const lines = textOf(name).trimEnd().split("\n");
    put(name, `${lines.filter((_, at) => !taken.includes(`${name}:${at + 1}`)).join("\n")}\n`);
  }
}

test.each(["titles, decimal commas and a total", "groups in title rows"])(
  "%s: mended rows as a sheet",
  async (name) => {
    const scenario = scenarios[name] as Scenario;
    const names = Object.keys(scenario.sheets);
    put("rubric.yaml", scenario.rubric);
    for (const [sheet, text] of Object.entries(scenario.sheets)) put(sheet, text);
    await score("compute", "rubric.yaml", ...names, "--out", "right");
    broken(scenario.sheets, scenario.mistakes);
    await score("compute", "rubric.yaml", ...names, "--rejects", "bad.csv");
    leaveOut(scenario.sheets, mend("bad.csv", scenario));
    const again = await score("compute", "rubric.yaml", ...names, "bad.csv", "--out", "mended");
    expect(again).toMatchObject({ exit: 0, stderr: expect.stringContaining("note D150: ") });
    expect(again.stderr).toContain("--corrections bad.csv");
    expect(resultsIn("mended")).toEqual(resultsIn("right"));
  },
);

test("a percentage that the rest of its sheet made clear is asked about in a sheet of its own", async () => {
  put("rubric.yaml", coded);
  put("2026-Q1.csv", "Mã,Họ và tên,Điểm A,Tỷ lệ\n001,An,80,90\n002,Bé,700,1\n");
  await score("compute", "rubric.yaml", "2026-Q1.csv", "--rejects", "bad.csv");
  put("bad.csv", textOf("bad.csv").replace("700", "70"));
  const alone = await score("compute", "rubric.yaml", "bad.csv");
  expect(alone).toMatchObject({ exit: 1, stdout: "", stderr: expect.stringContaining("D114") });
  const back = await score("compute", "rubric.yaml", "2026-Q1.csv", "--corrections", "bad.csv", "--format", "csv");
  expect(back.stdout).toContain("002,Bé,0,2000-01-01,70,0.1,70.1");
});

test("a row for each item is given back with all items of its person", async () => {
  put("rubric.yaml", coded);
  const sheet = (own: string) =>
    `Mã,Họ và tên,Tiêu chí,Điểm\n001,An,A,80\n002,Bé,A,${own}\n001,An,B,90\n002,Bé,B,100\n`;
  put("2026-Q1.csv", sheet("700"));
  const { stderr } = await score("compute", "rubric.yaml", "2026-Q1.csv", "--rejects", "bad.csv");
  expect(stderr).toContain("bad.csv: 1 row to be mended\n");
  put("bad.csv", textOf("bad.csv").replace("700", "70"));
  const sheets = ["2026-Q1.csv", "--corrections", "bad.csv"];
  expect((await score("compute", "rubric.yaml", ...sheets, "--format", "csv", "--quiet")).stdout).toContain(
    "002,Bé,0,2000-01-01,70,10,80",
  );
});

test("what stands in a workbook is given back with its zeros, dates and percentages", async () => {
  put("rubric.yaml", coded);
  const rows = [
    ["Mã", "Họ và tên", "Vào Đảng", "Điểm A", "Tỷ lệ"],
    [7, "An", 42094, 99, 0.01],
  ];
  const sheet = utils.aoa_to_sheet(rows);
  for (const [cell, format] of [
    ["A2", "000"],
    ["C2", "dd/mm/yyyy"],
    ["E2", "0%"],
  ] as const)
    sheet[cell].z = format;
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Quý I năm 2026");
  put("q.xlsx", write(book, { type: "buffer", bookType: "xlsx" }));
  await score("compute", "rubric.yaml", "q.xlsx", "--rejects", "bad.csv");
  expect(textOf("bad.csv")).toBe(
    'Mã,Họ và tên,Vào Đảng,Điểm A,Tỷ lệ,Kỳ (period),Lấy từ,Phải sửa,Ký hiệu dòng (giữ nguyên)\n007,An,2015-03-31,99,1%,2026-Q1,q.xlsx#Quý I năm 2026:2,"D203: ""Điểm A"" của 007 là ""99"", ngoài giới hạn: phải là số từ 0 đến 90, nhiều nhất 3 chữ số thập phân",4cc5-2480-0317-454d\n',
  );
});

test("wrong cells of a workbook are coloured, others are not", async () => {
  put("rubric.yaml", coded);
  put("2026-Q1.csv", "Mã,Họ và tên,Điểm A,Tỷ lệ\n001,An,99,90\n");
  await score("compute", "rubric.yaml", "2026-Q1.csv", "--rejects", "bad.xlsx");
  const { Sheets } = read(readFileSync(path("bad.xlsx")), { cellStyles: true });
  const colourOf = (cell: string) => Sheets["Phải sửa"]?.[cell].s?.fgColor?.rgb;
  expect(["B2", "C2", "D2"].map(colourOf)).toEqual([undefined, "F8CBAD", undefined]);
});

test("errors that are about no row stand below the rows, and are counted", async () => {
  put("rubric.yaml", coded);
  put("d.csv", "Mã,Kỳ,Hành động,Giá trị,Lý do,Thẩm quyền\n002,2026-Q1,Xếp mức,giỏi,Bão,Ban Thường vụ\n");
  put("2026-Q1-a.csv", "Mã,Họ và tên,Tỷ lệ\n001,An,99\n");
  put("2026-Q1-b.csv", "Mã,Họ và tên,Điểm A,Tỷ lệ\n002,Bé,99,90\n");
  const sheets = ["2026-Q1-a.csv", "2026-Q1-b.csv"];
  const { stderr } = await score("compute", "rubric.yaml", ...sheets, "--decisions", "d.csv", "--rejects", "bad.csv");
  expect(stderr).toContain("bad.csv: 1 row to be mended; errors that are about no row of a sheet: 2\n");
  const lines = textOf("bad.csv").split("\n");
  expect(lines.map((line) => /,([^,]+:\d+(?::\d+)?),"?(D\d+)/.exec(line)?.slice(1))).toEqual([
    undefined,
    ["2026-Q1-b.csv:2", "D203"],
    ["d.csv:2:4", "D406"],
    ["2026-Q1-a.csv:1:1", "D105"],
    undefined,
  ]);
});

test("more rows are given back than errors are shown, also of what comes through stdin, and sound people are computed", async () => {
  put("rubric.yaml", coded);
  const people = Array.from({ length: 60 }, (_, at) => `${at + 100},An,${at % 2 === 0 ? 80 : 99},90\n`);
  const stdin = Buffer.from(`Mã,Họ và tên,Điểm A,Tỷ lệ\n${people.join("")}`);
  const argv = [
    "compute",
    "rubric.yaml",
    "-",
    "--period",
    "2026-Q1",
    "--rejects",
    "bad.csv",
    "--keep-going",
    "--out",
    "out",
  ];
  const { exit, stderr } = await runHere(argv, { cwd: path(""), stdin });
  expect(exit).toBe(1);
  expect(stderr).toContain("bad.csv: 30 rows to be mended\n");
  expect(stderr.match(/error D203/g)).toHaveLength(20);
  expect(textOf("bad.csv").match(/D203/g)).toHaveLength(30);
  expect(textOf("out/2026-Q1.csv")).toContain("rated");
});

test("without a mistake there is a sheet without rows, so that nobody mends an old one", async () => {
  put("rubric.yaml", coded);
  put("bad.csv", "old");
  put("2026-Q1.csv", "Mã,Họ và tên,Điểm A,Tỷ lệ\n001,An,80,90\n");
  expect(await score("check", "rubric.yaml", "2026-Q1.csv", "--rejects", "bad.csv")).toMatchObject({ exit: 0 });
  expect(textOf("bad.csv")).toBe("Lấy từ,Phải sửa,Ký hiệu dòng (giữ nguyên)\n");
});

test("a row that is longer than the head keeps all its cells", async () => {
  put("rubric.yaml", coded);
  put("2026-Q1.csv", "Mã,Họ và tên,Điểm A,Tỷ lệ\n001,An,80,90\n002,Bé,70,5,90\n");
  await score("compute", "rubric.yaml", "2026-Q1.csv", "--rejects", "bad.csv");
  expect(textOf("bad.csv")).toMatch(/^002,Bé,70,5,2026-Q1,2026-Q1.csv:3,".*",(?:[0-9a-f]{4}-){3}[0-9a-f]{4},90$/m);
});
