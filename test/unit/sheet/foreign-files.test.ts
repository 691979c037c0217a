// What is no workbook that can be read, whatever its name, is refused in words that say what it is.
import { CFB, utils, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { zipped } from "../../../src/sheet/1-records/workbook/zip.ts";
import { readAll, smallPlan } from "../../support/sheet.ts";

const container = (...parts: string[]): Buffer => zipped(new Map(parts.map((name) => [name, Buffer.from("x")])));

/** An old workbook whose first record says that those behind it are encrypted (FilePass). */
function protectedBook(): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["code", "full_name", "period", "A"]]), "Q1");
  const file = CFB.read(write(book, { type: "buffer", bookType: "xls" }), { type: "buffer" });
  const entry = CFB.find(file, "/Workbook");
  const stream = Buffer.from(entry.content);
  const begin = 4 + stream.readUInt16LE(2);
  const content = Buffer.concat([
    stream.subarray(0, begin),
    Buffer.from("2f00020000000000", "hex"),
    stream.subarray(begin),
  ]);
  Object.assign(entry, { content, size: content.length });
  return CFB.write(file, { type: "buffer" });
}

test.each([
  ["q.xlsb", container("[Content_Types].xml", "xl/workbook.bin"), "D102", "a binary workbook (.xlsb)"],
  ["q.numbers", container("Index/Document.iwa", "Metadata/Properties.plist"), "D102", "a document of Apple Numbers"],
  ["q.numbers", container("Index.zip", "preview.jpg"), "D102", "a document of Apple Numbers"],
  ["q.xlsx", container("[Content_Types].xml", "word/document.xml"), "D102", "another kind of document"],
  ["q.ods", zipped(new Map([["content.xml", Buffer.from("<office:text/>")]])), "D102", "another kind of document"],
  ["q.zip", container("q.csv"), "D102", "another kind of document"],
  ["q.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "D101", "a picture"],
  ["q.jpg", Buffer.from("ffd8ffe000104a46494600", "hex"), "D101", "a picture"],
  ["q.xls", protectedBook(), "D141", "password"],
  ["q.xls", Buffer.from("code\tfull_name\n"), "D102", "a text file under the name of a workbook"],
  ["q.xlsx", Buffer.alloc(0), "D103", "empty"],
])("%s", async (name, bytes, code, words) => {
  const { errors, messages } = await readAll(smallPlan(), { [name]: bytes });
  expect(errors).toEqual([`${code} 1:1`]);
  expect(messages[0]).toContain(words);
});
