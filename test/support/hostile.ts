import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** A text that would be code, markup, a formula or another direction wherever it is not held to be text; it says where it came from. */
export const hostile = (where: string): string =>
  `=${where}"onerror='alert(1)'></title></script><script>alert(2)</script><img src=x onerror=alert(3)>|*b*[l](javascript:alert(4))\`c\`\u202Edc`;

/** What sheets keep of it: they drop what turns the direction. */
export const hostileCell = (where: string): string => hostile(where).replace("\u202E", "");

const yaml = (where: string): string => JSON.stringify(hostile(where));
const csv = (text: string | number): string => `"${String(text).replaceAll('"', '""')}"`;

/** Texts of the rubric that stand on the page of its results. */
export const shownOfRubric = [
  "title",
  "basis",
  "key",
  "name",
  "unit",
  "area",
  "item",
  "best",
  "worst",
  "rule",
  "quota",
  "award",
  "alert",
  "reason",
  "office",
];

const rubric = `schema: 1
id: hostile
version: "1"
title: ${yaml("title")}
language: en
basis: [ { id: law, title: ${yaml("basis")} } ]
period: quarter
missing: incomplete
blank_rows: incomplete
subject: { noun: ${yaml("noun")}, key: k, name: n }
columns:
  k: { type: text, required: true, title: ${yaml("key")}, header: [K] }
  n: { type: text, required: true, title: ${yaml("name")}, header: [N] }
  unit: { type: text, required: true, title: ${yaml("unit")}, header: [U] }
  kind: { type: choice, values: [a, b], default: a, title: ${yaml("choice")}, labels: { a: ${yaml("label")} }, header: [C] }
  office: { type: number, compare: total, title: ${yaml("office")}, header: [O] }
  rater: { type: text, of: rating, required: true, title: ${yaml("rater")}, header: [R] }
  bloc: { type: text, of: rater, required: true, title: ${yaml("bloc")}, header: [B] }
ratings: { by: rater, accept: bloc != unit, otherwise: ignore, level: item, combine: mean, at_least: 1, expect: all, blank: leave_out }
areas:
  - { id: A, title: ${yaml("area")}, note: ${yaml("note")}, max: 60, items: [ { id: A1, title: ${yaml("leaf")}, max: 60, cite: law, note: ${yaml("note")} } ] }
  - { id: L, title: ${yaml("item")}, levels: { good: 40, bad: 0 }, labels: { good: ${yaml("level")} } }
total: { max: 100 }
bands:
  - { id: top, title: ${yaml("best")}, from: 70 }
  - { id: low, title: ${yaml("worst")} }
rules:
  - { id: held, title: ${yaml("rule")}, when: kind == "b", at_most: low, cite: law, note: ${yaml("note")} }
  - { id: gone, title: ${yaml("reason")}, when: A1 < 2, not_rated: ${yaml("reason")} }
quotas: [ { id: few, title: ${yaml("quota")}, band: top, count: 1, within: [unit], ties: out, then: low, cite: law } ]
ranking: { within: [unit], by: [total] }
awards: [ { id: cup, title: ${yaml("award")}, top: 1, ties: all } ]
alerts: [ { id: low, title: ${yaml("alert")}, when: total < 60 } ]
summary: { by: [[kind]], sum: [A1] }
tests: [ { name: ${yaml("test")}, given: { A1: 60, L: good }, expect: { total: 99 } } ]
`;

/** Keys of the sheets, some of which spreadsheets would compute. */
export const hostileKeys = [
  "=1+1",
  "+1",
  "-1+2",
  "@SUM(A1)",
  "'x",
  "007",
  hostileCell("person"),
  "long ".repeat(400).trim(),
];

/** The names of the files, which stand on pages too. */
export const hostileFiles = [
  "rubric.yaml",
  "2026-Q1 <img src=x onerror=alert(5)>.csv",
  "2026-Q2 =1+1.csv",
  "decisions.csv.txt",
] as const;

/** Lays out a rubric, two quarters of sheets and decisions, whose every text is hostile. */
export function layHostile(folder: string): void {
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
  const [law, first, second, decisions] = hostileFiles;
  write(law, rubric);
  const row = (quarter: number) => (key: string, at: number) =>
    [
      key,
      key,
      hostileCell(at % 2 ? "east" : "west"),
      at % 3 ? "a" : "b",
      50,
      hostileCell("judge"),
      hostileCell("jury"),
      at * 8 + quarter,
      "good",
    ].map(csv);
  for (const [at, name] of [first, second].entries()) {
    const lines = hostileKeys.map((key, index) => [...row(at)(key, index), csv(hostileCell("unused"))].join(","));
    write(name, `K,N,U,C,O,R,B,A1,L,${csv(hostile("head"))}\n${lines.join("\n")}\n`);
  }
  const decided = [
    hostileKeys[5] ?? "",
    "2026-Q1",
    "set_band",
    "low",
    hostile("because"),
    hostile("authority"),
    "2026-04-01",
  ];
  write(decisions, `key,period,action,value,reason,authority,date\n${decided.map(csv).join(",")}\n`);
}
