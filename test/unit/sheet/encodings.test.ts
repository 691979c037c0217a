import { readFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import type { Encoding } from "../../../src/sheet/1-records/encodings/decode.ts";
import { decoder } from "../../../src/sheet/1-records/encodings/decode.ts";
import { encodingAmong, encodingOf } from "../../../src/sheet/1-records/encodings/detect.ts";
import { root } from "../../support/files.ts";
import { readAll, smallPlan } from "../../support/sheet.ts";

const pairs: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(join(root, "test/sheets/encodings.json"), "utf8"),
);

const read = (encoding: Encoding, bytes: Uint8Array, isUtf8 = false): string => {
  const decode = decoder(encoding, isUtf8);
  return (decode(bytes) + decode()).normalize("NFC");
};

describe.each(Object.keys(pairs))("%s", (name) => {
  const encoding = name as Encoding;
  const words = Object.entries(pairs[name] ?? {});

  test("as independent converters have it", () => {
    expect(words.length).toBeGreaterThan(70);
    for (const [word, hex] of words) expect(read(encoding, Buffer.from(hex, "hex")), hex).toBe(word);
  });

  test("is told from its words, whatever blocks it comes in", () => {
    const bytes = Buffer.concat(words.flatMap(([, hex]) => [Buffer.from(hex, "hex"), Buffer.from(";")]));
    expect(encodingOf(bytes)).toBe(encoding);
    const decode = decoder(encoding, false);
    const text = [...bytes].map((byte) => decode(Buffer.from([byte]))).join("") + decode();
    expect(text.normalize("NFC")).toBe(words.map(([word]) => `${word};`).join(""));
  });
});

test.each([
  ["vni", "Hoï vaø teân;Nguyeãn Thò Hoàng", "Họ và tên;Nguyễn Thị Hồng"],
  ["vni", "Nguyeãn Vaên Quyù, kyø, kyû, kyõ, kyï, kî", "Nguyễn Văn Quý, kỳ, kỷ, kỹ, kỵ, kỵ"],
  ["tcvn3", "Hä vµ tªn;NguyÔn ThÞ Hång", "Họ và tên;Nguyễn Thị Hồng"],
  ["tcvn3", "NGUYÔN V¡N ¢N", "NGUYỄN VĂN ÂN"],
] as const)("%s that was saved as UTF-8: %s", (encoding, written, meant) => {
  expect(encodingOf(Buffer.from(written))).toBe(encoding);
  expect(read(encoding, Buffer.from(written), true)).toBe(meant);
});

test.each([
  ["UTF-8", Buffer.from("Mã,Họ và tên\n1,Nguyễn Văn Ân"), "utf-8"],
  ["plain ASCII", Buffer.from("code,name\n1,An"), "utf-8"],
  ["French", Buffer.from("nom,prénom\n1,Élodie\n2,Jérôme à côté"), "utf-8"],
  ["Chinese", Buffer.from("编号,姓名\n1,王伟"), "utf-8"],
  ["UTF-16 with a mark", Buffer.from("\uFEFFMã\tTên", "utf16le"), "utf-16le"],
  ["UTF-16 without one", Buffer.from("code,name", "utf16le"), "utf-16le"],
  ["UTF-16 without one, whose second letter is no plain one", Buffer.from("Mẫu số 1\nMã,Tên", "utf16le"), "utf-16le"],
  ["the same, the larger byte first", Buffer.from("BẢNG ĐIỂM\nMã,Tên", "utf16le").swap16(), "utf-16be"],
  ["UTF-8 with a zero byte", Buffer.from("Mã,Tên\n001,A\0"), "utf-8"],
  ["UTF-16, the larger byte first", Buffer.from("\uFEFFcode,name", "utf16le").swap16(), "utf-16be"],
  ["French of Windows-1252", Buffer.from("nom;prénom\n1;Élodie\n2;Jérôme Noël à côté", "latin1"), undefined],
])("%s is told", (_, bytes, encoding) => {
  expect(encodingOf(bytes)).toBe(encoding);
});

test.each([
  ["vni", "ma,ten\n1,Nguyeãn Vaên An"],
  ["vni", "Maõ,Hoï teân\n1,An"],
  ["tcvn3", "ma,ten\n1,NguyÔn V¨n An"],
  ["tcvn3", "Mã,Họ tên\n1,Hà Thị Lụa\n2,NguyÔn V¨n ¢n"],
  ["vni", "Mã,Họ tên,Chi bộ\n1,Hà Thị Lụa,Ñoâng Haø\n2,Đỗ Văn Mạnh,Ñoâng Haø"],
  ["tcvn3", "M·,Hä tªn\n1,H'Hen Niª\n2,Y Bh¬k £ban\n3,Siu Phíc"],
] as const)("%s in a few words, or among others: %s", (encoding, written) => {
  expect(encodingOf(Buffer.from(written))).toBe(encoding);
});

test.each([
  ["of Portuguese", "Mã,Họ tên\n1,João Simões\n2,Inês Conceição\n3,Antônio Mãe"],
  ["of Êđê", "Mã,Họ tên\n1,H Ƀlĭ Niê\n2,Y Bhơk Êban\n3,Siu Phơng"],
  ["of French", "Mã,Họ tên\n1,Loïc Thaï\n2,Noël Joël\n3,Hà"],
  ["and signs", "Mã,Họ tên\n1,An · Bình\n2,«B» · µm\n3,C · D"],
])("names %s in Unicode are no old font", (_, text) => {
  expect(encodingOf(Buffer.from(text))).toBe("utf-8");
});

test.each([
  ["names of two languages", "Mã;Họ tên\n1;Y Bhơk Êban\n2;H Niê\n3;Siu Phước", "windows-1258"],
  // In TCVN3 it is Tú, in Windows-1258 Tó.
  ["what is Vietnamese in two", "ma;ten\n1;T\u00F3\n", undefined],
  // No word has a capital in its middle: it is Chí, not ChƯ.
  ["what is Vietnamese in one alone", "ma;ten\n1;Ch\u00DD\n", "tcvn3"],
])("%s, without Unicode", (_, text, encoding) => {
  const letters: Readonly<Record<string, string>> = { ơ: "\u00F5", ọ: "o\u00F2", ư: "\u00FD", ớ: "\u00F5\u00EC" };
  const bytes = Buffer.from(
    text.replace(/[ơọướ]/g, (letter) => letters[letter] as string),
    "latin1",
  );
  expect(encodingOf(bytes)).toBe(encoding);
});

describe("behind many words that tell nothing", () => {
  const many = (line: string): string => line.repeat(5000);
  const old = { tcvn3: "NguyÔn V¨n ¢n\nTrÇn ThÞ BÐ\n", vni: "Nguyeãn Thò Hoàng\nÑoã Vaên Phöôùc\n" };
  const windows1258 = Buffer.from("Nguy\u00EA\u00DEn Ph\u00FD\u00F5ng Lan\n", "latin1");

  test.each([
    ["ASCII", "1,Le An\n", "tcvn3"],
    ["ASCII", "1,Le An\n", "vni"],
    ["Unicode", "1,Nguyễn Văn Ân\n", "tcvn3"],
    ["Unicode", "1,Nguyễn Văn Ân\n", "vni"],
  ] as const)("of %s (%s): %s", (_, line, encoding) => {
    expect(encodingOf(Buffer.from(many(line) + old[encoding]))).toBe(encoding);
  });

  test("bytes that are no UTF-8", () => {
    expect(encodingOf(Buffer.concat([Buffer.from(many("1,Le An\n")), windows1258]))).toBe("windows-1258");
  });

  test("foreign names stay what they are", () => {
    const names = "João Simões\nInês Conceição\nLoïc Thaï\nKöhler\n«B» · µm\n";
    expect(encodingOf(Buffer.from(many("1,Nguyễn Văn Ân\n") + names))).toBe("utf-8");
  });

  test.each(["xlsx", "xls", "ods"] as const)("in a tab (%s)", async (bookType) => {
    const heads = ["code", "full_name", "period", "A"];
    const people = Array.from({ length: 200 }, (_, at) => [`${1000 + at}`, "Nguyễn Văn Ân", "2026-Q1", 80]);
    const sheet = utils.aoa_to_sheet([heads, ...people, ["2001", "NguyÔn V¨n ¢n", "2026-Q1", 80]]);
    const book = utils.book_new(sheet, "1");
    const { rows, errors } = await readAll(plan, { [`s.${bookType}`]: write(book, { type: "buffer", bookType }) });
    expect([rows, errors]).toEqual([[], ["D168 1:1"]]);
  });

  test("a head that is cut off within a letter", () => {
    expect(encodingOf(Buffer.from("1,Le An\n2,Nguyễn").subarray(0, -2))).toBe("utf-8");
  });
});

const plan = smallPlan();
const table = "code,full_name,period,A\n001,Nguyễn Văn Ân,2026-Q1,80\n";

test.each([
  ["utf-16le", Buffer.from(`\uFEFF${table}`, "utf16le")],
  ["utf-16be", Buffer.from(`\uFEFF${table}`, "utf16le").swap16()],
])("a sheet in %s is read, and it is said", async (encoding, bytes) => {
  const { rows, errors, notes } = await readAll(plan, { "s.txt": bytes });
  expect(errors).toEqual([]);
  expect(rows.map(({ columns }) => columns[1])).toEqual(["Nguyễn Văn Ân"]);
  expect(notes[0]?.encoding).toBe(encoding);
});

test.each(["xlsx", "xls", "ods"] as const)(
  "text of an old font in one tab of a workbook (%s) is refused",
  async (bookType) => {
    const heads = ["code", "full_name", "period", "A"];
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([heads, ["001", "Nguyễn Văn Ân", "2026-Q1", 80]]), "1");
    utils.book_append_sheet(book, utils.aoa_to_sheet([heads, ["002", "NguyÔn V¨n ¢n", "2026-Q1", 80]]), "2");
    const file = `s.${bookType}`;
    const { rows, errors } = await readAll(plan, { [file]: write(book, { type: "buffer", bookType }) });
    expect([rows, errors]).toEqual([[], ["D145 1:1"]]);
  },
);

describe("an encoding that was stated is not that of a file in Unicode", () => {
  const unicode = "Mã,Họ tên\n1,Lê Thị Khá";
  const old = "M·,Hä tªn\n1,Lª ThÞ Kh¸";
  const mixed = "Mã,Họ tên\n1,Lª ThÞ Kh¸\n2,TrÇn V¨n B×nh";

  test.each([
    ["tcvn3", unicode, "utf-8"],
    ["vni", unicode, "utf-8"],
    ["windows-1258", unicode, "utf-8"],
    ["tcvn3", old, "tcvn3"],
    ["tcvn3", "ma,ten\n1,Tó", "tcvn3"],
    ["utf-8", old, "utf-8"],
    ["utf-8", mixed, "utf-8"],
    [undefined, old, { kind: "font", encoding: "tcvn3", isMixed: false }],
    [undefined, mixed, { kind: "font", encoding: "tcvn3", isMixed: true }],
    ["tcvn3", mixed, { kind: "font", encoding: "tcvn3", isMixed: true }],
  ] as const)("%s: %s", (stated, text, found) => {
    expect(encodingAmong(Buffer.from(text), stated)).toEqual(found);
  });

  test("nor that of a tab in Unicode", async () => {
    const heads = ["code", "full_name", "period", "A"];
    const book = (...names: string[]): Buffer => {
      const made = utils.book_new();
      for (const [at, name] of names.entries())
        utils.book_append_sheet(made, utils.aoa_to_sheet([heads, [`00${at}`, name, "2026-Q1", 80]]));
      return write(made, { type: "buffer", bookType: "xlsx" });
    };
    const { rows, errors } = await readAll(plan, { "s.xlsx": book("Lê Thị Khá", "Lª ThÞ Kh¸") }, { encoding: "tcvn3" });
    expect(errors).toEqual([]);
    expect(rows.map(({ columns }) => columns[1])).toEqual(["Lê Thị Khá", "Lê Thị Khá"]);
    const both = await readAll(plan, { "s.xlsx": book("Lê Thị Khá; TrÇn V¨n B×nh") }, { encoding: "tcvn3" });
    expect([both.rows, both.errors]).toEqual([[], ["D168 1:1"]]);
  });
});
