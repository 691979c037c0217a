// The sheet of bench/sheet.mjs as a workbook of 25 columns, and the library that reads workbooks, alone: what reading costs whoever uses it.
//
//   node bench/workbook.mjs FILE.xlsx        reads it
//   node bench/workbook.mjs FILE.xlsx ROWS   writes it
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { read, utils, write } from "@e965/xlsx";
import { writeSheet } from "./sheet.mjs";

const firstScore = 5;
const scores = 17;

const [path, rows] = process.argv.slice(2);
if (rows === undefined) {
  // As score asks for it, and no less: numbers with their formats, what has a formula, what is hidden.
  const asked = {
    cellFormula: true,
    sheetStubs: true,
    cellStyles: true,
    cellNF: true,
    cellHTML: false,
    cellText: false,
  };
  read(readFileSync(path), { type: "buffer", dense: true, ...asked });
} else {
  const csv = `${path}.csv`;
  writeSheet(csv, Number(rows));
  const [head, ...people] = utils.sheet_to_json(
    read(readFileSync(csv, "utf8"), { type: "string", raw: true }).Sheets.Sheet1,
    { header: 1 },
  );
  rmSync(csv);
  const typed = people.map((row, at) => [
    at + 1,
    ...Array.from(head, (_, column) =>
      column >= firstScore && column < firstScore + scores ? Number(row[column]) : (row[column] ?? null),
    ),
    `2026-04-${String((at % 28) + 1).padStart(2, "0")}`,
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["stt", ...head, "submitted"], ...typed], { dense: true }), "2026");
  writeFileSync(path, write(book, { type: "buffer", bookType: "xlsx", compression: true }));
}
