// Keys and groups that stand otherwise in results of earlier runs: one person or group must not become two without a word.
import { describe, expect, test } from "vitest";
import { withFolder, writeTree } from "../../support/files.ts";
import { runHere } from "../../support/run.ts";

const rubric = (key = "", group = ""): string => `schema: 1
id: thu
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: ma }
columns:
  ma: { type: text, required: true${key} }
  to: { type: text, required: true${group} }
areas: [{ id: D, max: 10 }]
total: { max: 10, clamp: false }
bands: [{ id: a, from: 8 }, { id: c }]
ranking: { within: [to], by: [total] }
rollups:
  - { period: year, of: quarter, score: mean, missing: { not_rated: skip, absent: skip }, ranking: { within: [to], by: [total] } }
`;

const decided = "key,period,action,value,reason,authority,date\n7,2026-Q2,was,007,Đổi mã,Ban A,2026-04-01\n";

/** Computes a quarter, then the next one with its results as history: what is said of keys and groups, and the year. */
async function next(text: string, first: readonly string[], second: readonly string[], ...flags: readonly string[]) {
  const sheet = (rows: readonly string[]): string => `ma,to,D\n${rows.join("\n")}\n`;
  return withFolder(async (cwd) => {
    writeTree(cwd, [
      ["r.yaml", text],
      ["q1.csv", sheet(first)],
      ["q2.csv", sheet(second)],
      ["d.csv", decided],
    ]);
    const { exit } = await runHere(["compute", "r.yaml", "2026-Q1=q1.csv", "--out", "past"], { cwd });
    expect(exit).toBe(0);
    const given = ["compute", "r.yaml", "2026-Q2=q2.csv", "--history", "past", "--period", "2026", "--format", "csv"];
    const { stdout, stderr } = await runHere([...given, "--lang", "en", ...flags], { cwd });
    const said = [...stderr.matchAll(/^(\S+): (?:error D250|warning A120): (?:the keys )?(.*?)(?: look| never)/gm)];
    const year = stdout
      .split("\n")
      .slice(1, -1)
      .map((line) => line.split(",").slice(0, 5).join(","));
    return { said: said.map(([, place, what]) => `${place} ${what}`), year };
  });
}

test("a key with another name than before is a warning, in one of several earlier periods too", async () => {
  const named = rubric().replace("key: ma }", "key: ma, name: to }").replaceAll("within: [to], ", "");
  await withFolder(async (cwd) => {
    const sheet = (...rows: string[]): string => `ma,to,D\n${rows.join("\n")}\n`;
    writeTree(cwd, [
      ["r.yaml", named],
      ["q1.csv", sheet("1,Lê An,8", "2,Lê Bình,8", "3,Hà Chi,8")],
      ["q2.csv", sheet("1,Trần Dũng,8", "2,Lê Bình,8")],
      ["q3.csv", sheet("1,Lê An,8", "2,Lê Hồng,8", "3,Hà Chi,8", "4,Vũ Em,8")],
    ]);
    for (const quarter of [1, 2])
      await runHere(["compute", "r.yaml", `2026-Q${quarter}=q${quarter}.csv`, "--out", `past/${quarter}`], { cwd });
    const given = ["compute", "r.yaml", "2026-Q3=q3.csv", "--history", "past/1", "--history", "past/2", "--period"];
    const { stderr } = await runHere([...given, "2026", "--lang", "en"], { cwd });
    expect(stderr.match(/^\S+: warning A121: \d/gm)?.map((line) => line.slice(-1))).toEqual(["1", "2"]);
  });
});

describe("keys that a spreadsheet may have changed", () => {
  test("are a warning", async () => {
    const { said } = await next(rubric(), ["007,T,8"], ["7,T,9"]);
    expect(said).toEqual(["q2.csv:2:1 007 and 7"]);
  });

  test("are none where both stand in one period, of an earlier run too", async () => {
    expect((await next(rubric(), ["007,T,8", "7,T,9"], ["7,T,9"])).said).toEqual([]);
  });

  test("are none where a decision joins them", async () => {
    const { said, year } = await next(rubric(), ["007,T,8"], ["7,T,9"], "--decisions", "d.csv");
    expect(said).toEqual([]);
    expect(year).toEqual(["1,7,T,8.5,8.5"]);
  });
});

describe("look-alikes", () => {
  test("are an error in keys and in groups", async () => {
    expect((await next(rubric(), ["nv01,T,8"], ["NV01,T,9"])).said).toEqual(['q2.csv:2:1 "NV01" and "nv01"']);
    expect((await next(rubric(), ["1,Hoà,8"], ["1,Hòa,9"])).said).toEqual(['q2.csv:2:2 "Hòa" and "Hoà"']);
  });

  test("are two where the column says so", async () => {
    const { said, year } = await next(rubric(", match: exact"), ["nv01,T,8"], ["NV01,T,9"]);
    expect(said).toEqual([]);
    expect(year).toEqual(["1,NV01,T,9,9", "2,nv01,T,8,8"]);
  });

  test("are one where the column says so: as the sheets spell it", async () => {
    const { said, year } = await next(rubric(", match: fold", ", match: fold"), ["nv01,Hoà,8"], ["NV01,Hòa,9"]);
    expect(said).toEqual([]);
    expect(year).toEqual(["1,NV01,Hòa,8.5,8.5"]);
  });

  test("that no sheet has are spelled as the first of them", async () => {
    const { year } = await next(rubric(", match: fold", ", match: fold"), ["nv2,Hoà,8", "NV3,Hòa,7"], ["NV01,To,9"]);
    expect(year).toEqual(["1,nv2,Hoà,8,8", "2,NV3,Hoà,7,7", "1,NV01,To,9,9"]);
  });
});
