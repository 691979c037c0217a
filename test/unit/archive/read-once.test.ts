// Cells are let go behind a period file where no other file looks at scores: never too early.
import { expect, test } from "vitest";
import type { RecordedFlags } from "../../../src/archive/recorded-flags.ts";
import { resultFiles } from "../../../src/archive/result-set.ts";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { createLibraries } from "../../../src/inputs/rubric-library.ts";
import { compute } from "../../../src/pipeline.ts";
import { source } from "../../../src/text/source.ts";

/** One that lets go of cells, but for what is put in. */
const rubric = (more = "", key = "ma"): string => `schema: 1
id: thu
version: "1"
language: en
period: quarter
missing: incomplete
subject: { noun: member, key: ${key} }
columns: { ma: { type: text, required: true }, to: { type: text, required: true } }
areas: [{ id: A, max: 60, items: [{ id: A1, max: 60 }] }, { id: B, max: 40 }]
total: { max: 100, clamp: false }
bands: [{ id: good, title: Good, from: 50 }, { id: poor, title: Poor }]
ranking: { within: [to], by: [total] }
${more}`;

/** More than a block of rows: cells are let go by blocks. */
const rows = Array.from({ length: 8_300 }, (_, at) => `m${at},to ${at % 9},2026-Q1,${(at * 7) % 61},${at % 41}`);
const sheet = Buffer.from(`ma,to,period,A1,B\n${rows.join("\n")}\n`);

/** The files as they are read from the first to the last, once where it is the last time, and how often cells were let go. */
async function filesOf(text: string, flags: RecordedFlags, isLast: boolean) {
  const diagnostics = createDiagnostics();
  const name = "rubric.yaml";
  const computed = await compute(
    {
      rubric: source(name, text),
      library: createLibraries(".")(name),
      sheets: [
        {
          name: "sheet.csv",
          async *open() {
            yield sheet;
          },
        },
      ],
    },
    diagnostics,
  );
  if (!computed) throw new Error(JSON.stringify(diagnostics));
  const { report } = computed;
  let forgotten = 0;
  const periods = report.periods.map((period) => {
    const { results } = period;
    const { columns } = results;
    if (!columns) throw new Error(`${period.period} is not kept as columns`);
    const forgetScores = (): void => {
      forgotten++;
      columns.forgetScores();
    };
    const watched = Object.create(columns, { forgetScores: { value: forgetScores } });
    return { ...period, results: Object.create(results, { columns: { value: watched } }) };
  });
  const files = new Map<string, string>();
  for (const { name, lines, blocks } of resultFiles(
    { view: { report: { ...report, periods }, selection: {} }, flags },
    isLast,
  )) {
    const text = blocks
      ? Buffer.concat(Array.from(blocks, (block) => Buffer.from(block))).toString()
      : [...lines].join("");
    files.set(name, text);
  }
  return { files, forgotten };
}

const year = `rollups: [{ period: year, of: quarter, parts: ["Q1"], score: sum, missing: skip }]`;
const award = "awards: [{ id: first, title: First, top: 3, by: [A], within: [to], ties: all }]";
const alert = "alerts: [{ id: low, title: Low, when: A < 2 }]";
const looksBack = `rules: [{ id: again, when: 'recent(2).exists(p, p.A1 < 0)', at_most: poor }]`;

test.each<[string, string, RecordedFlags, number]>([
  ["the period file alone", rubric(), {}, 1],
  ["alerts, which are asked for by name", rubric(alert), {}, 1],
  ["a key of two columns", rubric("", "[to, ma]"), {}, 0],
  ["a year", rubric(year), {}, 0],
  ["sums in the summary", rubric("summary: { sum: [A] }"), {}, 0],
  ["awards", rubric(award), {}, 0],
  ["scores that later periods read", rubric(looksBack), {}, 0],
  ["files for Excel", rubric(), { excel: true }, 0],
  ["JSON", rubric(), { format: ["json"] }, 0],
  ["a report", rubric(), { format: ["md"] }, 0],
])("%s", async (_, text, flags, times) => {
  const [whole, once] = [await filesOf(text, flags, false), await filesOf(text, flags, true)];
  expect(whole.forgotten).toBe(0);
  expect(once.forgotten).toBe(times);
  expect(once.files.size).toBeGreaterThan(1);
  // A difference of thousands of lines would be worked out for minutes.
  for (const [name, text] of whole.files) expect(once.files.get(name) === text, name).toBe(true);
});
