import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { hintOf } from "../../../src/diagnostics/message.ts";
import type { Expression } from "../../../src/expression/tree.ts";
import type { ColumnType } from "../../../src/model/column.ts";
import { joinKey } from "../../../src/model/keys.ts";
import type { Reading } from "../../support/sheet.ts";
import { column, points, readAll, sheetPlan, smallPlan } from "../../support/sheet.ts";

const plan = smallPlan();
const head = "code,full_name,period,A\n";

describe("keys", () => {
  test("are text: 007 is not 7, and a spreadsheet's apostrophe is no part of them", async () => {
    const { rows } = await readAll(plan, {
      "s.csv": `${head}007,An,2026-Q1,8\n7,An,2026-Q1,8\n'=7,An,2026-Q1,8\n__proto__,An,2026-Q1,8\n`,
    });
    expect(rows.map(({ key }) => key)).toEqual(["007", "7", "=7", "__proto__"]);
  });

  test("keep their zeros as spreadsheets write them", async () => {
    const cells = ["001", '"=""001"""', '="001"', "'001", '\'="001"'];
    for (const delimiter of [",", ";", "\t"]) {
      const text = [head.trim(), ...cells.map((cell, at) => `${cell},An,2026-Q${(at % 4) + 1},8`)].join("\n");
      const { rows, errors } = await readAll(plan, { "s.csv": text.replaceAll(",", delimiter) });
      expect([errors, ...rows.map(({ key }) => key)]).toEqual([[], "001", "001", "001", "001", "001"]);
    }
    const { rows } = await readAll(plan, { "s.csv": `${head}'An,'tis,2026-Q1,8\n=",B,2026-Q1,8\n` });
    expect(rows.map(({ key, columns }) => [key, columns[1]])).toEqual([
      ["'An", "'tis"],
      ['="', "B"],
    ]);
  });

  test.each([
    ["3.62E+10", "D233 2:1"],
    ["3,62e+10", "D233 2:1"],
    ["12E5", undefined],
    ["#REF!", "D231 2:1"],
    ["ĐV\uFFFD1", "D232 2:1"],
    ["1E+5A", undefined],
  ])("%s as a key: %s", async (key, error) => {
    const { errors } = await readAll(plan, { "s.csv": `${head}"${key}",An,2026-Q1,8\n` });
    expect(errors).toEqual(error === undefined ? [] : [error]);
  });

  test("of two columns; no cell can forge the separator", async () => {
    const two = smallPlan([], { key: [0, 1] });
    const { rows } = await readAll(two, { "s.csv": `${head}1,An,2026-Q1,8\n"${joinKey(["1", "An"])}",B,2026-Q1,8\n` });
    expect(rows.map(({ key }) => key)).toEqual([joinKey(["1", "An"]), joinKey(["1An", "B"])]);
  });

  test("one part blank is no key", async () => {
    const two = smallPlan([], { key: [0, 1] });
    const { errors, notes } = await readAll(two, { "s.csv": `${head}Chi bộ 1,,,\n1,,2026-Q1,8\n` });
    expect(errors).toEqual(["D215 3:2"]);
    expect(notes[0]?.skipped).toEqual([{ line: 2, why: "no key", text: "Chi bộ 1" }]);
  });
});

describe("rows that are nobody's", () => {
  test("blank ones, group titles and signatures are left out", async () => {
    const text = `STT,${head}I,,Chi bộ 1,,\n1,1,An,2026-Q1,8\n\n,,,,\n,,,"Tam Điệp, ngày 5 tháng 4 năm 2026",\n,,,,TM. CHI BỘ\n`;
    const { rows, errors, notes } = await readAll(plan, { "s.csv": text });
    expect([rows.length, errors]).toEqual([1, []]);
    expect(notes[0]?.skipped).toEqual([
      { line: 2, why: "no key", text: "I" },
      { line: 6, why: "no key", text: "Tam Điệp, ngày 5 tháng 4 năm 2026" },
      { line: 7, why: "no key", text: "TM. CHI BỘ" },
    ]);
  });

  test.each(["Tổng cộng", "TỔNG", "Cộng", "Trung bình", "Tổng cộng".normalize("NFD")])(
    "%s begins a row of totals",
    async (word) => {
      const { errors, notes } = await readAll(plan, {
        "s.csv": `STT,${head}1,1,An,2026-Q1,8\n,,${word},,8\n${word},,,,8\n,${word},,,8\n`,
      });
      expect(errors).toEqual([]);
      expect(notes[0]?.skipped.map(({ line, why }) => `${line} ${why}`)).toEqual(["3 total", "4 total", "5 total"]);
    },
  );

  test.each(["Công", "Tống", "Nguyễn Văn Công", "Tống Thị Hà", "Tổng Văn Cộng"])("%s is a person", async (name) => {
    const { rows, errors } = await readAll(plan, { "s.csv": `${head}1,${name},2026-Q1,8\n,${name},2026-Q1,8\n` });
    expect(rows).toMatchObject([{ columns: ["1", name] }]);
    expect(errors).toEqual(["D215 3:1"]);
  });

  test("a lone word that may be somebody's whole name is neither a person nor a row of totals", async () => {
    const one = smallPlan([], { columns: [column("code")] });
    const { rows, errors, notes } = await readAll(one, { "2026-Q1.csv": "code,A\nCông,9\nCộng,8\nCộng:,8\n" });
    expect(rows).toMatchObject([{ key: "Công" }]);
    expect(errors).toEqual(["D137 3:1"]);
    expect(notes[0]?.skipped).toMatchObject([{ line: 4, why: "total" }]);
  });
});

describe("a word of totals beside a blank key, where rows have no numbers, is nobody where it has the figure of others", () => {
  const two = sheetPlan(["A", "B"].map((id) => ({ id, scale: points(10) })));
  const lines = async (rows: readonly string[], names = "code,full_name,A,B") => {
    const { errors, notes } = await readAll(two, { "2026-Q1.csv": [names, ...rows].join("\n") });
    return [errors, notes[0]?.skipped.map(({ line }) => line)];
  };
  const people = ["1,An,5,3", "2,Bé,4,2"];

  test.each([
    ["Tổng,9,5", true],
    ["Cộng,9,6", false],
    ["Cộng,11,15", true],
    ["Sum,9,", true],
    ["Tổng,5,3", false],
    ["Bình Quân,4.5,2.5", true],
    ['Bình Quân,"4,5","2,5"', true],
    ["Bình Quân,5,3", true],
    ["Bình Quân,5,5", false],
    ["Bình quân:,5,5", true],
    ["Trung bình,9,1", true],
    ["Max,5,3", true],
    ["Max,10,10", true],
    ["Max,5,2", false],
    ["Min,4,2", true],
    ["Min,4,3", false],
    ["Tổng,,", true],
    ["Tổng,-,-", true],
  ])("%s", async (row, isFigure) => {
    expect(await lines([...people, `,${row}`])).toEqual(isFigure ? [[], [4]] : [["D137 4:2"], []]);
  });

  test("of those above, or of those since the last such row", async () => {
    const groups = [...people, ",Cộng,9,5", "3,Chi,1,1", "4,Du,0,1", ",Cộng,1,2", ",Tổng,10,7"];
    expect(await lines(groups)).toEqual([[], [4, 7, 8]]);
    expect(await lines(["1,An,5,3", ",Cộng,4,2", "2,Bé,4,2"])).toEqual([["D137 3:2"], []]);
  });

  test("where rows have numbers, what has none is nobody", async () => {
    const numbered = ["1,1,An,5,3", "2,2,Bé,4,2", ",,Cộng,9,6"];
    expect(await lines(numbered, "STT,code,full_name,A,B")).toEqual([[], [4]]);
  });

  test("of scores that cannot be read nobody knows", async () => {
    expect((await lines(["1,An,x,3", ",Cộng,4,2"]))[0]).toEqual(["D202 2:3"]);
  });
});

describe("rows that say what they are", () => {
  test.each(["Bình quân", "Điểm TB", "Trung bình:", "TỔNG CỘNG :", "Average:"])(
    "%s begins a row of totals",
    async (word) => {
      const { rows, errors, notes } = await readAll(plan, { "s.csv": `${head}1,An,2026-Q1,8\n,${word},,79.5\n` });
      expect([rows.length, errors, notes[0]?.skipped.map(({ why }) => why)]).toEqual([1, [], ["total"]]);
    },
  );

  test("a level or a choice that is such a word may be somebody's", async () => {
    const word = { id: "tb", label: "Trung bình" };
    const levels = sheetPlan([{ id: "A", scale: { kind: "levels", levels: [{ ...word, points: 500 }] } }]);
    const choice = smallPlan([column("rank", { type: { kind: "choice", values: [word] } })]);
    for (const [plan, head] of [
      [levels, "A,full_name,code,period\nTrung bình,An,1,2026-Q1\nTrung bình,Én,,2026-Q1\n"],
      [choice, "rank,code,full_name,period,A\nTrung bình,1,An,2026-Q1,8\nTrung bình,,Én,2026-Q1,7\n"],
    ] as const) {
      const { rows, errors } = await readAll(plan, { "s.csv": head });
      expect([rows.length, errors.map((error) => error.split(" ")[0])]).toEqual([1, ["D215"]]);
    }
  });

  test("a key of several syllables that is such a word is nobody, where the key is all there is", async () => {
    const one = smallPlan([], { columns: [column("code")] });
    const { rows, notes } = await readAll(one, { "2026-Q1.csv": "code,A\nAn,8\nTrung bình,8\nĐiểm tối đa,100\n" });
    expect([rows.map(({ key }) => key), notes[0]?.skipped.map(({ why }) => why)]).toEqual([
      ["An"],
      ["total", "maxima"],
    ]);
  });

  test.each([
    [",Điểm tối đa,,100", []],
    [",ĐIỂM TỐI ĐA:,,100.00", []],
    [",Tối đa,,", []],
    [',Max,,"1e2"', []],
    [",Điểm tối đa,,10", ["D122 2:4"]],
    [",Điểm tối đa,,mười", ["D122 2:4"]],
  ])("maxima: %s", async (row, expected) => {
    const { rows, errors, notes } = await readAll(plan, { "s.csv": `${head}${row}\n1,An,2026-Q1,8\n` });
    expect([rows.length, errors]).toEqual([1, expected]);
    expect(notes[0]?.skipped).toMatchObject([{ line: 2, why: "maxima" }]);
  });

  test.each([
    [",Max,,8", []],
    [",Điểm tối đa,,8", ["D122 3:4"]],
  ])("below people the highest score may be called as maxima are: %s", async (row, expected) => {
    const { rows, errors, notes } = await readAll(plan, { "s.csv": `${head}1,An,2026-Q1,8\n${row}\n` });
    expect([rows.length, errors]).toEqual([1, expected]);
    expect(notes[0]?.skipped).toMatchObject([{ line: 3, why: "maxima" }]);
  });

  test("the head once more is nobody, and so is the numbering below it", async () => {
    const text = `${head}1,An,2026-Q1,8\n\n${head}(1),(2),(3),(4)\n2,Bình,2026-Q1,9\n`;
    const { rows, errors, notes } = await readAll(plan, { "s.csv": text });
    expect([rows.length, errors]).toEqual([2, []]);
    expect(notes[0]?.skipped).toMatchObject([
      { line: 4, why: "head" },
      { line: 5, why: "column numbers" },
    ]);
  });

  test("the head once more may be spelled another way", async () => {
    const text = `${head}1,An,2026-Q1,8\nCODE,Full name,PERIOD,a\n2,Bình,2026-Q1,9\n`;
    const { rows, errors, notes } = await readAll(plan, { "s.csv": text });
    expect([rows.length, errors, notes[0]?.skipped]).toMatchObject([2, [], [{ line: 3, why: "head" }]]);
  });

  test("both rows of a head may stand once more", async () => {
    const two = sheetPlan([
      { id: "A", scale: points(10) },
      { id: "B", scale: points(10) },
    ]);
    const rowsOfHead = "code,full_name,period,Điểm,\n,,,A,B\n";
    for (const again of [rowsOfHead, "CODE,Full name,PERIOD,ĐIỂM,\n,,,a,b\n"]) {
      const text = `${rowsOfHead}1,An,2026-Q1,8,9\n${again}2,Bình,2026-Q1,8,9\n`;
      const { rows, errors } = await readAll(two, { "s.csv": text });
      expect([rows.length, errors]).toEqual([2, []]);
    }
  });
});

describe("rows without a key that hold something", () => {
  const below = (row: string): Promise<Reading> => readAll(plan, { "s.csv": `${head}1,An,2026-Q1,8\n${row}\n` });
  const between = (row: string): Promise<Reading> =>
    readAll(plan, { "s.csv": `${head}1,An,2026-Q1,8\n${row}\n2,Bi,2026-Q1,8\n` });

  test.each(["850", "70.255", "8;5", "8 điểm", "1O", "x", "Đạt", "khong", "#N/A", "########", "Err:502", "９"])(
    "%s may be a score wherever it stands",
    async (cell) => {
      for (const read of [below, between]) expect((await read(`,Bình,,${cell}`)).errors).toEqual(["D215 3:1"]);
      const first = await readAll(plan, { "s.csv": `${head},Bình,,${cell}\n1,An,2026-Q1,8\n` });
      expect(first.errors).toEqual(["D215 2:1"]);
    },
  );

  test.each([
    ["vắng", "D215 3:1"],
    ["chưa chấm", "D215 3:1"],
    ["Ngày 5 tháng 4 năm 2026", "D243 3:1"],
  ])("%s is an error between people", async (cell, error) => {
    expect((await between(`,Bình,,${cell}`)).errors).toEqual([error]);
    const { errors, notes } = await below(`,Người lập biểu,,${cell}\n,,,TM. CHI BỘ`);
    expect([errors, notes[0]?.skipped.map(({ line }) => line)]).toEqual([[], [3, 4]]);
  });

  test("all of them, in the order of the sheet, beside those that are nobody's", async () => {
    const text = `${head}1,An,2026-Q1,8\n,Bình,,vắng\n,Tổ 2,,\n,Chi,,vắng\n2,Dung,2026-Q1,8\n,,,Bí thư\n`;
    const { errors, notes } = await readAll(plan, { "s.csv": text });
    expect(errors).toEqual(["D215 3:1", "D215 5:1"]);
    expect(notes[0]).toMatchObject({ broken: 2, skipped: [{ line: 4 }, { line: 7 }] });
  });

  test("before the first person a unit below a column is nobody", async () => {
    const { errors, rows } = await readAll(plan, { "s.csv": `${head},,,điểm\n1,An,2026-Q1,8\n` });
    expect([errors, rows.length]).toEqual([[], 1]);
    expect((await readAll(plan, { "s.csv": `${head},Bình,,vắng\n1,An,2026-Q1,8\n` })).errors).toEqual(["D215 2:1"]);
  });
});

describe("numbered rows without a key or a score", () => {
  const numbered = async (...numbers: number[]): Promise<readonly string[]> => {
    const rows = numbers.map((number) => `${number},,Bình,2026-Q1,`);
    const text = `STT,${head}1,1,An,2026-Q1,8\n${rows.join("\n")}\n`;
    return (await readAll(plan, { "s.csv": text })).errors.filter((each) => each.startsWith("D242"));
  };

  test.each([
    [[2], ["D242 3:3"]],
    [
      [2, 3],
      ["D242 3:3", "D242 4:3"],
    ],
    // The title of a group that has the number of the last person, or begins anew, or is far from it.
    [[1], []],
    [[0], []],
    [[3], []],
  ])("%j behind the first person", async (numbers, warned) => expect(await numbered(...numbers)).toEqual(warned));
});

describe("rows with a key and nothing else", () => {
  const zero = (blankRows?: "incomplete" | "skip" | "score") =>
    smallPlan([column("lead", { type: { kind: "flag" } })], blankRows && { blankRows });
  const text = "code,full_name,period,lead,A,note\nTổ 1,,2026-Q1,,,x\n1,An,2026-Q1,có,8,\n";

  test("are incomplete, and no error", async () => {
    const { rows, broken, errors, diagnostics } = await readAll(zero("incomplete"), { "s.csv": text });
    expect([rows.map(({ key }) => key), errors]).toEqual([["1"], []]);
    const columns = ["Tổ 1", undefined, undefined];
    const sheet = expect.objectContaining({ name: "s.csv" });
    expect(broken).toEqual([{ key: "Tổ 1", line: 2, sheet, period: "2026-Q1", columns }]);
    expect(diagnostics.map(({ code }) => code)).toContain("D240");
  });

  test("keep their name, which results print", async () => {
    const { broken } = await readAll(zero("incomplete"), { "s.csv": text.replace("Tổ 1,", "Tổ 1,Én") });
    expect(broken[0]?.columns).toEqual(["Tổ 1", "Én", undefined]);
  });

  test("or skipped and listed", async () => {
    const { rows, broken, errors, notes } = await readAll(zero("skip"), { "s.csv": text });
    expect([rows.map(({ key }) => key), broken, errors]).toEqual([["1"], [], []]);
    expect(notes[0]?.skipped).toEqual([{ line: 2, why: "nothing but a key", text: "Tổ 1" }]);
  });

  test("or read as any other: a required column is asked for", async () => {
    for (const policy of ["score", undefined] as const) {
      expect((await readAll(zero(policy), { "s.csv": text })).errors).toContain("D201 2:4");
    }
  });

  test("a row with anything that is read is no such row", async () => {
    for (const row of ["Tổ 1,,2026-Q1,không,,", "Tổ 1,,2026-Q1,có,0,"]) {
      const { rows } = await readAll(zero("skip"), {
        "s.csv": `code,full_name,period,lead,A,note\n${row.replace(",,", ",An,")}\n`,
      });
      expect(rows).toHaveLength(1);
    }
  });
});

describe("the number of cells", () => {
  test.each([
    ["1,An,2026-Q1,8,,", []],
    ["1,An,2026-Q1,8,5", ["D216 2:1"]],
    ["1,An,2026-Q1", ["D216 2:1"]],
  ])("%s", async (row, errors) => {
    expect((await readAll(plan, { "s.csv": `${head}${row}\n` })).errors).toEqual(errors);
  });

  test("blank cells at the end may be left out where their columns are not used or have a default", async () => {
    const lead = column("lead", { type: { kind: "flag" }, required: false, default: false });
    const total = column("sum", { type: { kind: "number" }, required: false, compare: { with: "total" } });
    const more = smallPlan([lead, total]);
    const file = `${head.trim()},lead,sum,note\n1,An,2026-Q1,8,x,8,good\n2,An,2026-Q1,8,x\n3,An,2026-Q1,8\n4,An,2026-Q1\n`;
    const { rows, errors } = await readAll(more, { "s.csv": file });
    expect(rows.map(({ columns }) => columns.slice(2))).toEqual([
      [true, 8],
      [true, undefined],
      [false, undefined],
    ]);
    expect(errors).toEqual(["D216 5:1"]);
    const needed = smallPlan([column("unit")]);
    expect((await readAll(needed, { "s.csv": `${head.trim()},unit\n1,An,2026-Q1,8\n` })).errors).toEqual(["D216 2:1"]);
  });

  test("a header that ends with blank cells may be wider than its rows", async () => {
    const { errors } = await readAll(plan, {
      "s.csv": "code,full_name,period,A,,\n1,An,2026-Q1,8\n2,An,2026-Q1,8,,x\n",
    });
    expect(errors).toEqual([]);
  });
});

describe("whose row it is where cells may have shifted", () => {
  const plain = "stt,code,full_name,period,A";
  const broken = async (header: string, row: string) => {
    const { errors, broken: found } = await readAll(plan, { "s.csv": `${header}\n${row}\n` });
    return [errors, found.map(({ key, period }) => `${key} ${period}`)];
  };

  test.each([
    [plain, "1,DV01,An,2026-Q1,8,5", "DV01 2026-Q1"],
    [plain, "1,DV01,An,2026-Q1", "DV01 2026-Q1"],
    ["Số TT,code,full_name,period,A", "1,DV01,An,2026-Q1,8,5", "DV01 2026-Q1"],
    ["code,full_name,period,A", "DV01,Nguyễn, An,2026-Q1,8", "DV01 undefined"],
    ["code,full_name,period,truoc,A", "DV01,An,2026-Q1,2025-Q4,8,5", "DV01 undefined"],
    ["code,full_name,period,truoc,A", "DV01,An,2026-Q1,2026-Q1,8,5", "DV01 2026-Q1"],
  ])("%s: %s is that of %s", async (header, row, known) => {
    expect(await broken(header, row)).toEqual([["D216 2:1"], [known]]);
  });

  test.each([
    ["stt,full_name,code,period,A", "1,Nguyễn, An,DV01,2026-Q1,8"],
    ["stt,full_name,code,period,A", "1,An,DV01,2026-Q1,8,5"],
    ["stt,full_name,code,period,A", "An,DV01,2026-Q1,8"],
    ["A,code,full_name,period", "8,5,DV01,An,2026-Q1"],
    [plain, "DV01,An,2026-Q1,8"],
    [plain, "1,Trần Văn An, tổ trưởng,An,2026-Q1,8"],
    ["code,full_name,period,A", "tổ trưởng,2026-Q1,8"],
    ["code,full_name,period,A", "Lê An 1"],
  ])("%s: %s may be anybody's", async (header, row) => {
    expect(await broken(header, row)).toEqual([["D220 2:1"], []]);
  });

  test("a row that is longer than the table and without a key has scores where a number stands beside the table", async () => {
    const text = "stt,full_name,code,A\n1,An,DV01,8\n,,,,Người lập bảng\n2,Nguyễn,,DV02,8\n";
    const { errors, notes } = await readAll(plan, { "2026-Q1.csv": text });
    expect(errors).toEqual(["D215 4:3"]);
    expect(notes[0]?.skipped).toMatchObject([{ line: 3, why: "no key" }]);
  });
});

describe("where a column numbers the people", () => {
  const named = sheetPlan([{ id: "A", scale: points(10) }], [], { name: 1 });
  const read = async (...lines: string[]): Promise<readonly unknown[]> => {
    const text = ["STT,code,full_name,A", ...lines].join("\n");
    const { rows, errors } = await readAll(named, { "2026-Q1.csv": text });
    return [rows.length, errors];
  };

  test("one without a key below the last of them has a number, whatever stands in his score cells", async () => {
    expect(await read("1,01,An,8", "2,,Bình,vắng")).toEqual([1, ["D215 3:2"]]);
    expect(await read("1,01,An,8", ",,Bình,vắng")).toEqual([1, ["D242 3:3"]]);
  });

  test("averages with the number of a group are none whose number was forgotten", async () => {
    expect(await read("1,01,An,8", "II,Khối,Khối,7", "2,02,Bình,6")).toEqual([3, ["D244 3:1"]]);
    expect(await read("1,01,An,8", ",03,Chi,7", "3,02,Bình,6")).toEqual([3, []]);
  });

  test.each(["Ghi chú: An nghỉ ba ngày", "* Ghi chú:", "(Ghi chú: An)", "- Nơi nhận: VT"])(
    "%s closes the table",
    async (text) => {
      expect(await read("1,01,An,8", `,${text},,`)).toEqual([1, []]);
    },
  );
});

describe("a row that numbers the columns", () => {
  const two = sheetPlan([{ id: "A", scale: points(10) }], [], { name: 1 });
  const numbered = (cells: string, header = "STT,code,full_name,A"): Promise<Reading> =>
    readAll(two, { "2026-Q1.csv": `${header}\n${cells}\n1,1,An,8\n` });

  test.each([
    "1,2,3,4",
    "(1),(2),(3),(4)",
    "[1],[2],[3],[4]",
    "A,B,1,2",
    "A,B,C,1",
    "a,b,1,2=1",
    "I,II,III,IV",
    ",1,2,3=1+2",
    "\n1,2,3,4",
  ])("%j is nobody's and listed", async (cells) => {
    const { rows, errors, notes } = await numbered(cells);
    expect([rows.length, errors]).toEqual([1, []]);
    expect(notes[0]?.skipped).toMatchObject([{ why: "column numbers" }]);
  });

  test.each(["1,2,An,4", "2,3,4,5", "1,2,2,3", "1,3,4,5", "A,B,C,D", "2,1,An,3"])(
    "%j is no such row",
    async (cells) => {
      expect((await numbered(cells)).notes[0]?.skipped).toEqual([]);
    },
  );

  test.each([
    ["code,full_name,A", "A,B,1"],
    ["code,full_name,A", "1,2,3"],
    ["code,full_name,A", "I,II,III"],
    ["code,A,full_name", "1,2,"],
  ])("with fewer than four cells it may be somebody and is asked: %s over %s", async (names, row) => {
    const { rows, errors } = await readAll(plan, { "2026-Q1.csv": `${names}\n${row}\n` });
    expect([rows, errors]).toEqual([[], ["D123 2:1"]]);
    const brackets = row.replaceAll(/[^,]+/g, "($&)");
    const { errors: others, notes } = await readAll(plan, { "2026-Q1.csv": `${names}\n${brackets}\n` });
    expect([others, notes[0]?.skipped[0]?.why]).toEqual([["D108 1:1"], "column numbers"]);
  });

  test("with a decimal it is somebody, and so it is further down", async () => {
    const text = "code,full_name,A\n1,2,3.0\nA,B,1\n";
    const { rows, errors } = await readAll(plan, { "2026-Q1.csv": text });
    expect([rows.map(({ key }) => key), errors]).toEqual([["1", "A"], []]);
  });

  test("with four it is nobody, whatever the key is", async () => {
    for (const key of [[0], [0, 1]]) {
      const bare = smallPlan([], { key });
      for (const row of ["1,2,3,4", "A,B,C,1", "A,B,1,2", "(1),(2),(3),(4)"]) {
        const { rows, notes } = await readAll(bare, { "2026-Q1.csv": `STT,code,full_name,A\n${row}\n1,An,B,4\n` });
        expect([rows.length, notes[0]?.skipped.map(({ why }) => why)]).toEqual([1, ["column numbers"]]);
      }
    }
  });

  test("below the first person it is an error like any other", async () => {
    const { errors } = await readAll(two, { "2026-Q1.csv": "code,full_name,A\n1,An,8\nB,1,20\n" });
    expect(errors).toEqual(["D203 3:3"]);
  });
});

describe("what is known of a row with an error", () => {
  const broken = async (text: string, name = "s.csv") => (await readAll(plan, { [name]: text })).broken;

  test("its period, also where its cells are too many or too few", async () => {
    expect(await broken(`${head}1,An,2026-Q1,8,5\n2,An,2026-Q2\n3,An,2026-Q3,x\n`)).toMatchObject([
      { key: "1", period: "2026-Q1", code: "D216" },
      { key: "2", period: "2026-Q2", code: "D216" },
      { key: "3", period: "2026-Q3", code: "D202", columns: ["3", "An"] },
    ]);
    expect(await broken("code,full_name,A\n1,An,8,5\n", "2026-Q4.csv")).toMatchObject([{ period: "2026-Q4" }]);
  });

  test("no period where it cannot be read, and no columns where cells may have shifted", async () => {
    const found = await broken(`${head}1,An,2026-13,8\n2,An,,8\n3,An,x,8,5\n`);
    expect(found.map(({ key, code, period }) => [key, code, period])).toEqual([
      ["1", "D212", undefined],
      ["2", "D201", undefined],
      ["3", "D216", undefined],
    ]);
    expect(found.map(({ columns }) => columns)).toEqual([["1", "An"], ["2", "An"], undefined]);
  });
});

test("a row with nothing but a key may be a heading or a signature", async () => {
  const { messages, diagnostics } = await readAll(plan, { "2026-Q1.csv": "code,full_name,A\nCB1,,\n1,,8\n" });
  expect(messages).toEqual([
    '"full_name" of CB1 is blank, expected some text',
    '"full_name" of 1 is blank, expected some text',
  ]);
  expect(diagnostics.map((each) => hintOf(each, "en"))).toEqual([
    "nothing but CB1 stands in this row: if it is a heading or a signature, delete it",
    undefined,
  ]);
});

test("a row of totals with more than the word is told of the words", async () => {
  const { diagnostics } = await readAll(plan, { "2026-Q1.csv": "code,full_name,A\n,Tổng hợp người được chấm,8\n" });
  expect(hintOf(diagnostics[0] as Diagnostic, "en")).toContain(
    "just Tổng cộng, Tổng, Cộng, Tổng số, Tổng điểm, Trung bình, Trung bình cộng, Bình quân, Điểm trung bình, Điểm TB, Total",
  );
});

describe("what applies", () => {
  const flag: ColumnType = { kind: "flag" };
  const leads: Expression = { kind: "name", name: "lead" };
  const follows: Expression = { kind: "not", of: leads };
  const conditional = sheetPlan(
    [
      { id: "A", scale: points(10), headers: ["Điểm"], when: leads },
      { id: "B", scale: points(5), headers: ["Điểm"], when: follows },
      { id: "C", scale: points(5), when: leads },
    ],
    [column("rank", { when: leads }), column("lead", { type: flag, required: false, default: false })],
  );
  const columns = "code,full_name,period,lead,rank,Điểm,C\n";
  const read = (row: string, header = columns) => readAll(conditional, { "s.csv": header + row });

  test("a shared column goes to the item that applies", async () => {
    const { rows, errors } = await read("1,An,2026-Q1,x,major,8,4\n2,Bình,2026-Q1,,,4,\n");
    expect(errors).toEqual([]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      [800, null, 400],
      [null, 400, null],
    ]);
    expect(rows.map(({ columns: values }) => values.slice(2))).toEqual([
      ["major", true],
      [undefined, false],
    ]);
  });

  test.each([
    ["1,An,2026-Q1,,,8,\n", ["D203 2:6"]],
    ["1,An,2026-Q1,,,4,3\n", ["D211 2:7"]],
    ["1,An,2026-Q1,,major,4,\n", ["D211 2:5"]],
    ["1,An,2026-Q1,x,,8,4\n", ["D201 2:5"]],
    ["1,An,2026-Q1,maybe,major,99,99\n", ["D207 2:4"]],
  ])("%j", async (row, errors) => {
    expect((await read(row)).errors).toEqual(errors);
  });

  test("a column that nobody needs may be absent; whoever needs it is named", async () => {
    const { errors, messages } = await read(
      "1,An,2026-Q1,,4\n2,Bình,2026-Q1,x,4\n",
      "code,full_name,period,lead,Điểm\n",
    );
    expect(errors).toEqual(["D217 3:1", "D217 3:1"].slice(0, errors.length));
    expect(messages).toEqual(["the sheet has no column rank, but 2 needs it"]);
  });

  test("an area's condition holds for its items", async () => {
    const nested = sheetPlan([{ id: "A", scale: points(10), parent: 1 }], [column("lead", { type: flag })]);
    const area = {
      ...nested.stage.nodes[0],
      id: "P",
      when: leads,
      body: { kind: "area", children: [0], combine: "sum", clamp: false },
    };
    const { parent: _, ...top } = area as typeof area & { parent?: number };
    const withArea = {
      ...nested,
      stage: { ...nested.stage, nodes: [...nested.stage.nodes, top], top: [1] },
    } as typeof nested;
    const { errors } = await readAll(withArea, {
      "s.csv": "code,full_name,period,lead,A\n1,An,2026-Q1,0,8\n2,An,2026-Q1,1,8\n",
    });
    expect(errors).toEqual(["D211 2:5"]);
  });
});

test("any bytes below a header give rows or diagnostics, never an exception", async () => {
  const text = fc.string({ unit: fc.constantFrom(...'12,5.;"\n\r\t|xKPS%-()=ổ '), maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(text, fc.uint8Array({ maxLength: 20 }), fc.boolean(), async (tail, bytes, hasHeader) => {
      const content = Buffer.concat([Buffer.from((hasHeader ? head : "") + tail), bytes]);
      const { rows, notes } = await readAll(plan, { "s.csv": content }, { block: 5 });
      expect(notes[0]?.rows).toBe(rows.length);
    }),
  );
});

test("the order of rows and columns changes nothing but places", async () => {
  const names = ["code", "full_name", "period", "A", "note"];
  const people = [..."abcdefgh"].map((key, at) => ({
    code: key,
    full_name: `N${at}`,
    period: "Q1/2026",
    A: `${at},5`,
    note: "x",
  }));
  const content = (order: readonly string[], list: typeof people): string =>
    [order, ...list.map((person) => order.map((name) => person[name as keyof typeof person]))]
      .map((cells) => cells.join(";"))
      .join("\n");
  const seen = async (text: string) =>
    (await readAll(plan, { "s.csv": text })).rows.map(({ key, period, columns, cells }) => ({
      key,
      period,
      columns,
      cells,
    }));
  const expected = await seen(content(names, people));
  expect(expected).toHaveLength(people.length);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(names, { minLength: names.length }),
      fc.shuffledSubarray(people, { minLength: people.length }),
      async (order, list) => {
        const found = await seen(content(order, list));
        expect(found.sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(expected);
      },
    ),
  );
});

test.each([
  ["Sĩ số: 82,,", 3],
  ["Sĩ số,82,", 3],
  ["Sĩ số: 82,82,", 3],
  ["Sĩ số: 82,83,", undefined],
  ["Sĩ số,82,9", undefined],
])("people are counted below units that have a number of them: %s", async (line, skipped) => {
  const counted = column("si_so", { type: { kind: "number" }, headers: ["Sĩ số"] });
  const { name: _, ...units } = smallPlan([], { columns: [column("code", { headers: ["Lớp"] }), counted] });
  const { notes, errors } = await readAll(units, { "2026-Q1.csv": `Lớp,Sĩ số,A\n10A1,82,9\n${line}\n` });
  expect([errors.length > 0, notes[0]?.skipped[0]?.line]).toEqual([skipped === undefined, skipped]);
});
