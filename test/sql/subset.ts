// Random rubrics within the subset of SQL, and what the program writes of them.

import { bulkCsvLines } from "../../src/document/csv-bulk.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Report } from "../../src/model/report.ts";
import { hasOwnAreas } from "../../src/model/stages.ts";
import { periodLines } from "../../src/views/period-csv.ts";
import { forPrograms } from "../../src/views/style.ts";
import { summaryOf } from "../../src/views/summary/summary.ts";
import { compile, compute } from "../reference/compile.ts";
import { computeCsv } from "../reference/csv.ts";
import type { PlainDecision } from "../reference/decisions.ts";
import { decisionsFor, tablesFor } from "../reference/generate/beside.ts";
import type { Draw } from "../reference/generate/draw.ts";
import { factsFor } from "../reference/generate/facts.ts";
import { ratedRubricText, ratedSheetFor } from "../reference/generate/ratings.ts";
import { rubricText, rubricThatLooksEverywhere, yaml } from "../reference/generate/rubric.ts";
import { sheetFor } from "../reference/generate/sheet.ts";
import { withBlankRows } from "../reference/generate/spellings.ts";
import type { StageWords } from "../reference/generate/stage.ts";
import { alerts, awards, bands, quotas, ranking, rules } from "../reference/generate/stage.ts";
import { referenceResults } from "../reference/reference.ts";
import { rowsFor } from "../reference/rows.ts";
import type { PlainRow } from "../reference/sheet.ts";
import type { Rows } from "../support/engines/engine.ts";

type Spec = Readonly<Record<string, unknown>>;

const facts = [
  "lanh_dao",
  "!lanh_dao || vi_pham > 2",
  'khoi == "k1"',
  'chi_bo != "cb1" && vi_pham <= 3',
  "vi_pham >= 2.5",
  "T1 + vi_pham * 2 < 20.5",
  "T2 - T3 > 0.25",
  "-T3 * 3 <= 1 && total != 50",
  "total >= 60",
];
const rounding = (draw: Draw) => ({
  to: draw.one([0.01, 0.1, 0.5, 1, 2.5]),
  mode: draw.one(["half_up", "half_even", "half_down", "up", "down", "ceiling", "floor"]),
});

function spec(draw: Draw): Spec {
  const words: StageWords = {
    before: { numbers: [], facts, bands: [] },
    after: { numbers: [], facts, bands: [] },
    totals: ["total", "unclamped"],
    keys: ["total", "unclamped", "vi_pham", "T1", "T2", "T3"],
    most: 100,
    looks: "nowhere",
    prefix: "",
  };
  const ofBands = bands(draw, words, true);
  const ids = ofBands.map((band) => band.id as string);
  const after = { ...words, after: { ...words.after, bands: ids } };
  const limits = quotas(draw, after, ids).filter((quota, at, all) =>
    all.slice(0, at).every((other) => other.band !== quota.band || isNested(quota, other) || isNested(other, quota)),
  );
  return {
    schema: 1,
    id: "sql",
    version: "1",
    language: draw.one(["vi", "en"]),
    period: draw.one(["quarter", "month", "year"]),
    missing: draw.one(["incomplete", "zero", "full"]),
    blank_rows: "score",
    codes: { KPS: draw.one(["full", "zero", "incomplete"]) },
    subject: { key: draw.rarely(3) ? ["ho", "ma"] : "ma", name: "ten" },
    columns: {
      chi_bo: { type: "text", required: true },
      vu: { type: "text", default: "" },
      khoi: { type: "choice", values: ["k1", "k2", "k3"], default: "k1" },
      lanh_dao: { type: "flag", default: false },
      vi_pham: { type: "number", min: 0, max: 6, step: 0.25, default: 0 },
      lam: { type: "number", min: 0, max: 30, required: true },
    },
    areas: [
      {
        id: "T1",
        max: 30,
        min: draw.one([0, "none", 5]),
        ...(draw.rarely(2) && { round: rounding(draw) }),
        items: [
          { id: "A1", max: 20, step: draw.one([0.25, 0.5, 2]), ...(draw.rarely(3) && { round: rounding(draw) }) },
          { id: "A2", levels: { tot: 10, kha: 6.25, yeu: 0 } },
          {
            id: "A3",
            bonus: true,
            count: draw.one([
              { base: 0, each: -1.25, min: -5 },
              { base: 0, each: 2, max: 3 },
            ]),
          },
        ],
      },
      {
        id: "T2",
        max: 50,
        ...(draw.rarely(2)
          ? {
              clamp: true,
              items: [
                { id: "B1", max: 40 },
                { id: "B2", yes: 20 },
              ],
            }
          : {
              items: [
                { id: "B1", max: 40 },
                { id: "B2", items: [{ id: "B3", max: 10, missing: "zero" }], max: 10 },
              ],
            }),
      },
      { id: "T3", table: [{ from: 90, points: 20 }, { from: 70.5, points: 12.5 }, { points: 0 }] },
      ...(draw.rarely(2) ? [{ id: "T4", bonus: true, max: 5 }] : []),
    ],
    total: { max: 100, clamp: draw.rarely(2), ...(draw.rarely(2) && { round: rounding(draw) }) },
    bands: ofBands,
    rules: rules(draw, after, ids),
    quotas: limits.map(({ raise: _, ...quota }) => quota),
    ranking: ranking(draw, after),
    awards: awards(draw, after, ids),
    alerts: alerts(draw, after),
    summary: { by: [["chi_bo"], ["lanh_dao", "khoi"]], ...(draw.rarely(2) && { sum: ["vi_pham", "T1", "A3"] }) },
  };
}

/** Whether all whom a quota is about, and each of its scopes, belong to one scope of another. */
const isNested = (inner: Spec, outer: Spec): boolean =>
  (outer.within as readonly string[]).every((column) => (inner.within as readonly string[]).includes(column)) &&
  (outer.when === undefined || outer.when === inner.when);

/** A rubric, a sheet that fits it, and the file that the program writes of it. */
export interface Example {
  readonly plan: Plan;
  readonly rows: readonly PlainRow[];
  readonly period: string;
  readonly csv: string;
  /** The lines of `summary.csv` below its head. */
  readonly summary: string;
  readonly isProvisional: boolean;
  /** Further tables, by id. */
  readonly tables?: ReadonlyMap<string, Rows>;
  /** The table with what the authority decided; absent: nothing. */
  readonly decisions?: Rows;
}

function exampleOf({ plan, rubric }: ReturnType<typeof compile>, draw: Draw, sheet = sheetFor): Example {
  const rows = sheet(draw, rubric);
  return shownOf(plan, rows, compute(plan, rowsFor(plan, rows)), draw);
}

function shownOf(plan: Plan, rows: readonly PlainRow[], report: Report, draw: Draw): Example {
  const period = draw.one(report.periods);
  const summary = [...summaryLines({ ...report, periods: [period] })].slice(1).join("");
  const csv = [...periodLines(report, period)].join("");
  return { plan, rows, period: period.period, csv, summary, isProvisional: period.provisional };
}

export const example = (draw: Draw): Example => exampleOf(compile(yaml(spec(draw))), draw);

/** A rubric of the whole language, and one of the periods that it computes. */
export const anyExample = (draw: Draw): Example => exampleOf(compile(rubricText(draw)), draw);

/** The same in which several raters score a person. */
export const ratedExample = (draw: Draw): Example =>
  exampleOf(compile(ratedRubricText(rubricText)(draw)), draw, ratedSheetFor);

/** One that also looks at tables, at a log, and at what earlier periods gave. */
export const lookingExample = (draw: Draw): Promise<Example> => exampleBeside(draw, rubricThatLooksEverywhere(draw));

/** The same, or a plainer one, in which the authority has decided about some. */
export const decidedExample = (draw: Draw): Promise<Example> =>
  exampleBeside(draw, (draw.rarely(3) ? rubricThatLooksEverywhere : rubricText)(draw), decisionsFor);

async function exampleBeside(draw: Draw, text: string, decide: typeof decisionsFor = () => []): Promise<Example> {
  const { plan, rubric, rows, facts, results, given, tables } = sheetBeside(draw, text);
  const decisions = rubric.columns?.ma ? [] : decide(draw, rubric, results);
  const report = await computeCsv(draw, { text, rubric }, rows, { facts, tables: given, decisions });
  return {
    ...shownOf(plan, rows, report, draw),
    tables,
    ...(decisions.length > 0 && { decisions: decisionRows(decisions) }),
  };
}

/** A sheet, and the rows of the tables and of the log that its rubric reads. */
export function sheetBeside(draw: Draw, text: string) {
  const { plan, rubric } = compile(text);
  const plain = sheetFor(draw, rubric);
  const rows = withBlankRows(draw, rubric, plain);
  const facts = rubric.columns?.ma ? [] : factsFor(draw, rubric, plain);
  const results = referenceResults(rubric, rows, { facts });
  const given = tablesFor(draw, rubric, results);
  const keys = plan.key.map((at) => plan.columns[at]?.id as string);
  const log = facts.map(({ key, texts }) => ({
    ...texts,
    ...Object.fromEntries(key.split("\u001F").map((part, at) => [keys[at], part])),
  }));
  const tables = new Map(
    (plan.tables ?? []).map(({ id, columns }) => {
      const lines: readonly Readonly<Record<string, string>>[] = id === "so" ? log : (given[id] ?? []);
      const ids = columns.map((column) => column.id);
      return [id, [ids, ...lines.map((texts) => ids.map((each) => texts[each] ?? ""))] as Rows] as const;
    }),
  );
  return { plan, rubric, rows, facts, results, given, tables };
}

/** Decisions as a table of texts, its head first. */
const decisionRows = (decisions: readonly PlainDecision[]): Rows => [
  ["key", "period", "action", "value", "reason", "authority", "date"],
  ...decisions.map(({ key, period, action, value }) => [
    key.replace("\u001F", " / "),
    period,
    action,
    value,
    "lý do",
    "cấp ủy",
    null,
  ]),
];

/** The lines of `summary.csv`, its head first. */
export function summaryLines(report: Report): Iterable<string> {
  const { columns, lines } = summaryOf(report, forPrograms);
  return bulkCsvLines(columns, lines);
}

/** The rows as a table of texts, its head first. */
export function sheetOf({ plan, rows }: Pick<Example, "plan" | "rows">): Rows {
  const ids = [
    "period",
    ...plan.columns.map(({ id }) => id),
    ...[plan.stage, ...plan.rollups.filter(hasOwnAreas)].flatMap(({ nodes }) =>
      nodes.flatMap(({ id, body }) => (body.kind === "item" ? [id] : [])),
    ),
  ];
  return [ids, ...rows.map((row) => ids.map((id) => (id === "period" ? row.period : (row.texts[id] ?? ""))))];
}

/** The same as a table with a row for each cell; blank cells have none but those of the first person. */
export function longSheetOf(example: Pick<Example, "plan" | "rows">): Rows {
  const [head = [], ...rows] = sheetOf(example);
  const keys = example.plan.key.map((at) => head.indexOf(example.plan.columns[at]?.id as string));
  const entries = rows.flatMap((row, at) =>
    row.flatMap((value, column) => {
      const isCell = column > 0 && !keys.includes(column) && (at === 0 || value !== "");
      return isCell
        ? [[row[0] as string, ...keys.map((key) => row[key] as string), head[column] as string, value]]
        : [];
    }),
  );
  return [["period", ...keys.map((key) => head[key] as string), "item", "value"], ...entries];
}
