import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { showKey } from "../model/keys.ts";
import { rowKeyPlace } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import type { Row } from "../model/row.ts";
import type { Period } from "../period/period.ts";
import { phrase } from "../text/phrase.ts";
import type { ClassedSubject, Obstacle } from "./law/result.ts";
import { makeClassed } from "./law/result.ts";
import type { Scorer } from "./law/score.ts";
import type { Work } from "./law/work.ts";
import { startWork, takeDecidedTotal } from "./law/work.ts";
import type { CreateSubjects, PerSubject } from "./subjects.ts";
import { entryOf, missingItems } from "./subjects.ts";

/** Without `ratings`: one row is the official score of one subject in one period. */
export const officialSubjects: CreateSubjects = (plan, prepared, diagnostics, options) => {
  const { stage, classify, standingOf } = prepared;
  const scorer = prepared.scorer as Scorer;
  const rows: PerSubject<Row> = new Map();

  function score(period: Period, row: Row): ClassedSubject {
    const work = startWork(stage, row.columns, row.cells, row);
    scorer.score(work);
    const from = { key: row.key, rows: [row], parts: [] };
    const standing = standingOf(period, from, row.columns);
    takeDecidedTotal(work, standing?.decidedTotal);
    const subject = { work, standing };
    return { subject, classed: makeClassed(stage, work, classify(subject), withoutTotal(plan, work), from) };
  }

  return {
    add(row) {
      const first = entryOf(rows, row, () => row);
      if (first === row) return;
      reportDoubled(plan, diagnostics, first, row);
      options.onContradiction(row, "A201");
    },
    periods: () => rows.keys(),
    scored: (period) => [...(rows.get(period.name)?.values() ?? [])].map((row) => score(period, row)),
  };
};

export function withoutTotal(plan: Plan, work: Work): Obstacle | undefined {
  if (work.total !== undefined) return undefined;
  const ids = missingItems(plan, work);
  return {
    state: "incomplete",
    reason: ids.length > 0 ? { kind: "missing_scores", ids } : { kind: "nothing_applies" },
  };
}

export function reportDoubled(plan: Plan, diagnostics: Diagnostics, first: Row, second: Row): void {
  diagnostics.report("A201", { key: showKey(second.key), period: second.period }, rowKeyPlace(plan, second), [
    {
      place: rowKeyPlace(plan, first),
      message: phrase("the first row of {key}", { key: showKey(first.key) }),
    },
  ]);
}
