// Mended rows go back into workbooks, into sheets with a row for each item, and into sheets that are now named otherwise.
import { readFileSync } from "node:fs";
import type { WorkSheet } from "@e965/xlsx";
import { read, utils, write } from "@e965/xlsx";
import { beforeEach, describe, expect, test } from "vitest";
import { createDesk } from "../support/desk.ts";
import { runHere } from "../support/run.ts";

const rubric = `
schema: 1
id: t
version: "1"
title: Điểm
language: vi
decimals: 3
period: quarter
missing: zero
blank_rows: incomplete
subject: { noun: người, key: ma }
columns:
  ma: { type: text, required: true, header: [Mã] }
  to: { type: text, required: true, header: [Tổ] }
  vao: { type: date, default: 2000-01-01, header: [Vào] }
areas:
  - { id: A, title: Công việc, max: 90, column: [Điểm A] }
  - { id: B, title: Tiến độ, ratio: { max: 10, cap: 100% }, column: [Tỷ lệ] }
total: { max: 100, clamp: false, round: { to: 0.01, mode: half_up } }
bands: [ { id: tot, title: Tốt, from: 80 }, { id: kha, title: Khá } ]
ranking: { within: [to] }
`;

const { path, put, textOf, score } = createDesk();
beforeEach(() => put("rubric.yaml", rubric));

const compute = (...argv: string[]) => score("compute", "rubric.yaml", ...argv, "--format", "csv", "--quiet");

/** One tab, saved as an office would. */
function putBook(name: string, rows: readonly (readonly unknown[])[], change: (sheet: WorkSheet) => void): void {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  change(sheet);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Quý I năm 2026");
  put(name, write(book, { type: "buffer", bookType: name.endsWith("xls") ? "xls" : "xlsx" }));
}

/** Types something else into a cell of what was given back: by the head of the column, and the row from 1. */
function type(name: string, row: number, head: string, value: string | number): void {
  const book = read(readFileSync(path(name)));
  const sheet = book.Sheets[book.SheetNames[0] as string] as WorkSheet;
  const [heads = []] = utils.sheet_to_json<string[]>(sheet, { header: 1 });
  const cell = utils.encode_cell({ r: row, c: heads.indexOf(head) });
  sheet[cell] = typeof value === "number" ? { t: "n", v: value } : { t: "s", v: value };
  put(name, write(book, { type: "buffer", bookType: "xlsx" }));
}

const results = (...rows: readonly string[]) =>
  `${["rank,ma,to,vao,A,B,total,band,band_title,state,reason,rules,awards,alerts,marks", ...rows].join("\n")}\n`;

test.each(["q.xlsx", "q.xls"])(
  "%s: names merged over rows, keys with zeros, dates and percentages stay what they are",
  async (book) => {
    const rows = [
      ["Mã", "Tổ", "Vào", "Điểm A", "Tỷ lệ"],
      [7, "Tổ 1", 42094, 900, 0.85],
      [8, undefined, 42095, 70.5, 1.2],
      [9, "Tổ 2", 42096, "x", 0.5],
    ];
    putBook(book, rows, (sheet) => {
      sheet["!merges"] = [utils.decode_range("B2:B3")];
      for (const at of [2, 3, 4]) {
        sheet[`A${at}`].z = "000";
        sheet[`C${at}`].z = "dd/mm/yyyy";
        sheet[`E${at}`].z = "0%";
      }
      sheet.D3 = { t: "s", v: "7o,5" };
    });
    expect((await compute(book, "--rejects", "bad.xlsx")).exit).toBe(1);
    type("bad.xlsx", 1, "Điểm A", 80);
    type("bad.xlsx", 2, "Điểm A", "70,5");
    type("bad.xlsx", 3, "Tổ", "Tổ 1");
    type("bad.xlsx", 3, "Điểm A", 60);
    expect(await compute(book, "--corrections", "bad.xlsx")).toEqual({
      exit: 0,
      stderr: "",
      stdout: results(
        "1,007,Tổ 1,2015-03-31,80,8.5,88.5,tot,Tốt,rated,,,,,",
        "2,008,Tổ 1,2015-04-01,70.5,10,80.5,tot,Tốt,rated,,,,,",
        "3,009,Tổ 1,2015-04-02,60,5,65,kha,Khá,rated,,,,,",
      ),
    });
  },
);

test("a head that is merged over somebody's row says nothing about him", async () => {
  const rows = [
    ["Mã", "Tổ", "Điểm A", "Tỷ lệ"],
    ["001", undefined, 90, 0.85],
    ["002", "Tổ 2", 70, 0.5],
  ];
  putBook("q.xlsx", rows, (sheet) => {
    sheet["!merges"] = [utils.decode_range("B1:B2")];
    for (const at of [2, 3]) sheet[`D${at}`].z = "0%";
  });
  expect((await compute("q.xlsx", "--rejects", "bad.xlsx")).exit).toBe(1);
  type("bad.xlsx", 1, "Tổ", "Tổ 1");
  expect(await compute("q.xlsx", "--corrections", "bad.xlsx")).toEqual({
    exit: 0,
    stderr: "",
    stdout: results(
      "1,001,Tổ 1,2000-01-01,90,8.5,98.5,tot,Tốt,rated,,,,,",
      "1,002,Tổ 2,2000-01-01,70,5,75,kha,Khá,rated,,,,,",
    ),
  });
});

test("a row for each item: the items of a person go back together, and errors name where they were mended", async () => {
  put("2026-Q1.csv", "Mã,Tổ,Tiêu chí,Điểm\n001,T,A,80\n002,T,A,700\n001,T,B,90\n002,T,B,100\n");
  await compute("2026-Q1.csv", "--rejects", "bad.csv");
  const bad = textOf("bad.csv");
  put("mended.csv", bad.replace("700,100", "70,99"));
  expect(await compute("2026-Q1.csv", "--corrections", "mended.csv")).toMatchObject({
    exit: 0,
    stdout: results(
      "1,001,T,2000-01-01,80,9,89,tot,Tốt,rated,,,,,",
      "2,002,T,2000-01-01,70,9.9,79.9,kha,Khá,rated,,,,,",
    ),
  });
  put("mended.csv", bad.replace("700,100", "71,x"));
  expect((await compute("2026-Q1.csv", "--corrections", "mended.csv")).stderr).toMatch(
    /^mended\.csv:2:4: error D202: .* is "x"/,
  );
});

test("a long key of which a spreadsheet has taken digits is that of the sheet", async () => {
  put("2026-Q1.csv", "Mã,Tổ,Điểm A,Tỷ lệ\n123456789012345678,T,800,90\n123456789012345999,T,80,90\n");
  await compute("2026-Q1.csv", "--rejects", "bad.csv");
  for (const left of ["123456789012345000", "123456789012346000", "1.23457E+17"]) {
    put("mended.csv", textOf("bad.csv").replace("123456789012345678,T,800", `${left},T,70`));
    expect(await compute("2026-Q1.csv", "--corrections", "mended.csv")).toMatchObject({
      exit: 0,
      stdout: results(
        "1,123456789012345999,T,2000-01-01,80,9,89,tot,Tốt,rated,,,,,",
        "2,123456789012345678,T,2000-01-01,70,9,79,kha,Khá,rated,,,,,",
      ),
    });
  }
});

test("a row that is longer than the head is put right by moving its cells", async () => {
  put("2026-Q1.csv", "Mã,Tổ,Điểm A,Tỷ lệ\n001,T,80,90\n002,T,70,5,90\n");
  await compute("2026-Q1.csv", "--rejects", "bad.csv");
  const bad = textOf("bad.csv");
  put("bad.csv", bad.replace("002,T,70,5,", '002,T,"70,5",90,').replace(/,90$/m, ","));
  expect(await compute("2026-Q1.csv", "--corrections", "bad.csv")).toMatchObject({
    exit: 0,
    stdout: results(
      "1,001,T,2000-01-01,80,9,89,tot,Tốt,rated,,,,,",
      "2,002,T,2000-01-01,70.5,9,79.5,kha,Khá,rated,,,,,",
    ),
  });
});

test("the sheets may be named by another path, results are verified elsewhere, and two that may be meant are refused", async () => {
  put("a/2026-Q1.csv", "Mã,Tổ,Điểm A,Tỷ lệ\n001,T,800,90\n");
  put("b/2026-Q1.csv", "Mã,Tổ,Điểm A,Tỷ lệ\n002,T,70,90\n");
  const here = { cwd: path("a") };
  await runHere(["check", "../rubric.yaml", "2026-Q1.csv", "--rejects", "../bad.csv"], here);
  put("bad.csv", textOf("bad.csv").replace("800", "80"));
  expect(await compute("a", "--corrections", "bad.csv", "--out", "results")).toMatchObject({ exit: 0 });
  expect(await runHere(["verify", "../results", "--from", ".."], here)).toMatchObject({ exit: 0 });
  expect((await compute("a", "b", "--corrections", "bad.csv")).stderr).toContain(
    "bad.csv:2:6: error D154: a mended row is to go in place of 2026-Q1.csv:2",
  );
});

test("of two sheets of one name only the rows of the one that is given find their place", async () => {
  put("a/2026-Q1.csv", "Mã,Tổ,Điểm A,Tỷ lệ\n001,T,800,90\n");
  put("b/2026-Q1.csv", "Mã,Tổ,Điểm A,Tỷ lệ\n002,T,700,90\n");
  await compute("a", "b", "--rejects", "bad.csv");
  const mended = textOf("bad.csv").replace("800", "80").replace("700", "70");
  put("bad.csv", mended);
  const inA = () =>
    runHere(["compute", "../rubric.yaml", "2026-Q1.csv", "--corrections", "../bad.csv", "--quiet", "--format", "csv"], {
      cwd: path("a"),
    });
  const { exit, stderr } = await inA();
  expect(exit).toBe(1);
  expect(stderr.match(/error D\d+: .*/g)).toEqual([
    "error D154: a mended row is to go in place of b/2026-Q1.csv:2: no such row is in the sheets given, or several may be meant",
  ]);
  put("bad.csv", mended.split("\n").slice(0, 2).join("\n"));
  expect((await inA()).stdout).toBe(results("1,001,T,2000-01-01,80,9,89,tot,Tốt,rated,,,,,"));
  put("2026-Q1.csv", readFileSync(path("a/2026-Q1.csv")));
  put("bad.csv", mended);
  expect((await compute("2026-Q1.csv", "--corrections", "bad.csv")).stderr.match(/D15\d/g)).toEqual(["D154", "D154"]);
});

test("a row that came back and is somebody's second one is told at its own place", async () => {
  put("2026-Q1.csv", "Mã,Tổ,Điểm A,Tỷ lệ\n001,T,80,90\n002,T,700,90\n");
  await compute("2026-Q1.csv", "--rejects", "bad.csv");
  put("bad.csv", textOf("bad.csv").replace("002,T,700", "001,T,70"));
  expect((await compute("2026-Q1.csv", "--corrections", "bad.csv")).stderr).toContain(
    "bad.csv:2:1: error A201: 001 has a second row for 2026-Q1",
  );
});

test.each([
  ["001", "1", "001"],
  ["001", "1.0", "001"],
  ["000", "0", "000"],
  ["001", "010", "010"],
  ["1", "001", "001"],
  ["1", "01", "01"],
])("the key %s that comes back as %s is %s: zeros that a spreadsheet takes away are not", async (key, back, read) => {
  put("2026-Q1.csv", `Mã,Tổ,Điểm A,Tỷ lệ\n${key},07,800,90\n`);
  await compute("2026-Q1.csv", "--rejects", "bad.csv");
  put("bad.csv", textOf("bad.csv").replace(`${key},07,800`, `${back},7,80`));
  expect(await compute("2026-Q1.csv", "--corrections", "bad.csv")).toMatchObject({
    exit: 0,
    stdout: results(`1,${read},07,2000-01-01,80,9,89,tot,Tốt,rated,,,,,`),
  });
});

const titled = rubric.replace(
  "type: text, required: true, header: [Tổ]",
  "type: text, required: true, from: title_rows, header: [Tổ]",
);
const inGroups = "Quý I năm 2026,,\nMã,Điểm A,Tỷ lệ\nTổ 1,,\n001,800,90\n002,70,90\nTổ 2,,\n003,700,90\n";

/** Rows of which two are given back from under titles, and mended. */
async function givenBackFromGroups(): Promise<string> {
  put("rubric.yaml", titled);
  put("s.csv", inGroups);
  await compute("s.csv", "--rejects", "bad.csv");
  return textOf("bad.csv").replace(",800,", ",80,").replace(",700,", ",70,");
}

test.each([
  [
    "Quý I ",
    "Quý II ",
    [
      "mended.csv:2",
      's.csv:4 is not the row any more that was given back: "Kỳ (period)" is "2026-Q1" here, and "2026-Q2" there',
    ],
  ],
  [
    "Tổ 2",
    "Tổ 9",
    ["mended.csv:3", 's.csv:7 is not the row any more that was given back: "Tổ" is "Tổ 2" here, and "Tổ 9" there'],
  ],
  [
    "Tổ 2",
    "",
    ["mended.csv:3", 's.csv:7 is not the row any more that was given back: "Tổ" is "Tổ 2" here, and "Tổ 1" there'],
  ],
])(
  "where the sheet has %s otherwise around a row by now, here as %s, the row is refused",
  async (before, now, said) => {
    put("mended.csv", await givenBackFromGroups());
    expect(await compute("s.csv", "--corrections", "mended.csv")).toMatchObject({ exit: 0, stderr: "" });
    put("s.csv", inGroups.replace(before, now));
    const { exit, stderr, stdout } = await compute("s.csv", "--corrections", "mended.csv", "--keep-going");
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: "" });
    for (const text of said) expect(stderr).toContain(text);
  },
);

test.each([
  [["2026-Q1=s.csv"], ["2026-Q2=s.csv"]],
  [
    ["s.csv", "--period", "2026-Q1"],
    ["s.csv", "--period", "2026-Q2"],
  ],
])("a row that was given back with %j is refused with %j", async (before, now) => {
  put("s.csv", "Mã,Tổ,Điểm A,Tỷ lệ\n001,T,800,90\n");
  await compute(...before, "--rejects", "bad.csv");
  put("bad.csv", textOf("bad.csv").replace("800", "80"));
  expect((await compute(...before, "--corrections", "bad.csv")).exit).toBe(0);
  expect((await compute(...now, "--corrections", "bad.csv")).stderr).toContain(
    's.csv:2 is not the row any more that was given back: "Kỳ (period)" is "2026-Q1" here, and "2026-Q2" there',
  );
});

test("an emptied row need not say its period and group, a filled one must", async () => {
  const mended = await givenBackFromGroups();
  const [head = "", first = "", second = ""] = mended.split("\n");
  put("mended.csv", [head, first, second.replace("003,70,90,2026-Q1,Tổ 2", ",,,,")].join("\n"));
  expect(await compute("s.csv", "--corrections", "mended.csv")).toMatchObject({
    exit: 0,
    stdout: results(
      "1,001,Tổ 1,2000-01-01,80,9,89,tot,Tốt,rated,,,,,",
      "2,002,Tổ 1,2000-01-01,70,9,79,kha,Khá,rated,,,,,",
    ),
  });
  put("mended.csv", [head, first, second.replace("2026-Q1,Tổ 2", ",")].join("\n"));
  expect((await compute("s.csv", "--corrections", "mended.csv")).stderr).toContain("error D155");
  put("mended.csv", [head, first, second.replace("003,70,90,2026-Q1,Tổ 2", ",,,2026-Q1,Tổ 1")].join("\n"));
  expect((await compute("s.csv", "--corrections", "mended.csv")).stderr).toContain("error D155");
});

describe("two scores of one item, in a sheet with a row for each", () => {
  const sheet = "Mã,Tổ,Tiêu chí,Điểm\n001,T,A,80\n002,T,A,70\n002,T,A,75\n001,T,B,90\n002,T,B,100\n002,T,Công việc,9\n";
  const error = /^2026-Q1\.csv:4:4: error D134: 002 has a second score of A\n {2}2026-Q1\.csv:3:4: the first one$/m;

  test("are given back together, and read as none of the two", async () => {
    put("2026-Q1.csv", sheet);
    const { stderr } = await compute("2026-Q1.csv", "--rejects", "bad.csv");
    expect(stderr).toMatch(error);
    expect(stderr).toContain("2026-Q1.csv:7:4: error D134: 002 has a second score of Công việc");
    expect(stderr).not.toContain("D202");
    const bad = textOf("bad.csv");
    expect(bad).toContain("\n002,T,70 | 75 | 9,100,2026-Q1,2026-Q1.csv:3,");
    expect((await compute("bad.csv")).stderr).toMatch(/^bad\.csv:2:3: error D202: .*"70 \| 75 \| 9"/m);
  });

  test.each([
    ["the first", "70", "2,002,T,2000-01-01,70,10,80,tot,Tốt,rated,,,,,"],
    ["the second", "75", "2,002,T,2000-01-01,75,10,85,tot,Tốt,rated,,,,,"],
  ])("%s may be chosen where they come back", async (_, score, result) => {
    put("2026-Q1.csv", sheet);
    await compute("2026-Q1.csv", "--rejects", "bad.csv");
    put("bad.csv", textOf("bad.csv").replace("70 | 75 | 9", score));
    expect(await compute("2026-Q1.csv", "--corrections", "bad.csv")).toEqual({
      exit: 0,
      stderr: "",
      stdout: results("1,001,T,2000-01-01,80,9,89,tot,Tốt,rated,,,,,", result),
    });
  });

  test("are still two where another cell is mended, and are given back once more", async () => {
    put("2026-Q1.csv", sheet);
    await compute("2026-Q1.csv", "--rejects", "bad.csv");
    put("bad.csv", textOf("bad.csv").replace("9,100,", "9,90,"));
    const again = await compute("2026-Q1.csv", "--corrections", "bad.csv", "--rejects", "worse.csv");
    expect(again.exit).toBe(1);
    expect(again.stderr).toMatch(error);
    expect(textOf("worse.csv")).toContain("\n002,T,70 | 75 | 9,90,2026-Q1,2026-Q1.csv:3,");
  });

  test("numbers of a workbook are together no number", async () => {
    const rows = [
      ["Mã", "Tổ", "Tiêu chí", "Điểm"],
      ["001", "T", "A", 70.125],
      ["001", "T", "A", 75.125],
      ["001", "T", "B", 100],
    ];
    putBook("q.xlsx", rows, () => undefined);
    const { stderr } = await compute("q.xlsx", "--rejects", "bad.xlsx");
    expect(stderr.match(/error D\d+/g)).toEqual(["error D134"]);
    const { Sheets, SheetNames } = read(readFileSync(path("bad.xlsx")));
    expect(Sheets[SheetNames[0] as string]?.C2).toMatchObject({ t: "s", v: "70.125 | 75.125" });
    type("bad.xlsx", 1, "A", 75.125);
    expect((await compute("q.xlsx", "--corrections", "bad.xlsx")).stdout).toBe(
      results("1,001,T,2000-01-01,75.125,10,85.13,tot,Tốt,rated,,,,,"),
    );
  });
});

test("whose rows came back emptied is told, and of rows put back only those that were", async () => {
  const [head = "", first = "", second = ""] = (await givenBackFromGroups()).split("\n");
  const said = async (rows: readonly string[], ...flags: string[]) => {
    put("mended.csv", [head, ...rows].join("\n"));
    const { stdout, stderr } = await score("check", "rubric.yaml", "s.csv", "--corrections", "mended.csv", ...flags);
    return stdout + stderr;
  };
  const emptied = second.replace("003,70,90,2026-Q1,Tổ 2", ",,,,");
  const both = await said([first, emptied]);
  expect(both).toContain("; mended row put back in line 4; row emptied in line 7\n");
  expect(both).toContain("s.csv:7: emptied by --corrections: 003\n");
  expect(await said([first, emptied], "--explain-sheets")).toContain("s.csv:7: emptied by --corrections: 003\n");
  expect(await said([emptied])).not.toContain("put back");
  expect(await said([first])).not.toContain("emptied");
  expect(await said([first.replace("2026-Q1", "2026-Q2")])).not.toContain("put back");
});

test("a period that the command line says for blank cells belongs to what stands around a row", async () => {
  put("s.csv", "Mã,Tổ,period,Điểm A,Tỷ lệ\n001,T,,800,100\n002,T,2026-Q1,70,100\n");
  await score("check", "rubric.yaml", "2026-Q1=s.csv", "--rejects", "bad.csv");
  put("bad.csv", textOf("bad.csv").replace("800", "80"));
  const back = await compute("2026-Q1=s.csv", "--corrections", "bad.csv");
  expect(back.stdout).toContain("1,001,T,2000-01-01,80,10,90,");
  const other = await compute("2026-Q2=s.csv", "--corrections", "bad.csv");
  expect(other).toMatchObject({ exit: 1, stdout: "", stderr: expect.stringContaining("bad.csv:2:6: error D155") });
  put("bad.csv", textOf("bad.csv").replace("001,T,2026-Q1,80,100", ",,2026-Q1,,"));
  expect((await score("check", "rubric.yaml", "2026-Q1=s.csv", "--corrections", "bad.csv")).stderr).toContain(
    "s.csv:2: emptied by --corrections: 001",
  );
});

test("a row that is another person's now is told, not one that had no key", async () => {
  put("2026-Q1.csv", "Mã,Tổ,Điểm A,Tỷ lệ\n1-2,T,900,100\n,T,70,100\n");
  await score("check", "rubric.yaml", "2026-Q1.csv", "--rejects", "bad.csv");
  put("bad.csv", textOf("bad.csv").replace("1-2,T,900", "1-3,T,90").replace("\n,T", "\n003,T"));
  const { stdout, stderr } = await score("check", "rubric.yaml", "2026-Q1.csv", "--corrections", "bad.csv");
  expect(stdout + stderr).toContain("2026-Q1.csv:2: by --corrections 1-2 is 1-3 now\n");
  expect(stdout + stderr).not.toContain("2026-Q1.csv:3: ");
});

test("a total of a group is no group of the rows behind it", async () => {
  put("rubric.yaml", titled);
  const total = "Cộng tổ 1";
  put(
    "s.csv",
    `Quý I năm 2026,,,\nSTT,Mã,Điểm A,Tỷ lệ\n,Tổ 1,,\n1,001,80,90\n2,${total},,\n3,002,700,90\n,${total},,\n4,003,700,90\n`,
  );
  await compute("s.csv", "--rejects", "bad.csv");
  const bad = textOf("bad.csv");
  expect(bad).toContain("\n3,002,700,90,2026-Q1,Tổ 1,s.csv:6,");
  expect(bad).toContain("\n4,003,700,90,2026-Q1,Tổ 1,s.csv:8,");
  expect(bad).not.toMatch(/Cộng tổ 1,s\.csv/);
});
