import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ColumnType } from "../../../src/model/column.ts";
import type { Scale } from "../../../src/model/node.ts";
import type { Plan } from "../../../src/model/plan.ts";
import { parseDecimal } from "../../../src/number/decimal.ts";
import { equal, fraction, multiply } from "../../../src/number/exact.ts";
import { column, points, readAll, sheetPlan, smallPlan } from "../../support/sheet.ts";

/** What one cell of an item with this scale is read as, or the code of its error. */
async function cell(scale: Scale, text: string, part: Partial<Plan> = {}): Promise<unknown> {
  const plan = sheetPlan([{ id: "A", scale }], [], part);
  const quoted = `"${text.replaceAll('"', '""')}"`;
  const { rows, errors } = await readAll(plan, { "s.csv": `code,full_name,period,A\n1,An,2026-Q1,${quoted}\n` });
  return errors.length > 0 ? errors.join(" ").replaceAll(" 2:4", "") : rows[0]?.cells[0];
}

/** What one cell of a column of this type is read as, or the code of its error. */
async function attribute(type: ColumnType, text: string, part = {}): Promise<unknown> {
  const plan = smallPlan([column("x", { type, ...part })]);
  const { rows, errors } = await readAll(plan, { "s.csv": `code;full_name;period;A;x\n1;An;2026-Q1;8;"${text}"\n` });
  return errors.length > 0 ? errors.join(" ").replaceAll(" 2:5", "") : rows[0]?.columns[2];
}

describe("points", () => {
  test.each([
    ["8", 800],
    ["8.5", 850],
    ["8,25", 825],
    ["08.50", 850],
    ["8.500", 850],
    [" 10\u00A0", 1000],
    ["+3", 300],
    ["-0", 0],
    ["", null],
    ["\u200B", null],
    ["8.123", "D204"],
    ["10.01", "D203"],
    ["-1", "D203"],
    ["tám", "D202"],
    ["8.", "D202"],
    [".5", 50],
    [",5", 50],
    ["1e1", 1000],
    ["2.5e-01", 25],
    ["\u22120", 0],
    ["\u22121", "D203"],
    ["\u20131", "D203"],
    ["1\u2019234", "D209"],
    ["\uFF18\uFF0E\uFF15", 850],
    [".", "D202"],
    ["1e", "D202"],
    ["8 5", "D202"],
    ["٣", "D202"],
    ["1.234,5", "D209"],
    ["1,234.5", "D209"],
    ["1 234", "D209"],
    ["9".repeat(500), "D202"],
  ])("%j is %j", async (text, value) => {
    expect(await cell(points(10), text)).toBe(value);
  });

  test("steps", async () => {
    expect(await cell(points(10, { step: 50 }), "9,5")).toBe(950);
    expect(await cell(points(10, { step: 50 }), "9.3")).toBe("D205");
  });

  test("below zero, as far as `min` lets them", async () => {
    const deduction: Scale = { kind: "points", min: -2000, max: 0, places: 2 };
    expect(await cell(deduction, "-20")).toBe(-2000);
    expect(await cell(deduction, "-20,01")).toBe("D203");
    expect(await cell(deduction, "1")).toBe("D203");
    expect(await cell({ ...deduction, min: "none" }, "-999")).toBe(-99900);
    expect(await cell(points(10), "-1")).toBe("D203");
  });

  test("places: never rounded, and said so", async () => {
    const plan = sheetPlan([{ id: "A", scale: points(10, { places: 1 }) }]);
    const { messages } = await readAll(plan, { "s.csv": "code,full_name,period,A\n007,An,2026-Q1,8.25\n" });
    expect(messages).toEqual([
      '"A" of 007 is "8.25", too many decimals: expected a number from 0 to 10 with at most 1 decimal',
    ]);
  });

  test("any decimal within the limits is read exactly, any other text is one error", async () => {
    const decimal = fc
      .tuple(fc.integer({ min: 0, max: 10 }), fc.stringMatching(/^\d{0,4}$/))
      .map(([a, b]) => (b ? `${a}.${b}` : `${a}`));
    await fc.assert(
      fc.asyncProperty(fc.oneof(decimal, fc.string({ maxLength: 8 })), async (text) => {
        const value = await cell(points(10, { places: 2 }), text);
        if (typeof value !== "number") return;
        expect(equal(fraction(BigInt(value), 100n), parseDecimal(text.trim().replace(",", ".")) ?? -1)).toBe(true);
      }),
    );
  });

  test("units need not be whole hundredths", async () => {
    expect(await cell({ kind: "points", max: 30, places: 2 }, "8.5", { scale: 3 })).toEqual(
      multiply(fraction(17n, 2n), 3),
    );
  });
});

describe("the decimal mark of a file", () => {
  const plan = sheetPlan([{ id: "A", scale: points(5000, { places: 3 }) }]);
  const sheet = (...cells: string[]): string =>
    `code;full_name;period;A\n${cells.map((text, at) => `${at};An;2026-Q1;${text}`).join("\n")}\n`;

  test.each([
    [["8.5", "9"], "."],
    [["9", "8,5"], ","],
    [["1.500", "8.5"], "."],
    [["8", "9"], undefined],
  ])("%j uses %j", async (cells, mark) => {
    const { notes, errors } = await readAll(plan, { "s.csv": sheet(...cells) });
    expect(errors).toEqual([]);
    expect(notes[0]?.decimalMarks).toEqual(mark === undefined ? [] : [mark]);
  });

  test("two marks are one error that names both cells, in any order of the rows", async () => {
    const { diagnostics } = await readAll(plan, { "s.csv": sheet("8", "8.5", "7,5", "6,5", "5.5") });
    expect(diagnostics).toMatchObject([
      { code: "D112", place: { line: 4, column: 4 }, parameters: { found: "7,5", first: "8.5", cell: "D3" } },
    ]);
    expect((await readAll(plan, { "s.csv": sheet("1.500", "8,5") })).errors).toEqual(["D112 3:4"]);
    expect((await readAll(plan, { "s.csv": sheet("8,5", "1.500") })).errors).toEqual(["D112 3:4"]);
    expect((await readAll(plan, { "s.csv": sheet("1,500", "1.500") })).errors).toEqual(["D112 3:4"]);
  });

  test("each file has its own", async () => {
    const { rows, errors } = await readAll(plan, { "a.csv": sheet("8,5"), "b.csv": sheet("8.5") });
    expect(errors).toEqual([]);
    expect(rows.map(({ cells }) => cells[0])).toEqual([850, 850]);
  });

  test("1.500 alone may be 1500", async () => {
    const { messages } = await readAll(plan, { "s.csv": sheet("8", "1.500") });
    expect(messages).toEqual(['"1.500" in "A" may be 1.5 or 1500, and no other number of the column tells which']);
  });
});

describe("other scales", () => {
  const levels: Scale = {
    kind: "levels",
    levels: [
      { id: "tot", points: 800, label: "Tốt" },
      { id: "kha", points: 600, label: "Khá" },
    ],
  };
  const yes: Scale = { kind: "yes", points: 500, labels: [{ word: "Có ý kiến", value: true }] };
  const count: Scale = { kind: "count", base: 700, each: -200, min: 0, max: 700 };
  const ratio: Scale = { kind: "ratio", max: 1000 };
  const table: Scale = { kind: "table", rows: [{ points: 0 }] };

  test.each([
    [levels, "tot", 0],
    [levels, "Khá", 1],
    [levels, "KHÁ".normalize("NFD"), 1],
    [levels, "khas", "D206"],
    [yes, "x", 1],
    [yes, "X", 1],
    [yes, "Đạt", 1],
    [yes, "đúng", 1],
    [yes, "có ý kiến", 1],
    [yes, "Không", 0],
    [yes, "không_đạt", 0],
    [yes, "0", 0],
    [yes, "", null],
    [yes, "chưa", "D207"],
    [count, "3", 3],
    [count, "3.0", 3],
    [count, "-1", "D208"],
    [count, "1.5", "D208"],
    [count, "hai", "D202"],
    [ratio, "85", 85],
    [ratio, "120 %", 120],
    [ratio, "0.85%", fraction(85n, 100n)],
    [ratio, "0.85", "D114"],
    [ratio, "1", "D114"],
    [ratio, "0", 0],
    [ratio, "-5", "D203"],
    [table, "-2,5", fraction(-5n, 2n)],
    [table, "x", "D202"],
    [table, "#N/A", "D231"],
    [levels, "T\uFFFDt", "D232"],
    [yes, "####", "D231"],
  ] as const)("%#: %s", async (scale, text, value) => {
    expect(await cell(scale, text)).toEqual(value);
  });

  test("a small percentage without a mark is asked about, unless another without one is above 2", async () => {
    const plan = sheetPlan([{ id: "A", scale: ratio }]);
    const read = (...cells: string[]) =>
      readAll(plan, {
        "s.csv": `code,full_name,period,A\n${cells.map((text, at) => `${at},An,2026-Q1,${text}`).join("\n")}`,
      });
    expect((await read("0.85", "85")).errors).toEqual([]);
    expect((await read("0.85%", "120%", "0")).errors).toEqual([]);
    expect((await read("0.85", "0.92", "1.05")).errors).toEqual(["D114 2:4"]);
    expect((await read("85%", "0.9", "78%")).errors).toEqual(["D114 3:4"]);
    expect((await read("85", "0.9", "78%")).errors).toEqual(["D114 3:4"]);
    expect((await read("2")).errors).toEqual(["D114 2:4"]);
    expect((await read("2.01", "0.5")).errors).toEqual([]);
    const { messages } = await read("0", "0.85", "1");
    expect(messages).toEqual(['"A" is a percentage: is "0.85" 0.85 % or 85 %?']);
  });

  test("a stated unit says what a cell without a mark is; one with a mark is a percentage all the same", async () => {
    const fraction100: Scale = { kind: "ratio", max: 1000, unit: "fraction" };
    const percent: Scale = { kind: "ratio", max: 1000, unit: "percent" };
    expect(await cell(fraction100, "0.85")).toBe(85);
    expect(await cell(fraction100, "85%")).toBe(85);
    expect(await cell(fraction100, "1.05")).toBe(105);
    expect(await cell(percent, "0.85")).toEqual(fraction(85n, 100n));
    expect(await cell(percent, "\uFF19\uFF10\uFF05")).toBe(90);
  });

  test("points below 0 where the item states its min", async () => {
    const deducting: Scale = { kind: "points", min: -2000, max: 0, step: 50, places: 2 };
    expect(await cell(deducting, "-5")).toBe(-500);
    expect(await cell(deducting, "\u22125,5")).toBe(-550);
    expect(await cell(deducting, "0")).toBe(0);
    expect(await cell(deducting, "-20.5")).toBe("D203");
    expect(await cell(deducting, "1")).toBe("D203");
    expect(await cell(deducting, "-0.3")).toBe("D205");
    expect(await cell({ kind: "points", min: "none", max: 10, places: 0 }, "-999")).toBe(-99_900);
  });

  test("a code word means its policy, for any scale", async () => {
    const codes: Partial<Plan> = {
      codes: [
        { word: "KPS", policy: "skip_total" },
        { word: "-", policy: "zero" },
      ],
    };
    expect(await cell(points(10), "#N/A", { codes: [{ word: "#N/A", policy: "zero" }] })).toBe("zero");
    for (const scale of [points(10), levels, yes, count, ratio]) {
      expect(await cell(scale, "kps", codes)).toBe("skip_total");
      expect(await cell(scale, "-", codes)).toBe("zero");
    }
  });

  test("a near level is offered", async () => {
    const plan = sheetPlan([{ id: "A", scale: levels }]);
    const { messages } = await readAll(plan, { "s.csv": "code,full_name,period,A\n1,An,2026-Q1,Khas\n" });
    expect(messages).toEqual(['"A" of 1 is "Khas", expected one of: Tốt, Khá (did you mean Khá?)']);
  });
});

describe("columns", () => {
  const choice: ColumnType = {
    kind: "choice",
    values: [
      { id: "khong", label: "Không" },
      { id: "khien_trach", label: "Khiển trách" },
    ],
  };
  const number: ColumnType = { kind: "number", min: 0, max: 12 };

  test.each([
    [{ kind: "text" }, " Chi bộ\u00A0 1 ", "Chi bộ 1"],
    [{ kind: "text" }, "'=1+1", "=1+1"],
    [{ kind: "text" }, "'-5 độ", "-5 độ"],
    [{ kind: "text" }, "'thường'", "'thường'"],
    [{ kind: "text" }, "a\u0001\u001Fb", "ab"],
    [{ kind: "text" }, "__proto__", "__proto__"],
    [{ kind: "text" }, "", "D201"],
    [{ kind: "text" }, "#N/A", "D231"],
    [{ kind: "text" }, "#ref!", "D231"],
    [{ kind: "text" }, "########", "D231"],
    [{ kind: "text" }, "Err:502", "D231"],
    [{ kind: "text" }, "#1", "#1"],
    [{ kind: "text" }, "Chi b\uFFFD 1", "D232"],
    [{ kind: "text" }, "3.62E+10", "3.62E+10"],
    [{ kind: "text" }, "30/12/1899", "D234"],
    [choice, "#VALUE!", "D231"],
    [number, "#DIV/0!", "D231"],
    [number, "30/12/1899", "D234"],
    [{ kind: "flag" }, "#NULL!", "D231"],
    [choice, "khien trach", "khien_trach"],
    [choice, "KHIỂN TRÁCH", "khien_trach"],
    [choice, "__proto__", "D206"],
    [choice, "constructor", "D206"],
    [number, "8,5", fraction(17n, 2n)],
    [number, "85%", "D203"],
    [number, "12", 12],
    [number, "13", "D203"],
    [{ kind: "number", step: fraction(1n, 2n) }, "3.5", fraction(7n, 2n)],
    [{ kind: "number", step: fraction(1n, 2n) }, "3.4", "D205"],
    [{ kind: "number" }, "2.7e-07", fraction(27n, 100_000_000n)],
    [{ kind: "number" }, "-0.5", fraction(-1n, 2n)],
    [{ kind: "number" }, "85%", 85],
    [{ kind: "date" }, "31/03/2026", 20_543],
    [{ kind: "date" }, "2026-03-31", 20_543],
    [{ kind: "date" }, "2026/03/31", 20_543],
    [{ kind: "date" }, "Ngày 31 tháng 03 năm 2026", 20_543],
    [{ kind: "date" }, "31 tháng 3, 2026", 20_543],
    [{ kind: "date" }, "31 thang 3 nam 2026", 20_543],
    [{ kind: "date" }, "2026-3-31", 20_543],
    [{ kind: "date" }, "2026-03-31 00:00:00", 20_543],
    [{ kind: "date" }, "2026-03-31T00:00:00.000Z", 20_543],
    [{ kind: "date" }, "2026-03-31T00:00:00+07:00", 20_543],
    [{ kind: "date" }, "31/03/2026 0:00", 20_543],
    [{ kind: "date" }, "31/03/2026 0:00:00 SA", 20_543],
    [{ kind: "date" }, "31/3/2026 12:00:00 AM", 20_543],
    [{ kind: "date" }, "2026-03-31 00:00:01", "D210"],
    [{ kind: "date" }, "2026-03-31 12:00", "D210"],
    [{ kind: "date" }, "30/12/1899", "D234"],
    [{ kind: "date" }, "1899-12-31 00:00:00", "D234"],
    [{ kind: "date" }, "1/1/1900", "D234"],
    [{ kind: "date" }, "01/01/1904", "D234"],
    [{ kind: "date" }, "02/01/1904", -24_106],
    [{ kind: "date" }, "31/02/2026", "D210"],
    [{ kind: "flag" }, "Có", true],
    [{ kind: "flag" }, "sai", false],
    [{ kind: "flag" }, "1.0", true],
    [{ kind: "flag" }, "0,0", false],
    [{ kind: "flag" }, "✓", true],
    [{ kind: "flag" }, "✔", true],
    [{ kind: "flag" }, "✔\uFE0F", true],
    [{ kind: "flag" }, "có lẽ", "D207"],
  ] as const)("%#: %s", async (type, text, value) => {
    expect(await attribute(type, text)).toEqual(value);
  });

  test("a default stands for a blank cell and for a missing column", async () => {
    const part = { required: false, default: "khong" };
    expect(await attribute(choice, "", part)).toBe("khong");
    const { rows } = await readAll(smallPlan([column("x", { type: choice, ...part })]), {
      "s.csv": "code,full_name,period,A\n1,An,2026-Q1,8\n",
    });
    expect(rows[0]).toMatchObject({ columns: ["1", "An", "khong"], sheet: { columns: [1, 2, 0] } });
  });

  test("a compared column never stops a row", async () => {
    const compared = smallPlan([
      column("x", { type: { kind: "number" }, required: false, compare: { with: "total" } }),
    ]);
    const text = "code,full_name,period,A,x\n1,An,2026-Q1,8,90.5\n2,Bình,2026-Q1,8,\n3,Chi,2026-Q1,8,chín mươi\n";
    const { rows, errors, diagnostics } = await readAll(compared, { "s.csv": text });
    expect(rows.map(({ columns }) => columns[2])).toEqual([fraction(181n, 2n), undefined, undefined]);
    expect(errors).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "D218", severity: "note", place: { line: 4, column: 5 } }]);
    const damaged = await readAll(compared, { "s.csv": "code,full_name,period,A,x\n1,An,2026-Q1,8,#REF!\n" });
    expect(damaged.diagnostics).toMatchObject([{ code: "D218", severity: "note" }]);
  });
});
