// Names in two columns of a workbook, below one head that is merged over both.
import type { WorkSheet } from "@e965/xlsx";
import { utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { readAll, smallPlan } from "../../support/sheet.ts";

const plan = smallPlan();

function workbook(cells: unknown[][], merges: readonly string[]): Buffer {
  const book = utils.book_new();
  const sheet: WorkSheet = utils.aoa_to_sheet(cells);
  sheet["!merges"] = merges.map((range) => utils.decode_range(range));
  utils.book_append_sheet(book, sheet, "Quý I");
  return write(book, { type: "buffer", bookType: "xlsx" });
}

const head = ["code", "full_name", null, "period", "A"];
const names = async (cells: unknown[][], merges: readonly string[]): Promise<unknown[]> => {
  const { rows, errors } = await readAll(plan, { "s.xlsx": workbook(cells, merges) });
  expect(errors).toEqual([]);
  return rows.map(({ columns }) => columns[1]);
};

test("a name below a head that is merged over two columns is both of them", async () => {
  const rows = [
    ["01", "Nguyễn Văn", "An", "2026-Q1", 90],
    ["02", "Trần Thị", "Bình", "2026-Q1", 80],
  ];
  expect(await names([head, ...rows], ["B1:C1"])).toEqual(["Nguyễn Văn An", "Trần Thị Bình"]);
});

test("a name that is merged over the rows of several periods is joined in each of them", async () => {
  const rows = [
    ["01", "Nguyễn Văn", "An", "2026-Q1", 90],
    ["01", null, null, "2026-Q2", 80],
    ["02", "Trần Thị", "Bình", "2026-Q1", 80],
  ];
  const found = await names([head, ...rows], ["B1:C1", "B2:B3", "C2:C3"]);
  expect(found).toEqual(["Nguyễn Văn An", "Nguyễn Văn An", "Trần Thị Bình"]);
});

test("given names of several words are such where they are few among others", async () => {
  const names = ["An", "Bình", "Cúc Phương", "Hà Nội"];
  const read = async (...given: string[]) => {
    const rows = given.map((each, at) => [`0${at}`, "Trần", each, "2026-Q1", 90]);
    const { rows: read, errors } = await readAll(plan, { "s.xlsx": workbook([head, ...rows], ["B1:C1"]) });
    return errors[0] ?? read.map(({ columns }) => columns[1]);
  };
  expect(await read(...names.slice(0, 3))).toEqual(["Trần An", "Trần Bình", "Trần Cúc Phương"]);
  expect(await read(...names)).toBe("D125 4:3");
  expect(await read("An", "Bình", "Nghỉ phép")).toBe("D125 4:3");
});

test("a number below such a head is no given name", async () => {
  const rows = [
    ["01", "Nguyễn Văn", "An", "2026-Q1", 90],
    ["02", "Trần Thị", 7, "2026-Q1", 80],
  ];
  const { errors } = await readAll(plan, { "s.xlsx": workbook([head, ...rows], ["B1:C1"]) });
  expect(errors).toEqual(["D125 3:3"]);
});

test("below two heads any text is a given name, in a file with a row for each item too", async () => {
  const sheet = "code,Họ đệm,Tên,period,item,score\n01,Trần Thị,Vân Anh,2026-Q1,A,90\n";
  const { rows, errors } = await readAll(plan, { "s.csv": sheet });
  expect(errors).toEqual([]);
  expect(rows.map(({ columns }) => columns[1])).toEqual(["Trần Thị Vân Anh"]);
});
