import type { Column } from "../../src/model/column.ts";
import type { Node } from "../../src/model/node.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { PeriodReport, Report, Result } from "../../src/model/report.ts";
import type { Band, Quota, Stage } from "../../src/model/stage.ts";
import { fraction } from "../../src/number/exact.ts";

export const both = (text: string) => ({ en: text, vi: text });

export const column = (id: string, part: Partial<Column> = {}): Column => ({
  id,
  type: { kind: "text" },
  of: "subject",
  required: true,
  headers: [],
  title: both(id),
  ...part,
});

export const area = (id: string, part: Partial<Node> = {}): Node => ({
  id,
  title: both(`Area ${id}`),
  max: 5000,
  min: 0,
  bonus: false,
  body: { kind: "area", children: [], combine: "sum", clamp: false },
  ...part,
});

const band = (id: string, title: string, from?: number): Band => ({
  id,
  title: both(title),
  require: [],
  ...(from !== undefined && { from }),
});

/** 20 % of the first band, within `khoi`. */
export const quota = (id: string): Quota => ({
  id,
  band: 0,
  size: { kind: "share", share: fraction(1n, 5n), of: [0], basis: "after", round: "down" },
  within: [2],
  ties: "out",
  // biome-ignore lint/suspicious/noThenProperty: the rubric's own word for where the surplus goes
  then: 1,
  order: [],
});

export const stage = (part: Partial<Stage> = {}): Stage => ({
  period: "quarter",
  nodes: [area("A"), area("B")],
  top: [0, 1],
  total: { max: 10_000, clamp: false, least: 0, most: 10_000 },
  bands: [band("tot", "Tốt", 7000), band("kem", "Kém")],
  rules: [],
  quotas: [],
  ranking: { within: [2], by: [], number: "standard" },
  awards: [],
  alerts: [],
  ...part,
});

/** Columns `ma`, `ten`, `khoi`; units are hundredths. */
export const plan = (part: Partial<Plan> = {}): Plan => ({
  plan: 1,
  id: "thu",
  version: "1",
  replaces: [],
  title: both("Thử"),
  noun: both("người"),
  language: "vi",
  basis: [],
  scale: 100,
  key: [0],
  name: 1,
  columns: [column("ma"), column("ten"), column("khoi")],
  codes: [],
  decimals: 2,
  stage: stage(),
  rollups: [],
  ...part,
});

/** A rated subject in the first band, unless told otherwise. */
export const result = (key: string, part: Partial<Result> = {}): Result => ({
  key,
  columns: [key, `Tên ${key}`, "Khối 1"],
  scores: [4550, 4000],
  states: [],
  unclamped: 8550,
  total: 8550,
  state: "rated",
  reason: undefined,
  band: 0,
  natural: 0,
  rank: 1,
  rules: [],
  awards: [],
  alerts: [],
  marks: [],
  moved: [],
  rows: [],
  parts: [],
  ...part,
});

export const incomplete = (key: string, part: Partial<Result> = {}): Result =>
  result(key, {
    scores: [undefined, 4000],
    unclamped: undefined,
    total: undefined,
    state: "incomplete",
    reason: { kind: "missing_scores", ids: ["A1"] },
    band: undefined,
    natural: undefined,
    rank: undefined,
    ...part,
  });

export const periodReport = (results: readonly Result[], part: Partial<PeriodReport> = {}): PeriodReport => ({
  period: "2026-Q1",
  stage: 0,
  provisional: false,
  results,
  quotas: [],
  awards: [],
  differences: [],
  ...part,
});

export const report = (periods: readonly PeriodReport[], of: Plan = plan()): Report => ({ plan: of, periods });
