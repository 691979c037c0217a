// Years in a row and offences that count once over results of earlier runs, as a table beside the sheet.
import type { CellValue, Column } from "../../src/model/column.ts";
import type { PastPeriod, PastResult } from "../../src/model/given.ts";
import { joinKey } from "../../src/model/keys.ts";
import type { Plan } from "../../src/model/plan.ts";
import { parseDecimal } from "../../src/number/decimal.ts";
import { periodLines } from "../../src/views/period-csv.ts";
import { compile, compute } from "../reference/compile.ts";
import type { Draw } from "../reference/generate/draw.ts";
import { rowsFor } from "../reference/rows.ts";
import type { PlainRow } from "../reference/sheet.ts";
import type { Rows } from "../support/engines/engine.ts";
import { sheetOf } from "./subset.ts";

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

/** Offences that count once, of which some are only in results of earlier runs. */
export const oncePlan = compile(`schema: 1
id: mot_lan
version: "1"
language: vi
period: quarter
decimal_mark: ","
missing: incomplete
subject: { key: [chi_bo, ma] }
columns:
  chi_bo: { type: text, required: true }
  ky_luat: { type: choice, values: [khong, khien_trach, canh_cao], default: khong }
  quyet_dinh: { type: text, default: "" }
  lan: { type: number, min: 0, max: 9, step: 0.5, default: 0 }
areas: [{ id: A, max: 100 }]
total: { max: 100, clamp: false }
bands: [{ id: tot, title: Tốt, from: 80 }, { id: kha, title: Khá, from: 50 }, { id: kem, title: Kém }]
rules:
  - { id: ky_luat, when: 'ky_luat != "khong"', set: kem, once: quyet_dinh }
  - { id: khien_trach, when: 'ky_luat == "khien_trach"', at_most: kha, once: ky_luat }
  - { id: lan, when: lan > 1, at_most: kha, once: lan }
`).plan;

/** A class of an earlier run, as the results of a query tell it. */
export interface EarlierClass {
  readonly period: string;
  readonly key: readonly [chi_bo: string, ma: string];
  readonly state: "rated" | "not_rated" | "incomplete";
  readonly band?: string;
  /** Its other columns. */
  readonly texts?: Readonly<Record<string, string>>;
}

export interface EarlierExample {
  readonly plan: Plan;
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

/** People over some quarters with decisions of discipline. */
export function onceExample(draw: Draw): EarlierExample {
  const offence = () => ({
    ky_luat: draw.one(["khong", "khien_trach", "canh_cao"]),
    quyet_dinh: draw.one(["", "=12/QĐ", "12/QĐ", "13/QĐ"]),
    lan: draw.one(["0", "1.5", "2"]),
  });
  const rows: PlainRow[] = [];
  const earlier: EarlierClass[] = [];
  for (const [chi_bo, ma] of [
    ["=c1", "1"],
    ["c1", "2"],
    ["c2", "1"],
  ] as const) {
    for (const quarter of ["2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]) {
      if (draw.rarely(2) || quarter === "2026-Q1")
        rows.push({ period: quarter, texts: { chi_bo, ma, A: draw.one(["90", "60"]), ...offence() } });
      if (draw.rarely(2))
        earlier.push({ period: quarter, key: [chi_bo, ma], state: "rated", band: "tot", texts: offence() });
    }
  }
  return { plan: oncePlan, rows, earlier, ...(draw.rarely(2) && { period: "2026-Q1" }) };
}

/** The sheet, which has the decimal mark of the rubric; results have a point. */
export const earlierSheet = (each: EarlierExample): Rows =>
  sheetOf(each).map((row) =>
    row.map((cell) => (each.plan.decimalMark === "," ? (cell ?? "").replace(/^(\d+)\.(\d+)$/, "$1,$2") : cell)),
  );

/** What the program makes of it: the lines of all periods, or of the one that is asked for. */
export function earlierCsv({ plan, rows, earlier, period }: EarlierExample): string {
  const periods = [...new Set(earlier.map((each) => each.period))];
  const bands = plan.stage.bands.map(({ id }) => id);
  const history = periods.map((name): PastPeriod => {
    const results = earlier
      .filter((each) => each.period === name)
      .map(
        (each, at): PastResult => ({
          key: joinKey(each.key),
          columns: plan.columns.map(({ id, type }) => pastValue(each.texts?.[id] ?? "", type.kind)),
          scores: [],
          states: [],
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

const pastValue = (text: string, kind: Column["type"]["kind"]): CellValue | undefined =>
  kind === "number" ? parseDecimal(text) : text === "" ? undefined : text;

const shown = (text: string): string => (text.startsWith("=") ? `'${text}` : text);

/** The table of earlier results, with apostrophes where a spreadsheet would run a text. */
export const earlierRows = (earlier: readonly EarlierClass[]): Rows => [
  ["band", "ma", "chi_bo", "state", "period", "ky_luat", "quyet_dinh", "lan"],
  ...earlier.map(({ period, key: [chi_bo, ma], state, band, texts: { ky_luat, quyet_dinh, lan } = {} }) => [
    band ?? "",
    ma,
    shown(chi_bo),
    state,
    period,
    ky_luat ?? "",
    shown(quyet_dinh ?? ""),
    lan ?? "",
  ]),
];
