import { describe, expect, test } from "vitest";
import { messageOf } from "../../../src/diagnostics/message.ts";
import type { Scale } from "../../../src/model/node.ts";
import type { Plan } from "../../../src/model/plan.ts";
import type { Reading } from "../../support/sheet.ts";
import { column, readAll, sheetPlan, smallPlan } from "../../support/sheet.ts";

const head = "code,full_name,period,A";
const medals: Scale = {
  kind: "levels",
  levels: [
    { id: "vang", points: 100, label: "Vàng" },
    { id: "bac", points: 80, label: "Bạc" },
  ],
};
const medalPlan = (part: Partial<Plan> = {}): Plan => sheetPlan([{ id: "A", scale: medals }], [], part);
const typed = ({ diagnostics }: Reading): unknown =>
  diagnostics
    .filter(({ code }) => code === "D121")
    .map((each) => messageOf(each, "en").replace("words are read with and without their accents: ", ""));

describe("cells", () => {
  test.each<[string, number | string]>([
    ["Vàng", 0],
    ["VÀNG", 0],
    ["vang", 0],
    ["Vang", 0],
    ["BAC", 1],
    ["Vắng", "D206"],
    ["Váng", "D206"],
    ["Bắc", "D206"],
  ])("%s", async (cell, expected) => {
    const { rows, errors } = await readAll(medalPlan(), { "s.csv": `${head}\n1,An,2026-Q1,${cell}\n` });
    expect(rows[0]?.cells[0] ?? errors[0]?.slice(0, 4)).toBe(expected);
  });

  test("a code may be a level with other accents, and is no word of its own without them", async () => {
    const codes = [{ word: "Vắng", policy: "zero" }] as const;
    const cells = ["Vàng", "Vắng", "vang", "Vang"].map((cell, at) => `${at},An,2026-Q1,${cell}`);
    const { rows, errors } = await readAll(medalPlan({ codes }), { "s.csv": `${head}\n${cells.join("\n")}\n` });
    expect(rows.map((row) => row.cells[0])).toEqual([0, "zero", 0]);
    expect(errors).toEqual(["D206 5:4"]);
  });

  test.each([
    ["Dung", true],
    ["CO", true],
    ["Khong dat", false],
    ["không_đạt", false],
    ["Cờ", undefined],
    ["đứng", undefined],
  ])("the flag %s", async (cell, expected) => {
    const plan = smallPlan([column("lead", { type: { kind: "flag" } })]);
    const reading = await readAll(plan, { "s.csv": `${head},lead\n1,An,2026-Q1,8,${cell}\n` });
    expect(reading.rows[0]?.columns[2]).toBe(expected);
    if (expected === undefined) expect(reading.errors).toEqual(["D207 2:5"]);
  });

  test("what was read without its accents is said once for each file, with each word once", async () => {
    const text = `${head}\n1,An,2026-Q1,Vang\n2,An,2026-Q1,Vang\n3,An,2026-Q1,BAC\n4,An,2026-Q1,Bạc\n`;
    const reading = await readAll(medalPlan(), { "a.csv": text, "b.csv": text.replaceAll("An,", "Bình,") });
    expect(typed(reading)).toEqual(['"Vang" is "Vàng", "BAC" is "Bạc"', '"Vang" is "Vàng", "BAC" is "Bạc"']);
    expect(typed(await readAll(medalPlan(), { "a.csv": `${head}\n1,An,2026-Q1,vàng\n` }))).toEqual([]);
  });
});

describe("heads", () => {
  const year = column("nam", { type: { kind: "number" }, headers: ["Năm"] });
  const read = (names: string, cells: string): Promise<Reading> =>
    readAll(smallPlan([year]), { "s.csv": `${head},${names}\n1,An,2026-Q1,8,${cells}\n` });

  test("a name without accents is taken for one with them, and said", async () => {
    const reading = await read("Nam", "1990");
    expect(reading.rows[0]?.columns[2]).toBe(1990);
    expect(typed(reading)).toEqual(['"Nam" is "Năm"']);
  });

  test.each(["Nam,Năm", "NAM,NĂM"])("the exact name wins: %s", async (names) => {
    const reading = await read(names, "x,1990");
    expect([reading.rows[0]?.columns[2], reading.errors, typed(reading)]).toEqual([1990, [], []]);
  });

  test("two exact ones are doubled still", async () => {
    expect((await read("Năm,NĂM", "1,2")).errors).toEqual(["D106 1:6"]);
  });

  test("a name with other accents is another", async () => {
    expect((await read("Nấm", "1")).errors).toEqual(["D105 1:1"]);
  });

  test("the other kind of Đ and another place of the tone mark are no difference", async () => {
    const plan = smallPlan([column("d", { headers: ["Điểm hoà"] })]);
    const reading = await readAll(plan, { "s.csv": `${head},\u00D0iểm hòa\n1,An,2026-Q1,8,x\n` });
    expect([reading.rows[0]?.columns[2], typed(reading)]).toEqual(["x", []]);
  });
});
