import type { Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Figures, Mark, Part, Result } from "../../model/report.ts";
import { isLeftOut } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import type { Rollup, RollupMissing, Stage } from "../../model/stage.ts";
import { addsUp, hasOwnAreas } from "../../model/stages.ts";
import type { Exact } from "../../number/exact.ts";
import { divide, sum } from "../../number/exact.ts";
import type { Period } from "../../period/period.ts";
import type { ClassedSubject, Obstacle } from "../law/result.ts";
import { makeClassed, stateBefore } from "../law/result.ts";
import type { Counted } from "../law/rollup-score.ts";
import { createRollupTotal, figures, rollOf } from "../law/rollup-score.ts";
import type { Standing, Subject } from "../law/subject.ts";
import { finishTotal, unclampedTotal } from "../law/total.ts";
import type { Whose, Work } from "../law/work.ts";
import { settle, takeDecidedTotal } from "../law/work.ts";
import type { PreparedStage } from "../stage.ts";
import type { ByKey } from "./chronicle.ts";
import type { OwnRows } from "./own-rows.ts";
import { partName } from "./parts.ts";

/** The results of a period from those of its sub-periods, oldest first. */
export type Roller = (
  period: Period,
  subPeriods: readonly Period[],
  resultsOf: (period: Period) => ByKey | undefined,
) => RolledUp;

export interface RolledUp {
  keys(): Iterable<string>;
  /** Before quotas. */
  of(key: string): ClassedSubject;
}

/**
 * A part that asks for its result whenever somebody looks at it: results that are kept as columns, of everybody in each month of a
 * year, would not fit as objects. A class, since there are as many as those.
 */
class KeptPart implements Part {
  readonly period: string;
  readonly #key: string;
  readonly #results: ByKey;
  constructor(period: string, key: string, results: ByKey) {
    this.period = period;
    this.#key = key;
    this.#results = results;
  }
  get result(): Result {
    return this.#results.get(this.#key) as Result;
  }
}

/** `of`: the stage of the sub-periods; `own`: the rows with items of the rollup's own. */
export function createRoller(plan: Plan, rollup: Rollup, of: Stage, prepared: PreparedStage, own: OwnRows): Roller {
  const { environment, classify, standingOf } = prepared;
  const { records } = prepared.surroundings;
  const totalOf = createRollupTotal(plan, rollup, environment);
  return (period, subPeriods, resultsOf) => {
    const rows = own.within(period);
    const given = subPeriods.map((part) => ({ part, results: resultsOf(part) }));
    const keys = () => new Set([...given.flatMap(({ results }) => [...(results?.keys() ?? [])]), ...rows.keys()]);
    return { keys, of: rollUp };

    function rollUp(key: string): ClassedSubject {
      const slots = given.map(({ part, results }) => ({ period: part, result: figuresOf(results, key) }));
      const parts: Part[] = [];
      for (const [at, { part, results }] of given.entries()) {
        if (results && slots[at]?.result) parts.push(new KeptPart(part.name, key, results));
      }
      const counted = countedIn(rollup, slots);
      const obstacle = blocked(rollup, slots);
      const row = rows.get(key);
      const from = { key, rows: row ? [row] : [], parts };
      const rolled = rollSubject(
        { key, period: period.name, origin: from },
        counted,
        parts,
        grouping(rollup, slots, row),
        row,
        obstacle === undefined,
      );
      const standing = standingOf(period, from, rolled.work.columns);
      takeDecidedTotal(rolled.work, standing?.decidedTotal);
      const lack = obstacleFor(standing);
      const { work, rollup: fields } = rolled;
      const subject = { work, state: stateBefore(work, lack), rollup: fields, standing };
      const marks: readonly Mark[] = slots.some(({ result }) => result?.marks.includes("from_history"))
        ? ["from_history"]
        : [];
      const verdict = classify(subject);
      return {
        subject,
        classed: makeClassed(rollup, subject.work, verdict, lack, from, marks),
      };

      /** A decision that somebody is rated stands above too few periods, and one with a total above all gaps. */
      function obstacleFor(decided: Standing | undefined): Obstacle | undefined {
        if (decided?.decidedTotal !== undefined) return undefined;
        const { work } = rolled;
        const bare =
          work.total === undefined && rollup.score.kind === "value" ? withoutValue(own.missing(work)) : undefined;
        return obstacle ?? (decided?.isRated ? undefined : tooFew(rollup, slots)) ?? bare;
      }
    }
  };

  function rollSubject(
    whose: Whose,
    counted: readonly Counted[],
    parts: readonly Part[],
    latest: Pick<Result, "columns">,
    row: Row | undefined,
    complete: boolean,
  ): Subject {
    const totals = complete ? figures(counted, ({ total }) => total).filter((total) => total !== undefined) : [];
    const fields = records.rollup(of, parts, latest, meanOf(totals));
    const work = own.score(row, whose, latest.columns, fields);
    const subject: Subject = { work, rollup: fields };
    if (complete) rollScores(work, counted, totalOf(counted, subject));
    else if (!hasOwnAreas(rollup)) work.scores.fill(undefined);
    return subject;
  }

  function rollScores(work: Work, counted: readonly Counted[], exact: Units | undefined): void {
    const roll = rollOf(rollup.score, counted);
    // Areas and items have no score where only the totals of raters are combined.
    const below = plan.ratings?.level === "total" ? undefined : roll;
    if (!hasOwnAreas(rollup)) {
      const rated = counted.flatMap(({ result }) => result ?? []);
      const results = rollup.score.kind === "last" ? rated.slice(-1) : rated;
      const [first] = results;
      for (const node of rollup.nodes.keys()) {
        const isNone = first && isLeftOut(first, node) && results.every((result) => isLeftOut(result, node));
        if (isNone) settle(work, node, "none");
        work.scores[node] = below?.(figures(counted, ({ scores }) => scores[node]));
      }
    }
    const unclamped = addsUp(rollup) ? roll?.(figures(counted, (result) => result.unclamped)) : exact;
    // Nothing is clamped or rounded unless the rollup states it.
    if (exact !== undefined) work.total = finishTotal(rollup.total, exact);
    if (unclamped !== undefined) work.unclamped = unclampedTotal(rollup.total, unclamped);
  }
}

/** What follows from the states alone that somebody has in the sub-periods, of whom the rollup has no row. */
export const courseOf = <R extends Figures>(rollup: Rollup, slots: Slots<R>) => ({
  counted: countedIn(rollup, slots),
  obstacle: blocked(rollup, slots) ?? tooFew(rollup, slots),
  grouping: slots.findIndex(({ result }) => result !== undefined && result === grouping(rollup, slots, undefined)),
});

const figuresOf = (results: ByKey | undefined, key: string): Figures | undefined =>
  results?.figures ? results.figures(key) : results?.get(key);

const meanOf = (values: readonly Exact[]): Exact | undefined =>
  values.length === 0 ? undefined : divide(sum(values), values.length);

/** The sub-periods whose figures are combined. */
export const countedIn = (rollup: Rollup, slots: Slots): Counted[] =>
  slots.flatMap(({ period, result }) => {
    const zero = result?.state !== "rated";
    if (zero && (result?.state === "incomplete" || policy(rollup, result) !== "zero")) return [];
    return [{ part: partName(period), zero, result: zero ? undefined : result }];
  });

/** What a sub-period without a rated result means. */
export const policy = (rollup: Rollup, result: Figures | undefined): RollupMissing =>
  result ? rollup.missing.notRated : rollup.missing.absent;

/** The sub-periods in the order of time, with the subject's result in each. */
export type Slots<R extends Figures = Figures> = readonly { readonly period: Period; readonly result: R | undefined }[];

/** Incomplete sub-periods, or unrated and absent ones where the rubric says `block`. */
function blocked(rollup: Rollup, slots: Slots): Obstacle | undefined {
  const isWhole = ({ result }: Slots[number]): boolean => result?.state === "rated" && result.total !== undefined;
  if (rollup.score.kind !== "weights" && slots.every(isWhole)) return undefined;
  const names = (test: (result: Figures | undefined) => boolean): string[] =>
    slots.filter(({ result }) => test(result)).map(({ period }) => period.name);
  const incomplete = names((result) => result?.state === "incomplete");
  if (incomplete.length > 0)
    return { state: "incomplete", reason: { kind: "incomplete_periods", periods: incomplete } };
  // A band that was decided has no points to roll up.
  const bare = names((result) => result?.state === "rated" && result.total === undefined);
  if (bare.length > 0) return { state: "incomplete", reason: { kind: "periods_without_total", periods: bare } };
  const blocking = slots
    .filter(({ result }) => result?.state !== "rated" && policy(rollup, result) === "block")
    .map(({ period, result }) => ({ name: period.name, absent: result === undefined }));
  if (blocking.length > 0) return { state: "incomplete", reason: { kind: "blocking_periods", periods: blocking } };
  const weightless = withoutWeight(rollup, slots);
  if (weightless.length > 0) return { state: "incomplete", reason: { kind: "no_weight", periods: weightless } };
  return undefined;
}

/** Rated sub-periods of another calendar than the one that has weights: `H1` where the rubric names `HK1`. */
function withoutWeight({ score }: Rollup, slots: Slots): string[] {
  if (score.kind !== "weights") return [];
  const weighted = new Set(score.weights.map(({ part }) => part));
  return slots
    .filter(({ period, result }) => result?.state === "rated" && !weighted.has(partName(period)))
    .map(({ period }) => period.name);
}

function tooFew({ atLeast }: Rollup, slots: Slots): Obstacle | undefined {
  const rated = slots.filter(({ result }) => result?.state === "rated").length;
  if (rated >= Math.max(atLeast, 1)) return undefined;
  return { state: "not_rated", reason: { kind: "too_few_periods", rated, atLeast: Math.max(atLeast, 1) } };
}

/** An expression that comes to nothing: for want of scores of its own, or of what it makes of the sub-periods. */
const withoutValue = (lacking: readonly string[]): Obstacle => ({
  state: "incomplete",
  reason: lacking.length > 0 ? { kind: "missing_scores", ids: lacking } : { kind: "no_value" },
});

/** What the rollup takes the subject's unit, bloc and role from: a row of its own period first. */
function grouping({ attributes }: Rollup, slots: Slots, row: Row | undefined): Pick<Result, "columns"> {
  const stated =
    typeof attributes === "object"
      ? slots.find(({ period: { name } }) => name.endsWith(`-${attributes.part}`))
      : undefined;
  if (stated?.result) return stated.result;
  const isThere = ({ result }: Slots[number]): boolean => result !== undefined;
  const part = (attributes === "first" ? slots.find(isThere) : slots.findLast(isThere))?.result;
  return part && (!row || attributes === "first") ? part : (row ?? { columns: [] });
}
