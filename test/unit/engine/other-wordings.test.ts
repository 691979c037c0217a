// Keys that name somebody in another wording, or with day and month of a date swapped: one person must not become two without a word.
import { describe, expect, test } from "vitest";
import { withFolder, writeTree } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";

const rubric = (match: string): string => `schema: 1
id: thu
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: [to, ten, sinh] }
columns:
  to: { type: text, required: true }
  ten: { type: text, required: true${match} }
  sinh: { type: text, required: true${match} }
areas: [{ id: D, max: 10 }]
total: { max: 10, clamp: false }
bands: [{ id: a, from: 8 }, { id: c }]
`;

/** Computes two people with ten and sinh, in one period or two: what is asked. */
async function asked(one: string, other: string, { periods = ["Q1", "Q2"], match = "", to = "T", more = "" } = {}) {
  return withFolder(async (cwd) => {
    const rows = [`T,${one},2026-${periods[0]},8`, `${to},${other},2026-${periods[1]},8`].join("\n");
    writeTree(cwd, [
      ["r.yaml", rubric(match)],
      ["s.csv", `to,ten,sinh,period,D\n${rows}\n`],
      ["d.csv", `key,period,action,value,reason,authority,date\n${more}\n`],
    ]);
    const flags = more === "" ? [] : ["--decisions", "d.csv"];
    const { exit, stderr } = await runHere(["compute", "r.yaml", "s.csv", "--lang", "en", ...flags], { cwd });
    return [exit, ...[...stderr.matchAll(/^s.csv:\S+: \w+ (A12\d|D252): /gm)].map((found) => found[1])];
  });
}

describe("a form of address or a post", () => {
  test.each([
    ["Đ/c Lê Văn Nam", "Lê Văn Nam"],
    ["Bà Trần Thị H", "TRẦN THỊ H"],
    ["Đ/c Ông Lê Văn Nam", "Ông Lê Văn Nam"],
    ["An Văn A - Bí thư", "An Văn A"],
    ["Lê Văn Nam (BT)", "Lê Văn Nam"],
    ["Thầy Lê Văn Nam [Hiệu trưởng]", "Lê Văn Nam"],
  ])("%s and %s", async (one, other) => {
    for (const periods of [
      ["Q1", "Q2"],
      ["Q1", "Q1"],
    ]) {
      expect(await asked(`${one},x`, `${other},x`, { periods })).toEqual([1, "A122"]);
      expect(await asked(`${other},x`, `${one},x`, { periods })).toEqual([1, "A122"]);
    }
  });

  test.each([
    ["Anh Thư", "Thư"],
    ["Lê Văn Nam (A)", "Lê Văn Nam (B)"],
    ["Lê Văn Nam (Tổ 1)", "Lê Văn Nam"],
    ["Lê Văn Nam - 1975", "Lê Văn Nam"],
    ["Bạch Văn Nam", "Văn Nam"],
    ["Ông Văn Nam (1975)", "Văn Nam"],
    ["Ông Văn Nam", "Văn Nam (1975)"],
  ])("is none that tells people apart: %s and %s", async (one, other) =>
    expect(await asked(`${one},x`, `${other},x`)).toEqual([0]),
  );

  test("of two posts tells two apart who stand in one list", async () => {
    const here = { periods: ["Q1", "Q1"] };
    expect(await asked("Lê Văn Nam (BT),x", "Lê Văn Nam (PBT),x", here)).toEqual([0]);
    expect(await asked("Lê Văn Nam - Bí thư,x", "Lê Văn Nam - Phó bí thư,x", here)).toEqual([0]);
    expect(await asked("Lê Văn Nam (BT),x", "Lê Văn Nam (PBT),x")).toEqual([1, "A122"]);
    for (const [one, other] of [
      ["Lê Văn Nam (BT)", "Lê Văn Nam - Bí thư"],
      ["Lê Văn Nam - Bí thư", "Lê Văn Nam - Bí thư chi bộ"],
      ["Lê Văn Nam (BT)", "Đ/c Lê Văn Nam (BT)"],
    ])
      expect(await asked(`${one},x`, `${other},x`, here)).toEqual([1, "A122"]);
  });

  test("of people who differ in another part too", async () => {
    expect(await asked("Đ/c Lê Văn Nam,x", "Lê Văn Nam,x", { to: "U" })).toEqual([0]);
    expect(await asked("Đ/c Lê Văn Nam,x", "Lê Văn Nam,y")).toEqual([0]);
  });

  test("is not asked about where they are two, or a decision joins them", async () => {
    expect(await asked("Đ/c Lê Văn Nam,x", "Lê Văn Nam,x", { match: ", match: exact" })).toEqual([0]);
    const more = "T / Lê Văn Nam / x,2026-Q2,was,T / Đ/c Lê Văn Nam / x,Đổi,Ban A,2026-04-01";
    expect(await asked("Đ/c Lê Văn Nam,x", "Lê Văn Nam,x", { more })).toEqual([0]);
  });
});

describe("a unit in other words", () => {
  test.each([
    ["Trường TH&THCS Mỹ Lộc", "Trường TH và THCS Mỹ Lộc", "A122"],
    ["THCS Lý Thường Kiệt", "THCS Lí Thường Kiệt", "A122"],
    ["Phòng Kĩ thuật", "PHÒNG KỸ THUẬT", "A122"],
    ["UBND xã Bình An", "Ủy ban nhân dân xã Bình An", "A122"],
    ["Office of Kỹ thuật", "Office of Kĩ thuật", "A122"],
    ["Mỹ Lộc", "Mĩ Lộc", "A124"],
    ["Nguyễn Thị Ly", "Nguyễn Thị Li", "A124"],
    ["Đ/c Nguyễn Thị Ly", "Nguyễn Thị Li", "A124"],
    ["Mai", "May", undefined],
    ["Thúy", "Thúi", undefined],
  ])("%s and %s in two periods", async (one, other, code) => {
    const found = [code === "A122" ? 1 : 0, ...(code ? [code] : [])];
    expect(await asked(`${one},x`, `${other},x`)).toEqual(found);
    expect(await asked(`${other},x`, `${one},x`)).toEqual(found);
    expect(await asked(`${one},x`, `${other},y`)).toEqual([0]);
    expect(await asked(`${one},x`, `${other},x`, { match: ", match: exact" })).toEqual([0]);
  });

  test("in one period people are two, units are asked about", async () => {
    const periods = ["Q1", "Q1"];
    expect(await asked("Nguyễn Thị Ly,x", "Nguyễn Thị Li,x", { periods })).toEqual([0]);
    expect(await asked("Phòng Kĩ thuật,x", "Phòng Kỹ thuật,x", { periods })).toEqual([1, "A122"]);
  });
});

describe("a birthday in two ways", () => {
  test.each([
    ["An,5/3/2010", "An,05/03/2010", "D252"],
    ["An,5/3/2010", "An,2010-03-05", "D252"],
    ["An,5/3/2010", "An,5-Mar-2010", "D252"],
    ["An,5/3/10", "An,05/03/2010 00:00:00", "D252"],
    ["Đ/c Lê An,5/3/2010", "Lê An,05/03/2010", "A122"],
    ["Lê Ly,5/3/2010", "Lê Li,05/03/2010", "A124"],
    ["An,5/3/2010", "An,05/04/2010", undefined],
    ["An,5/3/2010", "Bình,05/03/2010", undefined],
  ])("%s and %s", async (one, other, code) => {
    expect((await asked(one, other))[1]).toBe(code);
    expect((await asked(other, one))[1]).toBe(code);
    expect((await asked(one, other, { to: "U" }))[1]).toBeUndefined();
  });
});

describe("day and month", () => {
  test.each([
    ["05/03/2010", "03/05/2010", "A123"],
    ["5-3-2010", "3-5-2010", "A123"],
    ["2010-03-05", "2010-05-03", "A123"],
    ["2010-03-05", "03/05/2010", "A123"],
    ["05/03/2010", "03/05/2011", undefined],
    ["05/03/2010", "03/06/2010", undefined],
    ["13/03/2010", "31/03/2010", undefined],
    ["05/03/2010", "05-03-2010", "D252"],
  ])("%s and %s", async (one, other, code) => {
    expect((await asked(`An,${one}`, `An,${other}`))[1]).toBe(code);
    expect((await asked(`An,${one}`, `Bình,${other}`))[1]).toBeUndefined();
    expect(await asked(`An,${one}`, `An,${other}`, { match: ", match: exact" })).toEqual([0]);
  });
});
