import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { showKey } from "../../model/keys.ts";
import { rowKeyPlace } from "../../model/places.ts";
import type { Plan, Rollup, Stage } from "../../model/plan.ts";
import type { Row } from "../../model/row.ts";
import type { Period } from "../../period/period.ts";
import type { ClassedSubject } from "../law/result.ts";
import { makeClassed } from "../law/result.ts";
import type { Scorer } from "../law/score.ts";
import { finishTotal, unclampedTotal } from "../law/total.ts";
import { startWork, takeDecidedTotal } from "../law/work.ts";
import { reportDoubled, withoutTotal } from "../official.ts";
import type { PreparedStage } from "../stage.ts";
import type { PerSubject } from "../subjects.ts";
import { entryOf } from "../subjects.ts";

/** Rows that cover a longer period as a whole: some bodies are scored by month, others by quarter. */
export interface DirectRows {
  add(row: Row): void;
  /** Names of the periods that have such rows. */
  periods(): Iterable<string>;
  /** Their subjects' results; `rolled` are those of the same period that come from its parts. */
  scored(period: Period, rolled: readonly ClassedSubject[]): readonly ClassedSubject[];
}

/** `of`: the stage of the sub-periods; `rows`: the rubric's own stage, which scores; `prepared`: that of the rollup, which classifies. */
export function createDirectRows(
  plan: Plan,
  rollup: Rollup,
  of: Stage,
  rows: PreparedStage,
  prepared: PreparedStage,
  diagnostics: Diagnostics,
): DirectRows {
  const scorer = rows.scorer as Scorer;
  const all: PerSubject<Row> = new Map();

  function score(period: Period, row: Row): ClassedSubject {
    const scoring = startWork(plan.stage, row.columns, row.cells, row);
    scorer.score(scoring);
    const work = startWork(rollup, row.columns, [], row);
    for (const node of rollup.nodes.keys()) work.scores[node] = scoring.scores[node];
    if (scoring.unclamped !== undefined) work.unclamped = unclampedTotal(rollup.total, scoring.unclamped);
    if (scoring.total !== undefined) work.total = finishTotal(rollup.total, scoring.total);
    const from = { key: row.key, rows: [row], parts: [] };
    const standing = prepared.standingOf(period, from, row.columns);
    takeDecidedTotal(work, standing?.decidedTotal);
    const subject = { work, rollup: prepared.surroundings.records.rollup(of, [], row, work.total), standing };
    const obstacle = work.total === undefined ? withoutTotal(plan, scoring) : undefined;
    return { subject, classed: makeClassed(rollup, work, prepared.classify(subject), obstacle, from) };
  }

  return {
    add(row) {
      const first = entryOf(all, row, () => row);
      if (first !== row) reportDoubled(plan, diagnostics, first, row);
    },
    periods: () => all.keys(),
    scored(period, rolled) {
      const computed = new Set(rolled.map(({ classed }) => classed.key));
      return [...(all.get(period.name)?.values() ?? [])].flatMap((row) => {
        if (!computed.has(row.key)) return [score(period, row)];
        diagnostics.report("A202", { key: showKey(row.key), period: period.name }, rowKeyPlace(plan, row));
        return [];
      });
    },
  };
}
