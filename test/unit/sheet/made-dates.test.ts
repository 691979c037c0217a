// Dates that spreadsheets made of keys and groups such as 3-5.
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { isMadeOf } from "../../../src/sheet/3-cells/date-cell.ts";
import { withFolder, writeTree } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";

const rubric = (key: string, columns: string, more = ""): string => `schema: 1
id: thu
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { noun: tổ, key: ${key} }
columns:
${columns}
areas: [{ id: D, max: 10, column: Điểm }]
total: { max: 10, clamp: false }
bands: [{ id: a, from: 8 }, { id: c }]
${more}`;
const text = (id: string, header: string, match = ""): string =>
  `  ${id}: { type: text, required: true, header: ${header}${match} }\n`;
const plain = rubric("to", text("to", "Tổ"));

async function run(command: string[], files: Readonly<Record<string, string>>) {
  return withFolder(async (cwd) => {
    writeTree(cwd, Object.entries(files));
    const { exit, stderr } = await runHere([...command, "--lang", "en"], { cwd });
    const found = [...stderr.matchAll(/^(\S+): error (D251): "(.*)" in .* is a date/gm)];
    return { exit, found: found.map(([, place, , date]) => `${place} ${date}`) };
  });
}

const compute = (yaml: string, sheet: string, ...flags: string[]) =>
  run(["compute", "r.yaml", "2026-Q1=s.csv", ...flags], {
    "r.yaml": yaml,
    "s.csv": sheet,
    "d.csv": "key,period,action,value,reason,authority\n03/05/2026,2026-Q1,set_band,a,r,a\n",
  });

describe("is a mistake", () => {
  test.each(["03/05/2026", "2026-05-03", "3-May", "03-Thg5"])("as a key: %s", async (date) => {
    expect(await compute(plain, `Tổ,Điểm\n${date},8\n`)).toEqual({ exit: 1, found: [`s.csv:2:1 ${date}`] });
  });

  test("in a decision", async () => {
    const { found } = await compute(plain, "Tổ,Điểm\n3-5,8\n", "--decisions", "d.csv");
    expect(found).toEqual(["d.csv:2:1 03/05/2026"]);
  });

  test("in a list of people", async () => {
    const files = { "r.yaml": plain, "l.csv": "Tổ\n6/13\n06/01/2026\n" };
    expect(await run(["template", "r.yaml", "--roster", "l.csv"], files)).toEqual({
      exit: 1,
      found: ["l.csv:3:1 06/01/2026"],
    });
  });

  const ranked = "ranking: { within: [lop], by: [total] }\n";
  test.each(["", ", match: fold"])("beside what it was made of, in a group%s", async (match) => {
    const yaml = rubric("ma", text("ma", "Mã") + text("lop", "Lớp", match), ranked);
    const sheet = (lop: string): string => `Mã,Lớp,Điểm\n001,6/13,8\n002,${lop},9\n003,${lop},9\n`;
    expect((await compute(yaml, sheet("06/01/2026"))).found).toEqual(["s.csv:3:2 06/01/2026"]);
    expect((await compute(yaml, sheet("6-Jan"))).found).toEqual(["s.csv:3:2 6-Jan"]);
    expect((await compute(yaml, sheet("6/1"))).found).toEqual([]);
  });

  test("in a birthday beside the text that it was made of", async () => {
    const yaml = rubric("[ten, sinh]", text("ten", "Tên") + text("sinh", "Ngày sinh"));
    expect((await compute(yaml, "Tên,Ngày sinh,Điểm\nAn,03/05/1980,8\nBình,3-5,8\n")).found).toEqual([
      "s.csv:2:2 03/05/1980",
    ]);
  });
});

describe("one text in two ways", () => {
  test.each([
    ["9/1", "9-1", 1],
    ["9.1", "9/1", 1],
    ["1/5", "01/05", 1],
    ["9.1", "9.10", 0],
    ["9/1", "9/11", 0],
    ["Tổ 1", "Tổ 01", 1],
    ["Tổ 1", "TỔ SỐ 1", 1],
    ["Tổ số 02", "Tổ II", 1],
    ["Chi bộ số 2", "Chi bộ: 2.", 1],
    ["Khối 6", "Khối VI", 1],
    ["Tổ 1 khối 6", "Tổ I khối VI", 1],
    ["Tổ 1", "Tổ 11", 0],
    ["Tổ 1", "Tổ 1a", 0],
    ["Tổ I", "Tổ II", 0],
    ["Đội 1-2", "Đội 12", 0],
    ["Nguyễn Văn Vinh", "Nguyễn Văn 5inh", 0],
    ["NV01", "NV1", 0],
    ["12-345", "12/345", 0],
  ])("%s and %s", async (one, other, exit) => {
    for (const match of ["", ", match: fold"]) {
      const yaml = rubric("to", text("to", "Tổ", match));
      expect((await compute(yaml, `Tổ,Điểm\n${one},8\nA1,8\n${other},8\n`)).exit).toBe(exit);
    }
    const exact = rubric("to", text("to", "Tổ", ", match: exact"));
    expect((await compute(exact, `Tổ,Điểm\n${one},8\n${other},8\n`)).exit).toBe(0);
  });
});

test.each([
  ["A1", "A01", 1],
  ["10A1", "10A01", 1],
  ["01", "1.0", 1],
  ["KT.1", "KT-01", 1],
  ["10A1", "10A11", 0],
  ["10V1", "1051", 0],
])("two codes of groups: %s and %s", async (one, other, exit) => {
  const yaml = rubric("ma", text("ma", "Mã") + text("lop", "Lớp"), "ranking: { within: [lop], by: [total] }\n");
  expect((await compute(yaml, `Mã,Lớp,Điểm\na,${one},8\nb,${other},8\nc,B,8\n`)).exit).toBe(exit);
});

test("a group in a key is asked about as a group, and its codes alone as codes", async () => {
  const yaml = (more: string): string => rubric("[lop, ten]", text("lop", "Lớp") + text("ten", "Tên"), more);
  const sheet = "Lớp,Tên,Điểm\n10A1,An,8\n10A01,An,8\n";
  expect((await compute(yaml(""), sheet)).exit).toBe(0);
  expect((await compute(yaml("ranking: { within: [lop], by: [total] }\n"), sheet)).exit).toBe(1);
});

describe("one birthday in two ways", () => {
  const yaml = (match: string): string => rubric("[ten, sinh]", text("ten", "Tên") + text("sinh", "Ngày sinh", match));
  const sheet = (day: string): string => `Tên,Ngày sinh,Điểm\nAn,1/2/2010,8\nBình,3/4/2011,8\nAn,"${day}",8\n`;

  test.each([
    ["01/02/2010", 1],
    ["2010-02-01", 1],
    ["1.2.2010", 1],
    ["1/2/10", 1],
    ["01-Feb-2010", 1],
    ["Feb 1, 2010", 1],
    ["1-Thg2-10", 1],
    ["2010-02-01 00:00:00", 1],
    ["ngày 1 tháng 2 năm 2010", 1],
    ["01 tháng 2, 2010", 1],
    ["1 tháng 3 năm 2010", 0],
    ["2/1/2010", 0],
    ["1/2/1910", 0],
    ["2010", 0],
  ])("1/2/2010 and %s", async (day, exit) => {
    expect((await compute(yaml(""), sheet(day))).exit).toBe(exit);
    expect((await compute(yaml(", match: exact"), sheet(day))).exit).toBe(0);
  });

  test("and beside a number that is a date without its format", async () => {
    for (const days of [
      ["40301", "3/4/2011"],
      ["3/4/2011", "40301"],
    ] as const) {
      const found = (match: string) => compute(yaml(match), `Tên,Ngày sinh,Điểm\nAn,${days[0]},8\nBình,${days[1]},8\n`);
      expect((await found("")).exit).toBe(1);
      expect((await found(", match: exact")).exit).toBe(0);
    }
    for (const other of ["19999", "60000", "4030", "40301a"])
      expect((await compute(yaml(""), sheet(other))).exit).toBe(0);
    const behindOther = "Tên,Ngày sinh,Điểm\nAn,19999,8\nBình,40301,8\nChi,3/4/2011,8\n";
    expect((await compute(yaml(""), behindOther)).exit).toBe(1);
    const numbers = "Tên,Ngày sinh,Điểm\nAn,40301,8\nBình,40302,8\n";
    expect((await compute(yaml(""), numbers)).exit).toBe(0);
  });

  test.each(["xlsx", "xls"] as const)("of which one is a cell with a date, which is said (%s)", async (bookType) => {
    const cells = [
      ["Tên", "Ngày sinh", "Điểm"],
      ["An", new Date(Date.UTC(2010, 4, 3)), 8],
      ["An", "03/05/2010", 8],
    ];
    const book = { SheetNames: ["T"], Sheets: { T: utils.aoa_to_sheet(cells, { UTC: true }) } };
    const bytes = write(book, { type: "buffer", bookType });
    await withFolder(async (cwd) => {
      writeTree(cwd, Object.entries({ "r.yaml": yaml(""), [`s.${bookType}`]: bytes }));
      const { stderr } = await runHere(["compute", "r.yaml", `2026-Q1=s.${bookType}`, "--lang", "en"], { cwd });
      expect(stderr).toContain('2010-05-03 is a cell with a date, "03/05/2010" a text');
    });
  });

  test("of two people, which are two", async () => {
    expect((await compute(yaml(""), sheet("3/4/2011"))).exit).toBe(0);
    expect((await compute(yaml(""), sheet("03/04/2011"))).exit).toBe(0);
  });

  test("where only the month can stand first", async () => {
    const american = sheet("13/4/2010").replace("1/2/2010", "4/13/2010");
    expect((await compute(yaml(""), american)).exit).toBe(1);
  });

  test("in a decision, and in a list of people", async () => {
    const decision = "key,period,action,value,reason,authority\nAn / 01/02/2010,2026-Q1,set_band,a,r,a\n";
    const files = { "r.yaml": yaml(""), "s.csv": sheet("5/6/2012"), "d.csv": decision };
    expect((await run(["compute", "r.yaml", "2026-Q1=s.csv", "--decisions", "d.csv"], files)).exit).toBe(1);
    const people = { "r.yaml": yaml(""), "l.csv": "Tên,Ngày sinh\nAn,1/2/2010\nAn,01/02/2010\n" };
    await withFolder(async (cwd) => {
      writeTree(cwd, Object.entries(people));
      expect((await runHere(["template", "r.yaml", "--roster", "l.csv"], { cwd })).stderr).toContain("C233");
    });
  });
});

describe("is none", () => {
  test("as a birthday beside a name, of which the year alone may be known", async () => {
    const yaml = rubric("[ten, sinh]", text("ten", "Tên") + text("sinh", "Ngày sinh"));
    const { exit } = await compute(yaml, "Tên,Ngày sinh,Điểm\nAn,03/05/1980,8\nBình,1975,8\nChi,12/1976,8\n");
    expect(exit).toBe(0);
    const odd = await compute(yaml, "Tên,Ngày sinh,Điểm\nAn,03/05/1980,8\nBình,không rõ,8\nChi,31/4/1990,8\n");
    expect(odd).toEqual({ exit: 0, found: [] });
  });

  test.each(["DEC-01", "1. Marketing", "TH1-2", "12-345", "1/2", "2026-05"])("as a code: %s", async (code) => {
    expect((await compute(plain, `Tổ,Điểm\n${code},8\n`)).exit).toBe(0);
  });

  test("as a code with the name of a month, beside other codes", async () => {
    const sheet = "Tổ,Điểm\nMAR-01,8\nHR-03,8\nMAR-A1,8\n";
    expect(await compute(plain, sheet)).toEqual({ exit: 0, found: [] });
    expect((await compute(plain, `${sheet}3/5,8\n`)).found).toEqual(["s.csv:2:1 MAR-01"]);
  });

  test("where the column says that its texts are what they are", async () => {
    expect((await compute(rubric("to", text("to", "Tổ", ", match: exact")), "Tổ,Điểm\n03/05/2026,8\n")).exit).toBe(0);
  });
});

test.each([
  ["3-5", "03/05/2026", true],
  ["3-5", "2026-03-05", true],
  ["3/5", "3-May", true],
  ["03-05", "03-Thg5", true],
  ["3-5", "3-Jun", false],
  ["3-5", "04/05/2026", false],
  ["5-5", "05/06/2026", false],
  ["5/26", "May-26", true],
  ["3-5", "3.5", false],
  ["An", "03/05/2026", false],
])("%s may come back as %s: %s", (other, back, expected) => {
  expect(isMadeOf(other, back)).toBe(expected);
});
