// LANGUAGE.md 1.6 on crowded groups: few different totals, several quotas of one band, scopes that cross.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluator } from "../../src/expression/evaluate.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Move, PeriodReport, Result } from "../../src/model/report.ts";
import type { Quota } from "../../src/model/stage.ts";
import { compile, compute } from "../reference/compile.ts";
import type { Draw } from "../reference/generate/draw.ts";
import { drawn } from "../reference/generate/draw.ts";
import { yaml } from "../reference/generate/rubric.ts";
import { quotas } from "../reference/generate/stage.ts";
import { referenceResults } from "../reference/reference.ts";
import { rowsFor } from "../reference/rows.ts";
import { runs } from "../reference/runs.ts";
import type { PlainRow } from "../reference/sheet.ts";
import { viewOfReference, viewOfReport } from "../reference/view.ts";

const ids = ["xuat_sac", "tot", "hoan_thanh", "khong"];
const nothing = { numbers: [], facts: [], bands: [] };
const words = {
  before: nothing,
  after: nothing,
  totals: ["total"],
  keys: ["A", "vi_pham"],
  most: 100,
  looks: "nowhere",
  prefix: "",
} as const;

const crowdedRubric = (draw: Draw): string =>
  yaml({
    schema: 1,
    id: "han_muc",
    version: "1",
    period: "year",
    missing: "incomplete",
    subject: { noun: "đảng viên", key: "ma" },
    columns: {
      chi_bo: { type: "text", required: true },
      khoi: { type: "choice", values: ["k1", "k2", "k3"], required: true },
      lanh_dao: { type: "flag", default: false },
      vi_pham: { type: "number", min: 0, max: 3, default: 0 },
    },
    areas: [
      { id: "A", max: 50 },
      { id: "B", max: 50 },
    ],
    total: { max: 100, clamp: false },
    bands: [{ id: "xuat_sac", from: 90 }, { id: "tot", from: 70 }, { id: "hoan_thanh", from: 50 }, { id: "khong" }],
    rules: [{ id: "nghi", when: "vi_pham == 3", not_rated: "nghỉ dài ngày" }],
    quotas: quotas(draw, words, ids),
  });

const crowd = (draw: Draw): PlainRow[] =>
  draw.list(1, 24, (index) => {
    const [a, b] = draw.one([
      [50, 45],
      [45, 50],
      [46, 46],
      [40, 40],
      [41, 39],
      [30, 25],
      [10, 10],
    ] as const);
    const texts = {
      ma: `${index}`,
      chi_bo: draw.one(["cb1", "cb2"]),
      khoi: draw.one(["k1", "k2"]),
      lanh_dao: draw.one(["", "x"]),
      vi_pham: `${draw.one([0, 0, 0, 1, 3])}`,
      A: `${a}`,
      B: `${b}`,
    };
    return { period: "2026", texts };
  });

interface Computed {
  readonly plan: Plan;
  readonly period: PeriodReport;
  readonly rows: readonly PlainRow[];
}

/** Checks something of every crowd under every set of quotas. */
function everywhere(check: (computed: Computed) => void): void {
  fc.assert(
    fc.property(drawn(crowdedRubric), drawn(crowd), (text, rows) => {
      const { plan } = compile(text);
      check({ plan, rows, period: compute(plan, rowsFor(plan, rows)).periods[0] as PeriodReport });
    }),
    runs(0.5),
  );
}

test("is what the reference reads in it", () => {
  fc.assert(
    fc.property(drawn(crowdedRubric), drawn(crowd), (text, rows) => {
      const { plan, rubric } = compile(text);
      const report = compute(plan, rowsFor(plan, rows));
      expect(viewOfReport(report)).toEqual(viewOfReference(plan, referenceResults(rubric, rows)));
    }),
  );
});

describe("a quota", () => {
  test("leaves in its band whom it says it kept, and with `ties: out` never more than its room", () => {
    everywhere(({ plan, period }) => {
      for (const { quota: id, scope, kept, room } of period.quotas) {
        const quota = plan.stage.quotas.find((each) => each.id === id) as Quota;
        const { band, within, ties } = quota;
        const inScope = [...period.results].filter(
          (result) =>
            isAbout(plan, quota, result) && within.every((column, at) => result.columns[column] === scope[at]),
        );
        expect(inScope.filter((result) => result.band === band)).toHaveLength(kept);
        if (ties === "out") expect(kept).toBeLessThanOrEqual(room);
      }
    });
  });

  test("never takes a better one out of a band in which it leaves a worse one of the same scopes", () => {
    everywhere(({ plan, period }) => {
      for (const band of new Set(plan.stage.quotas.map((quota) => quota.band))) {
        for (const group of sameScopes(plan, band, [...period.results])) {
          const left = group.filter((result) => result.band === band);
          const moved = group.filter((result) => result.moved.some(({ from }) => from === band));
          for (const worse of left)
            for (const better of moved) expect(order(plan, band, better, worse)).toBeGreaterThanOrEqual(0);
        }
      }
    });
  });

  test("treats equal candidates of the same scopes alike", () => {
    everywhere(({ plan, period }) => {
      for (const band of new Set(plan.stage.quotas.map((quota) => quota.band))) {
        for (const group of sameScopes(plan, band, [...period.results])) {
          for (const one of group) {
            const equals = group.filter((other) => order(plan, band, one, other) === 0);
            for (const other of equals) expect(moveFrom(band, other)).toEqual(moveFrom(band, one));
          }
        }
      }
    });
  });

  test("moves nobody upwards, and nobody at all where there is no quota of the band", () => {
    everywhere(({ plan, period }) => {
      const limited = new Set(plan.stage.quotas.map((quota) => quota.band));
      for (const { state, natural, band, moved } of period.results) {
        if (state !== "rated") continue;
        expect(band).toBeGreaterThanOrEqual(natural as number);
        expect(moved.reduce((at, move) => (move.from === at ? move.to : -1), natural as number)).toBe(band);
        if (!limited.has(natural as number)) expect(moved).toEqual([]);
      }
    });
  });
});

/** What the quotas of one band did; those of the bands below may part the two. */
const moveFrom = (band: number, { moved }: Result): Move | undefined => moved.find(({ from }) => from === band);

function isAbout(plan: Plan, { when }: Quota, result: Result): boolean {
  if (!when) return true;
  const column = (name: string): number => plan.columns.findIndex(({ id }) => id === name);
  return (
    evaluator<Result>(
      when,
      (name) =>
        ({ columns }) =>
          columns[column(name)],
    )(result) === true
  );
}

/** Candidates of a band (now or before its quotas) with the same values in all columns that its quotas group by, and in the same ones. */
function sameScopes(plan: Plan, band: number, results: readonly Result[]): Result[][] {
  const limits = plan.stage.quotas.filter((quota) => quota.band === band);
  const columns = limits.flatMap(({ within }) => within);
  const groups = new Map<string, Result[]>();
  for (const result of results) {
    if (result.band !== band && !result.moved.some(({ from }) => from === band)) continue;
    const about = limits.map((quota) => isAbout(plan, quota, result));
    const id = JSON.stringify([about, columns.map((column) => result.columns[column])]);
    groups.set(id, [...(groups.get(id) ?? []), result]);
  }
  return [...groups.values()];
}

/** Below 0 where `a` is better by the order of the band's quotas. All figures here are whole numbers of units. */
function order(plan: Plan, band: number, a: Result, b: Result): number {
  const { order: keys } = plan.stage.quotas.find((quota) => quota.band === band) as Quota;
  for (const { by, ascending } of keys) {
    const figure = (result: Result): number =>
      (by.kind === "node"
        ? result.scores[by.index]
        : by.kind === "column"
          ? result.columns[by.index]
          : result.total) as number;
    const difference = ascending ? figure(a) - figure(b) : figure(b) - figure(a);
    if (difference !== 0) return difference;
  }
  return 0;
}
