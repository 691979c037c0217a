// Years in a row over results of earlier runs, as a table beside the sheet.
import type { PastPeriod, PastResult } from "../../src/model/given.ts";
import { joinKey } from "../../src/model/keys.ts";
import { periodLines } from "../../src/views/period-csv.ts";
import { compile, compute } from "../reference/compile.ts";
import type { Draw } from "../reference/generate/draw.ts";
import { rowsFor } from "../reference/rows.ts";
import type { PlainRow } from "../reference/sheet.ts";
import type { Rows } from "../support/engines/engine.ts";

export const earlierPlan = (notRated: string, again: string, years: number) =>
  compile(`schema: 1
id: nhieu_nam
version: "1"
language: vi
period: quarter
missing: incomplete
subject: { key: [chi_bo, ma] }
columns: { chi_bo: { type: text, required: true } }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, title: Tốt, from: 80 }, { id: kha, title: Khá, from: 50 }, { id: kem, title: Kém }]
rules: [{ id: nghi, when: 'A == 0', not_rated: Nghỉ }]
rollups:
  - period: year
    of: quarter
    score: mean
    missing: skip
    awards:
      - { id: lien_tuc, title: Liên tục, streak: { band: kha, years: ${years}, not_rated: ${notRated}, again: ${again} } }
`).plan;

/** A class of an earlier run, as the results of a query tell it. */
export interface EarlierClass {
  readonly period: string;
  readonly key: readonly [chi_bo: string, ma: string];
  readonly state: "rated" | "not_rated" | "incomplete";
  readonly band?: string;
}

export interface EarlierExample {
  readonly plan: ReturnType<typeof earlierPlan>;
  readonly rows: readonly PlainRow[];
  readonly earlier: readonly EarlierClass[];
  readonly period?: string;
}

/** People over some years, of whom the sheet knows some, earlier runs others, and both a few. */
export function earlierExample(draw: Draw): EarlierExample {
  const plan = earlierPlan(draw.one(["skips", "breaks"]), draw.one(["every", "once"]), draw.one([2, 3]));
  const years = ["2020", "2021", "2022", "2023", "2024", "2025"];
  const first = draw.int(1, 5);
  const rows: PlainRow[] = [];
  const earlier: EarlierClass[] = [];
  for (const key of [
    ["=c1", "1"],
    ["c1", "2"],
    ["c2", "1"],
    ["c2", "3"],
  ] as const) {
    for (const [at, year] of years.entries()) {
      if ((at >= first || draw.rarely(6)) && !draw.rarely(5))
        for (const quarter of [1, 2, 3, 4]) {
          const [chi_bo, ma] = key;
          rows.push({ period: `${year}-Q${quarter}`, texts: { chi_bo, ma, A: String(draw.one([0, 60, 60, 40, 90])) } });
        }
      if ((at < first || draw.rarely(6)) && !draw.rarely(5)) {
        const state = draw.one(["rated", "rated", "rated", "not_rated", "incomplete"] as const);
        const band = draw.one(["tot", "kha", "kem"]);
        earlier.push({ period: year, key, state, ...(state === "rated" && { band }) });
      }
    }
  }
  const [chi_bo, ma] = ["=c1", "1"];
  if (rows.length === 0) rows.push({ period: "2025-Q1", texts: { chi_bo, ma, A: "60" } });
  return { plan, rows, earlier, ...(draw.rarely(2) && { period: draw.one(["2025", "2024"]) }) };
}

/** What the program makes of it: the lines of all periods, or of the one that is asked for. */
export function earlierCsv({ plan, rows, earlier, period }: EarlierExample): string {
  const periods = [...new Set(earlier.map((each) => each.period))];
  const bands = plan.rollups[0]?.bands.map(({ id }) => id) ?? [];
  const history = periods.map((name): PastPeriod => {
    const results = earlier
      .filter((each) => each.period === name)
      .map(
        (each, at): PastResult => ({
          key: joinKey(each.key),
          columns: [],
          scores: [],
          unclamped: undefined,
          total: undefined,
          state: each.state,
          reason: "",
          band: each.band === undefined ? undefined : bands.indexOf(each.band),
          rank: undefined,
          rules: [],
          awards: [],
          alerts: [],
          line: at + 2,
        }),
      );
    return { period: name, file: `${name}.csv`, results };
  });
  const report = compute(plan, rowsFor(plan, rows), [], period, history);
  const lines = report.periods.flatMap((each) => {
    const [, ...below] = periodLines(report, each);
    return below.map((line) => (period === undefined ? `${each.period},${line}` : line));
  });
  return lines.join("");
}

/** The table of earlier results, with apostrophes where a spreadsheet would run a text. */
export const earlierRows = (earlier: readonly EarlierClass[]): Rows => [
  ["band", "ma", "chi_bo", "state", "period"],
  ...earlier.map(({ period, key: [chi_bo, ma], state, band }) => [
    band ?? "",
    ma,
    chi_bo.startsWith("=") ? `'${chi_bo}` : chi_bo,
    state,
    period,
  ]),
];
