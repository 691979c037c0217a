import type { PeriodWord } from "../../../src/rubric/2-shape/rubric.generated.ts";
import { topLevel } from "./areas.ts";
import type { Vocabulary } from "./conditions.ts";
import {
  columnFacts,
  columnNumbers,
  columns,
  columnWords,
  logFacts,
  lookUpFacts,
  lookUpTables,
  recentFacts,
  tables,
} from "./conditions.ts";
import type { Draw } from "./draw.ts";
import { rounding } from "./items.ts";
import { rollups } from "./rollups.ts";
import type { Looks, StageWords } from "./stage.ts";
import { bands, honours, quotas, ranking, rules } from "./stage.ts";

export type Spec = Readonly<Record<string, unknown>>;

export const rubricText = (draw: Draw): string => yaml(rubricSpec(draw));

/** The same with a log, which must then be given, and with what earlier periods gave. */
export const rubricThatLooksAround = (draw: Draw): string => yaml(rubricSpec(draw, "around"));

/** And with tables. */
export const rubricThatLooksEverywhere = (draw: Draw): string => yaml(rubricSpec(draw, "everywhere"));

/** A random rubric without mistakes: every sum fits, and every choice that the language asks for is made. */
export function rubricSpec(draw: Draw, looks: Looks = "nowhere"): Spec {
  const facts = [
    ...columnFacts,
    ...(looks === "nowhere" ? [] : logFacts),
    ...(looks === "everywhere" ? lookUpFacts("") : []),
  ];
  const top = topLevel(draw, "T", 2, { ...columnWords, facts });
  const numbers = [
    ...columnNumbers,
    ...top.numbers,
    { name: "total", most: top.max },
    { name: "unclamped", most: top.max },
  ];
  const earlier = looks === "nowhere" ? [] : recentFacts(top.max);
  const before: Vocabulary = { numbers, facts: [...facts, ...earlier], bands: [] };
  const totals = ["total", "unclamped"];
  const keys = [...totals, "vi_pham", ...top.ids];
  const words: StageWords = { before, after: before, totals, keys, most: top.max, looks, prefix: "" };
  const ofBands = bands(draw, words, true);
  const ids = ofBands.map((band) => band.id as string);
  const all: StageWords = { ...words, after: { ...before, bands: ids } };
  const [period, ...longer] = draw.one(chains);
  const isOfSchool = period === "month" && !(longer as readonly PeriodWord[]).includes("quarter") && draw.rarely(2);
  const total = {
    max: top.max,
    clamp: draw.rarely(2),
    ...(!draw.rarely(4) && { round: { to: draw.one([0.01, 0.1, 0.5, 1]), mode: rounding(draw) } }),
  };
  const ofRows = rules(draw, all, ids);
  return {
    schema: 1,
    id: "ngau_nhien",
    version: "1",
    period,
    ...(isOfSchool && { year: draw.one([{ starts: 9, second: 2 }, { starts: 10 }]) }),
    missing: draw.one(["incomplete", "zero", "full", "skip_area", "skip_total"]),
    blank_rows: draw.one(["score", "score", "skip", "incomplete"]),
    codes: { KPS: draw.one(["skip_total", "skip_area"]), "Được miễn": draw.one(["full", "zero", "incomplete"]) },
    subject: { noun: "đảng viên", key: draw.rarely(4) ? ["ma", "ho"] : "ma", name: "ten" },
    columns: {
      ...(draw.rarely(4) && { ma: { type: "text", required: true, match: draw.one(["fold", "exact"]) } }),
      ...columns,
    },
    ...(looks !== "nowhere" && { tables: { ...tables, ...(looks === "everywhere" && lookUpTables) } }),
    areas: top.nodes.map(({ spec }) => spec),
    total,
    bands: ofBands,
    rules: ofRows,
    quotas: quotas(draw, all, ids),
    ranking: ranking(draw, all),
    ...honours(draw, all, ids, ofRows),
    rollups: rollups(draw, all, ofBands, ofRows, [period, ...longer]),
  };
}

/** The period of the rows and those of the rollups above it. */
const chains = [
  ["year"],
  ["quarter", "year"],
  ["month", "quarter"],
  ["semester", "year"],
  ["week", "month"],
  ["month", "quarter", "year"],
  ["month", "semester"],
  ["month", "semester", "year"],
] as const satisfies [PeriodWord, ...PeriodWord[]][];

/** One line for each key; JSON is YAML. */
export const yaml = (rubric: Spec): string =>
  Object.entries(rubric)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join("");
