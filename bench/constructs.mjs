// Rubrics that say more than the sums of bench.yaml, each by one thing, for the sheet `manifold` of bench/sheet.mjs; and the cross-scoring
// of a month, which has a sheet of its own.
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";

/** The one that is measured elsewhere. */
export const plain = readFileSync(new URL("bench.yaml", import.meta.url), "utf8");

/** The plain rubric with other items in its last area, other columns, and what it says besides. */
function rubric({ items, columns = [], more = "" }) {
  const withItems = items
    ? plain.replace(
        /( {4}max: 10\n {4}items:\n)[\s\S]*?(?=total:)/,
        `$1${items.map((item) => `      - ${item}\n`).join("")}`,
      )
    : plain;
  return withItems.replace("areas:\n", `${columns.map((column) => `  ${column}\n`).join("")}areas:\n`) + more;
}

/** By what a rubric says besides points. */
export const constructs = {
  "points alone": rubric({}),
  levels: rubric({ items: ["{ id: grade, levels: { A: 10, B: 8, C: 6, D: 4, E: 0 } }"] }),
  counts: rubric({ items: ["{ id: late, count: { base: 10, each: -2, min: 0 } }"] }),
  ratios: rubric({
    items: ["{ id: work, ratio: { max: 10, cap: 100%, done: done, target: planned } }"],
    columns: [
      "done: { type: number, required: true, min: 0, max: 1000 }",
      "planned: { type: number, required: true, min: 1, max: 1000 }",
    ],
  }),
  "items for some (`when`)": rubric({
    items: [
      "{ id: led, max: 4, when: leader }",
      '{ id: staffed, max: 4, when: "!leader" }',
      "{ id: s4_2, max: 3 }",
      "{ id: s4_3, max: 3 }",
    ],
    columns: ["leader: { type: flag, default: false }"],
  }),
  rules: rubric({
    columns: ["late: { type: number, default: 0, min: 0, max: 100 }"],
    more: `rules:
  - { id: late, when: late >= 3, at_most: good }
  - { id: weak, when: "items(B).exists(i, i.score * 3 < i.full)", at_most: fair }
`,
  }),
  awards: rubric({
    more: `awards:
  - { id: first, title: First, top: 1, within: [unit_id], ties: all }
  - { id: best, title: Best, share: 10%, of: rated, round: down, by: [total], ties: none }
`,
  }),
  "a year with rules": rubric({
    more: `rollups:
  - period: year
    of: quarter
    score: mean
    missing: skip
    rules:
      - { id: poor_quarter, when: 'periods.exists(p, p.band == "poor")', at_most: fair }
    ranking: { within: [unit_id], by: [total] }
`,
  }),
};

/** A year of twelve months. */
export const year = rubric({
  more: `rollups:
  - { period: year, of: month, score: mean, missing: skip, ranking: { within: [unit_id], by: [total] } }
`,
}).replace("period: quarter", "period: month");

const scores = Array.from({ length: 17 }, (_, at) => `C${at + 1}`);

/** Every rater is of another bloc than whom he scores. */
export const crossScoring = `schema: 1
id: bench
version: "1"
language: en
period: month
missing: incomplete
subject: { key: unit }
columns:
  unit: { type: text, required: true }
  bloc: { type: text, required: true }
  rater: { type: text, of: rating, required: true }
  rater_bloc: { type: text, of: rating, required: true }
areas: [${scores.map((id) => `{ id: ${id}, max: 10 }`).join(", ")}]
total: { max: 170 }
ratings: { by: rater, accept: rater_bloc != bloc, otherwise: refuse, level: item, blank: incomplete, combine: mean }
bands: [{ id: good, from: 120 }, { id: poor }]
`;

/** Each of so many units is scored by as many raters: 3 blocs of units, 3 of raters beside them. */
export function writeRatings(path, units) {
  const file = openSync(path, "w");
  writeSync(file, `period,unit,bloc,rater,rater_bloc,${scores.join(",")}\n`);
  for (let unit = 0; unit < units; unit++) {
    const lines = [];
    for (let rater = 0; rater < units; rater++) {
      const cells = scores.map((_, at) => ((unit * 7 + rater * 3 + at * 5) % 101) / 10);
      lines.push(`2026-01,U${unit},K${unit % 3},R${rater},L${rater % 3},${cells.join(",")}\n`);
    }
    writeSync(file, lines.join(""));
  }
  closeSync(file);
}
