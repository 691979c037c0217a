import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { showKey } from "../../model/keys.ts";
import { rowKeyPlace } from "../../model/places.ts";
import type { Plan } from "../../model/plan.ts";
import type { Row } from "../../model/row.ts";
import type { Rollup, Stage } from "../../model/stage.ts";
import type { Period } from "../../period/period.ts";
import type { ClassedSubject } from "../law/result.ts";
import { makeClassed, stateBefore } from "../law/result.ts";
import { finishTotal, unclampedTotal } from "../law/total.ts";
import type { Work } from "../law/work.ts";
import { startWork, takeDecidedTotal } from "../law/work.ts";
import type { PreparedStage } from "../stage.ts";
import type { ScoredRows } from "../subjects.ts";

/**
 * The classes of those whose rows cover a longer period as a whole, as some bodies are scored by month and others by quarter:
 * what the rubric itself makes of the rows is their result there, on which the rollup's own total acts as on a computed one.
 * `of`: the stage of the sub-periods.
 */
export function createDirect(
  rollup: Rollup,
  of: Stage,
  { classify, standingOf, surroundings }: PreparedStage,
): (period: Period, scored: ScoredRows) => ClassedSubject {
  return (period, { key, rows, work: scoring, obstacle }) => {
    const [row] = rows;
    const work = wholeWork(rollup, scoring, row);
    const from = { key, rows, parts: [] };
    const standing = standingOf(period, from, work.columns);
    takeDecidedTotal(work, standing?.decidedTotal);
    const lack = work.total === undefined ? obstacle : undefined;
    const rolled = surroundings.records.rollup(of, [], work, scoring.total);
    const subject = { work, state: stateBefore(work, lack), rollup: rolled, standing };
    return { subject, classed: makeClassed(rollup, work, classify(subject), lack, from) };
  };
}

/** The scoring of a whole period by its rows. A rollup has the nodes of the rows' stage, or none. */
function wholeWork(
  rollup: Rollup,
  { columns, scores, states, full, removed, isApart, ...totals }: Work,
  row?: Row,
): Work {
  const work = startWork(rollup, columns, [], row);
  for (const node of rollup.nodes.keys()) work.scores[node] = scores[node];
  if (rollup.nodes.length > 0) Object.assign(work, { states, full, removed, isApart });
  if (totals.unclamped !== undefined) work.unclamped = unclampedTotal(rollup.total, totals.unclamped);
  if (totals.total !== undefined) work.total = finishTotal(rollup.total, totals.total);
  return work;
}

/** Those who have rows of the whole period alone: `inside` it as well, nobody knows which of the two it is. */
export function withoutParts(
  plan: Plan,
  { name: period }: Period,
  whole: readonly ScoredRows[],
  inside: ReadonlySet<string>,
  diagnostics: Diagnostics,
  onContradiction: (key: string) => void,
): readonly ScoredRows[] {
  return whole.filter(({ key, rows: [row] }) => {
    if (!inside.has(key)) return true;
    diagnostics.report("A202", { key: showKey(key), period }, row && rowKeyPlace(plan, row));
    onContradiction(key);
    return false;
  });
}

/** Beside people whose parts were added up, a row of the whole period has the points of one part. */
export function tellUnlike(
  plan: Plan,
  rollup: Rollup,
  { name: period }: Period,
  whole: readonly ScoredRows[],
  diagnostics: Diagnostics,
): void {
  if (!isSum(plan, rollup)) return;
  for (const { key, rows } of whole) {
    const [row] = rows;
    diagnostics.report("A205", { key: showKey(key), period }, row && rowKeyPlace(plan, row));
  }
}

/** Is its score, or that of its parts, a sum of shorter periods? */
const isSum = (plan: Plan, rollup: Rollup): boolean =>
  rollup.score.kind === "sum" || plan.rollups.some((part) => part.period === rollup.of && isSum(plan, part));
