import { describe, expect, test } from "vitest";
import { column, points, readAll, sheetPlan, smallPlan } from "../../support/sheet.ts";

const plan = smallPlan();
const row = (text: string, delimiter = ","): string => text.split(" ").join(delimiter);

describe("delimiter", () => {
  test.each([",", ";", "\t", "|"])("%j is found from the header", async (delimiter) => {
    const text = `${row("code full_name period A", delimiter)}\n${row("007 An 2026-Q1 80", delimiter)}\n`;
    const { rows, errors, notes } = await readAll(plan, { "s.csv": text });
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject({ key: "007", period: "2026-Q1", cells: [8000], line: 2 });
    expect(notes[0]).toMatchObject({ delimiter, headerLine: 1, rows: 1 });
  });

  test("marks in a title and in quotes do not deceive", async () => {
    const text = 'Bảng; điểm; quý; I; năm 2026\n"code";"full_name, họ tên";A;"a, b, c, d, e"\n1;An;8,5;\n';
    const named = smallPlan([], { columns: [column("code"), column("full_name", { headers: ["full_name, họ tên"] })] });
    const { rows, errors, notes } = await readAll(named, { "s.csv": text });
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject({ cells: [850], period: "2026-Q1" });
    expect(notes[0]).toMatchObject({ delimiter: ";", decimalMarks: [","], headerLine: 2, titles: [{ line: 1 }] });
  });

  test("sep= in the first line decides", async () => {
    const { rows, notes } = await readAll(plan, { "s.csv": "sep=;\r\ncode;full_name;period;A\r\n1;An;2026-Q1;80\r\n" });
    expect(rows).toHaveLength(1);
    expect(notes[0]).toMatchObject({ delimiter: ";", headerLine: 2, titles: [] });
  });
});

describe("where the header stands", () => {
  test("below titles and blank rows, with a byte order mark and CRLF", async () => {
    const text = "\uFEFFĐẢNG BỘ PHƯỜNG,,,\r\n\r\nBẢNG ĐIỂM,,,\r\nCode,Full name (*),PERIOD,a\r\n1,An,2026-Q1,80\r\n";
    const { rows, errors, notes } = await readAll(plan, { "s.csv": text });
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject({ line: 5, sheet: { name: "s.csv", columns: [1, 2], cells: [4] } });
    expect(notes[0]?.titles).toEqual([
      { line: 1, text: "ĐẢNG BỘ PHƯỜNG" },
      { line: 3, text: "BẢNG ĐIỂM" },
    ]);
  });

  test("in two rows, with a row of column numbers below", async () => {
    const two = sheetPlan([
      { id: "A", scale: points(10) },
      { id: "B", scale: points(10) },
    ]);
    const text = "code,full_name,period,Điểm,\n,,,A,B\n(1),(2),(3),(4),(5)=(4)\n1,An,2026-Q1,8,9\n";
    const { rows, errors, notes } = await readAll(two, { "s.csv": text });
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject({ cells: [800, 900], line: 4 });
    expect(notes[0]).toMatchObject({ headerLine: 1, skipped: [{ line: 3, why: "column numbers" }] });
  });

  test("behind quoted line breaks lines are those of the file", async () => {
    const text = 'code,full_name,period,A\r\n1,"An\r\nBình",2026-Q1,80\r\n2,Chi,2026-Q1,x\r\n';
    const { rows, errors } = await readAll(plan, { "s.csv": text }, { block: 3 });
    expect(rows[0]).toMatchObject({ line: 2, columns: ["1", "An Bình"] });
    expect(errors).toEqual(["D202 4:4"]);
  });

  test("not after the first twenty rows", async () => {
    const below = (titles: number): string => `${"title\n".repeat(titles)}code,full_name,period,A\n1,An,2026-Q1,80\n`;
    expect((await readAll(plan, { "s.csv": below(19) })).rows).toHaveLength(1);
    expect((await readAll(plan, { "s.csv": below(20) })).errors).toEqual(["D104 1:1"]);
  });

  test("names match in any case, accent, space and composition; the id and other names too", async () => {
    const named = smallPlan([], {
      columns: [column("code", { headers: ["Mã đảng viên"] }), column("full_name", { headers: ["Họ và tên"] })],
    });
    const text = `${"MA DANG VIEN,Họ  và_tên (*),Period,a".normalize("NFD")}\n1,An,2026-Q1,80\n`;
    expect((await readAll(named, { "s.csv": text })).rows).toHaveLength(1);
  });
});

describe("refused", () => {
  const refusals: readonly [string, string, string[]][] = [
    ["a missing column", "code,period,A\n1,2026-Q1,8\n", ["D105 1:1"]],
    ["a missing key", "cod,full_name,period,A\n1,An,2026-Q1,8\n", ["D105 1:1"]],
    ["a doubled column", "code,full_name,period,A,Code\n1,An,2026-Q1,8,1\n", ["D106 1:5"]],
    ["no header", "1,An,2026-Q1,8\n", ["D104 1:1"]],
    ["nothing", "", ["D103 1:1"]],
    ["only spaces", "\uFEFF \r\n\r\n", ["D103 1:1"]],
    ["a header alone", "code,full_name,period,A\n", ["D108 1:1"]],
    ["an open quote", 'code,full_name,period,A\n1,"An,2026-Q1,8\n', ["D109 2:1"]],
  ];
  test.each(refusals)("%s", async (_, text, errors) => {
    const reading = await readAll(plan, { "s.csv": text });
    expect(reading.errors).toEqual(errors);
    expect(reading.rows).toEqual([]);
  });

  test("no header, and five of the items are named", async () => {
    const told = async (ids: string): Promise<string | undefined> => {
      const items = [...ids].map((id) => ({ id, scale: points(10) }));
      return (await readAll(sheetPlan(items), { "s.csv": "1,An,2026-Q1,8\n" })).messages[0];
    };
    expect(await told("ABCDE")).toMatch(/A, B, C, D, E(?!,)/);
    expect(await told("ABCDEF")).toMatch(/A, B, C, D, E, …/);
  });

  test("a near name is offered where the column is missing", async () => {
    const { messages } = await readAll(plan, { "s.csv": "code,fullname1,period,A\n1,An,2026-Q1,8\n" });
    expect(messages).toEqual(['the header has no column full_name; is "fullname1" it?']);
  });

  test("a name of two letters is near to nearly any other, and offers none", async () => {
    const short = smallPlan([], { columns: [column("ma"), column("full_name")] });
    const { messages } = await readAll(short, { "s.csv": "mb,full_name,period,A\n1,An,2026-Q1,8\n" });
    expect(messages).toContain("the header has no column ma");
  });

  test("a column with a default is not missed in silence where another is nearly called so", async () => {
    const type = { kind: "choice", values: [{ id: "khong" }, { id: "canh_cao" }] } as const;
    const withDefault = column("ky_luat", { type, required: false, default: "khong", headers: ["Kỷ luật"] });
    const optional = smallPlan([withDefault]);
    const { rows, messages } = await readAll(optional, {
      "s.csv": "code,full_name,period,A,Kỉ luật\n1,An,2026-Q1,8,canh_cao\n",
    });
    expect(rows).toHaveLength(1);
    expect(messages).toEqual([
      'the sheet has no column ky_luat ("Kỷ luật"), and "Kỉ luật" is nearly its name: it is not read',
    ]);
    const other = "code,full_name,period,A,Ghi chú\n1,An,2026-Q1,8,\n";
    expect((await readAll(optional, { "s.csv": other })).messages).toEqual([]);
  });

  test.each([
    ["Lãnh đạo, quản lý", true],
    ["LÃNH ĐẠO (QUẢN LÝ)", true],
    ["Là lãnh đạo", true],
    ["lanh dao quan ly", true],
    ["Lãnh", false],
    ["Tổ", false],
  ])("a column with a default may be called %s: %s", async (name, isNear) => {
    const part = { type: { kind: "flag" }, required: false, default: false } as const;
    const optional = smallPlan([
      column("lanh_dao", { ...part, headers: ["Lãnh đạo"] }),
      column("to_truong", { ...part, headers: ["Tổ"], default: false }),
    ]);
    const { errors } = await readAll(optional, {
      "s.csv": `code,full_name,period,A,"${name}",Tổ viên\n1,An,2026-Q1,8,x,x\n`,
    });
    expect(errors).toEqual(isNear ? ["D119 1:5"] : []);
  });

  test("columns of no use are noted once, not refused", async () => {
    const { rows, diagnostics } = await readAll(plan, {
      "s.csv": "STT,code,full_name,period,A,Ghi chú\n1,1,An,2026-Q1,8,x\n",
    });
    expect(rows).toHaveLength(1);
    expect(diagnostics).toMatchObject([
      { code: "D107", severity: "note", parameters: { columns: ['"STT"', '"Ghi chú"'] } },
    ]);
  });

  test.each([
    [
      "bytes that no encoding makes words of",
      Buffer.from([0x63, 0x6f, 0x64, 0x65, 0x2c, 0x48, 0xf7, 0xf7, 0x2c, 0x41, 0x0a]),
      "D101",
    ],
    ["a workbook that is cut off", Buffer.from("PK\u0003\u0004…"), "D142"],
    ["an old workbook that is cut off", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), "D142"],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "D101"],
    ["binary data", Buffer.from([1, 2, 3, 0, 5, 6, 7]), "D101"],
  ])("%s", async (_, bytes, code) => {
    expect((await readAll(plan, { "s.csv": bytes })).errors).toEqual([`${code} 1:1`]);
  });

  test("too many columns", async () => {
    const text = `code,full_name,period,A${",".repeat(10_000)}\n1,An,2026-Q1,8\n`;
    expect((await readAll(plan, { "s.csv": text })).errors).toEqual(["D111 1:1"]);
  });
});

test("all errors of all files are reported", async () => {
  const good = "code,full_name,period,A\n1,An,2026-Q1,80\n";
  const bad = "code,full_name,period,A\n2,Bình,2026-Q1,800\n3,,2026-Q9,x\n";
  const { rows, errors, broken } = await readAll(plan, { "a.csv": bad, "b.csv": good, "c.csv": "" });
  expect(errors).toEqual(["D203 2:4", "D212 3:3", "D201 3:2", "D202 3:4", "D103 1:1"]);
  expect(rows).toMatchObject([{ key: "1" }]);
  expect(broken).toMatchObject([
    { key: "2", period: "2026-Q1", code: "D203", line: 2 },
    { key: "3", code: "D212", line: 3 },
  ]);
});

test("errors of opening a file pass through, and a file left early is closed", async () => {
  const { readSheets } = await import("../../../src/sheet/4-rows/read-sheet.ts");
  const { createDiagnostics } = await import("../../../src/diagnostics/diagnostic.ts");
  let isClosed = false;
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.from("PK\u0003\u0004".padEnd(100_000));
    } finally {
      isClosed = true;
    }
  }
  await readSheets(plan, [{ name: "a", open: endless }], {}, createDiagnostics(), () => undefined);
  expect(isClosed).toBe(true);
  const missing = {
    name: "b",
    open: () => {
      throw new Error("ENOENT");
    },
  };
  await expect(readSheets(plan, [missing], {}, createDiagnostics(), () => undefined)).rejects.toThrow("ENOENT");
});
