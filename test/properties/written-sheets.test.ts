// A table reads back as the same values from every dialect, encoding and kind of workbook.
import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDecimal } from "../../src/number/decimal.ts";
import type { Exact } from "../../src/number/exact.ts";
import { divide } from "../../src/number/exact.ts";
import { readAll, smallPlan } from "../support/sheet.ts";

const plan = smallPlan();
const head = ["code", "full_name", "period", "A"];
const word = fc.constantFrom(
  "Nguyễn",
  "Thị",
  "Ân",
  "Đỗ",
  "Ý",
  "Hoà",
  'Tèo "Bé"',
  "a;b",
  "x|y",
  "O'Neil",
  "=B2",
  "-5",
  "Lê, An",
);
const people = fc.uniqueArray(
  fc.record({
    code: fc.oneof(
      fc.stringMatching(/^0\d{1,5}$/),
      fc.stringMatching(/^[A-Z]{2}\d{2}$/),
      fc.stringMatching(/^[1-9]\d{2}E\d$/),
    ),
    name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")),
    hundredths: fc.integer({ min: 0, max: 9999 }),
  }),
  { minLength: 1, maxLength: 6, selector: ({ code }) => code },
);
type People = typeof people extends fc.Arbitrary<infer T> ? T : never;

const decimal = (hundredths: number): string => formatDecimal(divide(hundredths, 100));
const quoted = (cell: string, mark: string): string =>
  cell.includes('"') || cell.includes(mark) ? `"${cell.replaceAll('"', '""')}"` : cell;
const csv = (rows: People, mark: string, point = "."): string =>
  [head, ...rows.map(({ code, name, hundredths }) => [code, name, "2026-Q1", decimal(hundredths).replace(".", point)])]
    .map((cells) => `${cells.map((cell) => quoted(cell, mark)).join(mark)}\r\n`)
    .join("");
const book = (rows: People, bookType: "xlsx" | "xls" | "ods"): Buffer => {
  const cells = [head, ...rows.map(({ code, name, hundredths }) => [code, name, "2026-Q1", hundredths / 100])];
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(cells), "Quý I");
  return write(workbook, { type: "buffer", bookType });
};

const kinds: Readonly<Record<string, (rows: People) => Uint8Array>> = {
  "s.csv": (rows) => Buffer.from(csv(rows, ",")),
  "s;.csv": (rows) => Buffer.from(`\uFEFF${csv(rows, ";", ",")}`),
  "s.tsv": (rows) => Buffer.from(csv(rows, "\t", ",")),
  "s|.csv": (rows) => Buffer.from(`sep=|\r\n${csv(rows, "|")}`),
  "unicode.txt": (rows) => Buffer.from(`\uFEFF${csv(rows, "\t", ",")}`, "utf16le"),
  "utf-16be.txt": (rows) => Buffer.from(`\uFEFF${csv(rows, "\t")}`, "utf16le").swap16(),
  "s.xlsx": (rows) => book(rows, "xlsx"),
  "s.xls": (rows) => book(rows, "xls"),
  "s.ods": (rows) => book(rows, "ods"),
};

describe.each(Object.keys(kinds))("%s", (name) => {
  test("gives the same people and points", async () => {
    const property = fc.asyncProperty(people, async (rows) => {
      const read = await readAll(plan, { [name]: (kinds[name] as (typeof kinds)[string])(rows) });
      expect(read.errors).toEqual([]);
      expect(
        read.rows.map(({ key, columns, cells }) => [key, columns[1], formatDecimal(divide(cells[0] as Exact, 100))]),
      ).toEqual(rows.map(({ code, name: full, hundredths }) => [code, full, decimal(hundredths)]));
    });
    await fc.assert(property, { endOnFailure: true });
  });
});
