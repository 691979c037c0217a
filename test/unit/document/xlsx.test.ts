import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Book } from "../../../src/document/xlsx/book.ts";
import { letters } from "../../../src/document/xlsx/book.ts";
import { bookBytes } from "../../../src/document/xlsx/write-book.ts";
import type { Records } from "../../../src/sheet/1-records/records.ts";
import { workbookRecords } from "../../../src/sheet/1-records/workbook/open-workbook.ts";
import { hasOffice, officeConverted } from "../../support/libreoffice.ts";

const book: Book = {
  title: "Bảng điểm",
  tabs: [
    {
      name: "2026-Q1",
      titles: ["Bảng điểm: Quý I/2026"],
      columns: [
        { head: "Mã" },
        { head: "Họ và tên", note: "như trong hồ sơ" },
        { head: "Điểm", places: 2 },
        { head: "Mức" },
      ],
      rows: [
        ["007", "Nguyễn Văn Ân", { number: "89.5" }, "Tốt"],
        ["=1+1", "Trần Thị Bé", { number: "0.33" }, "Khá"],
        ["3/4", undefined, { number: "12345678901234567890" }, undefined],
        ["1E5", "", { formula: "1+2" }, "Khá"],
      ],
      notes: ["Người lập biểu"],
      tints: { column: 3, texts: ["Tốt", "Khá"] },
    },
    { name: "2026-q1", titles: [], columns: [{ head: "a" }], rows: [] },
    { name: "Chi bộ [1]: Trường Tiểu học và Trung học cơ sở", titles: [], columns: [{ head: "a" }], rows: [["b"]] },
  ],
};

const read = (bytes: Uint8Array): readonly Records[] => {
  const tabs = workbookRecords("b.xlsx", Buffer.from(bytes), undefined);
  if ("kind" in tabs) throw new Error(`not read: ${tabs.kind}`);
  return tabs;
};

test("texts stay texts, numbers numbers, and names of tabs are such as spreadsheets take", async () => {
  const [first, ...others] = read(await bookBytes(book));
  expect(first?.head(9)).toEqual([
    ["Bảng điểm: Quý I/2026", "", "", ""],
    ["", "", "", ""],
    ["Mã", "Họ và tên", "Điểm", "Mức"],
    ["007", "Nguyễn Văn Ân", "89.5", "Tốt"],
    ["=1+1", "Trần Thị Bé", "0.33", "Khá"],
    ["3/4", "", "12345678901234567890", ""],
    ["1E5", "", "=…", "Khá"],
    ["", "", "", ""],
    ["Người lập biểu", "", "", ""],
  ]);
  expect(others.map(({ tab }) => tab?.name)).toEqual(["2026-q1 2", "Chi bộ -1-- Trường Tiểu học và "]);
});

test("a text turns nothing around, and is no longer than a spreadsheet can hold", async () => {
  const texts = ["gpj.\u202Eexe", "\u2066An\u2069", "dài".repeat(20_000)];
  const tab = { name: "a", titles: ["Bảng\u202E"], columns: [{ head: "Mã\u202E" }], rows: texts.map((text) => [text]) };
  const [first] = read(await bookBytes({ title: "", tabs: [tab] }));
  const [title, , head, exe, an, long] = first?.head(9).flat() ?? [];
  expect([title, head, exe, an]).toEqual(["Bảng", "Mã", "gpj.exe", "An"]);
  expect(long).toMatch(/^(?:dài)+dà?…$|^(?:dài)+…$/);
  expect(long?.length).toBeLessThanOrEqual(32_767);
});

test("the same book gives the same bytes", async () => {
  expect(Buffer.from(await bookBytes(book)).equals(Buffer.from(await bookBytes(book)))).toBe(true);
});

describe.skipIf(!hasOffice)("LibreOffice", () => {
  test("reads the same, and computes formulas", { timeout: 120_000 }, async () => {
    const csv = officeConverted(
      "b.xlsx",
      await bookBytes(book),
      "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false",
    );
    // How many zeros a number is shown with is another matter.
    const lines = csv
      .toString("utf8")
      .replace(/(\.\d*?)0+(?=;)/g, "$1")
      .replace(/\.(?=;)/g, "")
      .split("\n");
    expect(lines.slice(2, 7)).toEqual([
      "Mã;Họ và tên;Điểm;Mức",
      "007;Nguyễn Văn Ân;89.5;Tốt",
      "=1+1;Trần Thị Bé;0.33;Khá",
      "3/4;;12345678901234567890;",
      "1E5;;3;Khá",
    ]);
  });
});

test("what stays in sight is printed on every page, whatever the name of the tab", async () => {
  const heads = (count: number) => Array.from({ length: count }, (_, at) => ({ head: `${at}`, width: 10 }));
  const tab = { titles: [], rows: [["b"]], frozen: 2 };
  const tabs = [
    { ...tab, name: "2026-Q1", columns: heads(25) },
    { ...tab, name: "Tổ '1'", columns: heads(26), titles: ["Bảng điểm"], headed: 1 },
    { ...tab, name: "lines", columns: heads(1), lines: [0] },
  ];
  const bytes = await bookBytes({ title: "", tabs });
  const parts = (file: Uint8Array, name: string): string => strFromU8(unzipSync(file)[name] as Uint8Array);
  const printed = [...parts(bytes, "xl/workbook.xml").matchAll(/Print_Titles" localSheetId="(\d)">([^<]*)</g)];
  expect(printed.map(([, at, range]) => [at, range])).toEqual([
    ["0", "'2026-Q1'!$A:$B,'2026-Q1'!$1:$1"],
    ["1", "'Tổ ''1'!$A:$B,'Tổ ''1'!$3:$4"],
  ]);
  // Wider than can be read on one page: on two beside each other.
  const pagesIn = (at: number) => /fitToWidth="(\d)"/.exec(parts(bytes, `xl/worksheets/sheet${at}.xml`))?.[1];
  expect([1, 2, 3].map(pagesIn)).toEqual(["1", "2", "1"]);
});

test("letters of columns", () => {
  expect([0, 25, 26, 701, 702].map(letters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
});
