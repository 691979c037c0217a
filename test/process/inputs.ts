import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseReceipt } from "../../src/archive/receipt.ts";

/** A rubric with all that results can hold, and names that sort otherwise in each locale. */
const rubric = `schema: 1
id: process
version: "1"
title: Thi đua
language: vi
period: quarter
missing: incomplete
subject: { key: ma, name: ho_ten }
columns:
  to: { type: text, required: true, title: Tổ, match: exact }
  sinh: { type: date, default: "1990-03-31", title: Ngày sinh }
areas: [{ id: A, max: 60 }, { id: B, max: 40 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, title: Tốt, from: 80 }, { id: dat, title: Đạt }]
quotas: [{ id: it, band: tot, share: 20%, of: rated, basis: before, within: [to], round: down, ties: open, then: dat, order: [total] }]
ranking: { within: [to], by: [band, total] }
awards: [{ id: co, title: Cờ, top: 1, within: [to], ties: open }]
rollups: [{ period: semester, of: quarter, score: mean, missing: skip, at_least: 1 }]
`;

const names = ["Đặng", "Ở", "Ích", "i", "I", "ı", "Ö", "Z", "z", "Ä", "ä", "An", "Ân", "Ăn", "ch", "h", "ll"];

/** A sheet of one quarter; `salt` makes its scores others than those of another salt. */
const sheet = (people: number, salt = 0): string =>
  `ma,ho_ten,to,sinh,A,B\n${Array.from({ length: people }, (_, at) => {
    const name = names[at % names.length];
    return `${name}${at},${name} ${at},${names[at % 5]},31/3/1990,${(at * 7 + salt) % 61},${(at * 3) % 40}.${at % 10}\n`;
  }).join("")}`;

export const inputs = (people = 40, salt = 0): readonly (readonly [string, string])[] => [
  ["rubric.yaml", rubric],
  ["sheets/2026-Q1.csv", sheet(people, salt)],
  ["sheets/2026-Q2.csv", sheet(people, salt + 1)],
];

/** The names of the result files that a folder's receipt lists. */
export const listed = (folder: string): string[] =>
  parseReceipt(readFileSync(join(folder, "receipt.json"), "utf8"))?.outputs.map(({ name }) => name) ?? [];
