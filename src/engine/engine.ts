import type { Code, Diagnostics } from "../diagnostics/diagnostic.ts";
import type { BatchTaker } from "../model/batch.ts";
import type { Decision, Fact, GivenTable, PastPeriod } from "../model/given.ts";
import type { Plan } from "../model/plan.ts";
import type { Outlook, PeriodReport, Report, Results, Waiting } from "../model/report.ts";
import type { Row } from "../model/row.ts";
import type { Stage } from "../model/stage.ts";
import { hasOwnAreas, stageBelow } from "../model/stages.ts";
import type { AskedPeriod } from "../period/asked-period.ts";
import { comparePeriods } from "../period/calendar.ts";
import { periodNamed } from "../period/parse-period.ts";
import type { Period } from "../period/period.ts";
import { compareText } from "../text/order.ts";
import type { Broken } from "./broken.ts";
import { gatherBroken, markBroken } from "./broken.ts";
import { createColumns } from "./columns/column-subjects.ts";
import { isPlain } from "./columns/plain-plan.ts";
import { resultsByKey } from "./columns/results-by-key.ts";
import { checkDecisions, createDecisions } from "./decisions.ts";
import type { ClassedSubject } from "./law/result.ts";
import type { Subject } from "./law/subject.ts";
import type { Trace } from "./law/trace.ts";
import { createLogs } from "./logs.ts";
import { createLookups } from "./lookups.ts";
import { warnOfNearKeys } from "./near-keys.ts";
import { officialSubjects } from "./official.ts";
import { createChronicle } from "./periods/chronicle.ts";
import { createDirect, withoutParts } from "./periods/direct-rows.ts";
import { compareHistory, takeHistory } from "./periods/history.ts";
import { outlookOf } from "./periods/outlook.ts";
import { createOwnRows } from "./periods/own-rows.ts";
import { partsEntering, partsWithin } from "./periods/parts.ts";
import type { ReasonText } from "./periods/period-records.ts";
import { createRecords } from "./periods/period-records.ts";
import { createRoller } from "./periods/rollup.ts";
import { leadsTo, parentsOf, tellWaiting, theOne } from "./periods/wanted.ts";
import { ratedSubjects } from "./ratings/rated.ts";
import type { PreparedStage } from "./stage.ts";
import { concludePeriod, prepareStage } from "./stage.ts";
import type { SeenRating, SubjectOptions } from "./subjects.ts";
import { classedByRows } from "./subjects.ts";

/** Computes results from rows; nothing depends on the order in which the rows come. */
export interface Engine {
  add(row: Row): void;
  /** Takes many rows at once, in turn with `add`; absent where each is looked at for itself. */
  readonly batches?: BatchTaker;
  /** Says that a row was left out: its subject is incomplete in that period, or in all where the period is not known. */
  addBroken(row: Broken): void;
  /** Judges what needs all rows, where nobody wants results. */
  close(): void;
  /** Everything that can be computed from the rows added. Call it once, after the last row. */
  finish(): Report;
}

export interface EngineOptions {
  /** Reasons in words, for the expressions that ask why a part of a period has no class. */
  readonly reasonText: ReasonText;
  /** The one period to report; a longer one is computed from what is there. */
  readonly period?: AskedPeriod;
  /** Results of earlier runs, of this rubric or one that it replaces. */
  readonly history?: readonly PastPeriod[];
  /** Decisions of the authority. */
  readonly decisions?: readonly Decision[];
  /** Lookup tables by id. */
  readonly tables?: ReadonlyMap<string, GivenTable>;
  /** What logs say, by id. */
  readonly logs?: ReadonlyMap<string, readonly Fact[]>;
  /** Is shown every period that was computed, reported or not, with what its results rest on. */
  readonly onConcluded?: (concluded: Concluded) => void;
  /** With `ratings`: whether the results of a subject hold all its rows. Unless it says so they hold one. */
  readonly keepRows?: (key: string) => boolean;
  /** With `ratings`: is shown every rating as it comes. */
  readonly onRating?: (rating: SeenRating) => void;
  /** Rows that are taken at once where a plan lets rows be columns; 0: each for itself. The results are the same. */
  readonly rowsAtOnce?: number;
  /** Told of each requirement of a band (both by index) that somebody who came into it does not meet. */
  readonly onUnmet?: (stage: Stage, band: number, requirement: number) => void;
}

/** A period, and what it takes to explain its results: nothing of it is in a {@link Report}. */
export interface Concluded {
  readonly report: PeriodReport;
  readonly prepared: PreparedStage;
  /** The stage of the rows' own period, which scores all rows. */
  readonly rows: PreparedStage;
  /** By key, before the quotas. */
  readonly subjects: ReadonlyMap<string, Subject>;
}

/** A period that was computed. */
interface Computed {
  readonly period: Period;
  readonly report: PeriodReport;
}

export function createEngine(plan: Plan, diagnostics: Diagnostics, options: EngineOptions): Engine {
  const decided = options.decisions ?? [];
  const decisions = createDecisions(decided);
  // What was taken from earlier runs depends on the sheets, and is known when they have been read.
  const chronicle = createChronicle(
    decided.filter(({ action }) => action === "was"),
    plan.year,
  );
  const logs = createLogs(options.logs ?? new Map(), chronicle, plan.year);
  const broken = gatherBroken();
  const onBroken = ({ key, period }: Pick<Row, "key" | "period">, code: Code): void =>
    broken.add({ key, period, code });
  const lookups = createLookups(plan, options.tables ?? new Map(), logs, diagnostics, onBroken);
  const records = createRecords(plan, options.reasonText);
  const inTime = (a: Period, b: Period): number => comparePeriods(a, b, plan.year);
  const prepare = (stage: Stage): PreparedStage =>
    prepareStage(plan, stage, { chronicle, decisions, lookups, records }, watchOf(stage, options));
  const prepared = prepare(plan.stage);
  const subjectOptions: SubjectOptions = {
    keepRows: options.keepRows ?? (() => false),
    onRating: options.onRating,
    onContradiction: onBroken,
    brokenBy: broken.codeOf,
  };
  const columns =
    options.rowsAtOnce === 0 || !isPlain(plan, options)
      ? undefined
      : createColumns(plan, prepared, diagnostics, subjectOptions, options.rowsAtOnce);
  const subjects =
    columns ?? (plan.ratings ? ratedSubjects : officialSubjects)(plan, prepared, diagnostics, subjectOptions);
  const longer = plan.rollups.map((rollup) => {
    const stage = prepare(rollup);
    return { rollup, stage, own: createOwnRows(plan, rollup, stage, diagnostics) };
  });

  function finish(): Report {
    const done = new Map<string, Computed>();
    const waiting: Waiting[] = [];
    const conclude = (
      stage: PreparedStage,
      index: number,
      period: Period,
      scored: readonly ClassedSubject[],
      provisional: boolean,
      look?: (results: Results) => Outlook,
    ) => {
      const concluded = concludePeriod(plan, stage, period, scored, provisional, diagnostics);
      const report = {
        period: period.name,
        stage: index,
        provisional,
        ...concluded,
        ...(provisional && look && { outlook: look(concluded.results) }),
      };
      chronicle.enter(period, new Map(Array.from(report.results, (result) => [result.key, result])));
      done.set(period.name, { period, report });
      options.onConcluded?.({
        report,
        prepared: stage,
        rows: prepared,
        subjects: new Map(scored.map(({ classed, subject }) => [classed.key, subject])),
      });
    };

    subjects.close();
    const given = [subjects, ...longer.map(({ own }) => own)].flatMap((each) => [...each.periods()]);
    const all = [...new Set([...given, ...broken.periods()])].map(periodNamed);
    const periods = all.sort(inTime);
    const wanted = theOne(options.period, periods, plan, diagnostics);
    chronicle.remember(takeHistory(plan, options.history ?? [], wanted ?? periods.at(-1), diagnostics));
    for (const period of periods.filter(({ kind }) => kind === plan.stage.period)) {
      const whole = broken.within(period, periods).size === 0 ? columns?.conclude(period) : undefined;
      // Concluding may find what leaves somebody's result open.
      if (whole && broken.within(period, periods).size === 0) {
        const { results } = whole;
        if (longer.length > 0 && results.columns) chronicle.enter(period, resultsByKey(results, results.columns));
        done.set(period.name, { period, report: { period: period.name, stage: 0, provisional: false, ...whole } });
        continue;
      }
      const scored = subjects.scored(period).map((rows) => classedByRows(prepared, period, rows));
      const sound = markBroken(plan, plan.stage, period, scored, broken.within(period, periods));
      conclude(prepared, 0, period, sound, false);
    }
    for (const [index, { rollup, stage, own }] of longer.entries()) {
      const of = stageBelow(plan, rollup);
      const roll = createRoller(plan, rollup, of, stage, own);
      const direct = createDirect(rollup, of, stage);
      for (const period of parentsOf(plan, rollup, done.values(), periods, wanted)) {
        const parts = partsEntering(plan, rollup, period);
        const there = parts.filter((part) => done.has(part.name) || chronicle.past(part));
        // Where nobody is scored by part, the rows of the whole period are all there is; but not those of its own items.
        const provisional =
          ((there.length > 0 || hasOwnAreas(rollup)) && there.length < parts.length) ||
          there.some(({ name }) => done.get(name)?.report.provisional);
        if (there.length === 0 && !periods.some(({ name }) => name === period.name)) continue;
        if (provisional && !leadsTo(plan, period, wanted)) {
          const missing = parts.filter((part) => !there.includes(part)).map(({ name }) => name);
          if (periods.some(({ name }) => name === period.name)) tellWaiting(period, missing, diagnostics);
          else if (!wanted) waiting.push({ period: period.name, missing });
          continue;
        }
        // What is still to come is no gap yet.
        const rolled = roll(period, there, partsWithin(plan, chronicle, period, there, diagnostics));
        const onContradiction = (key: string): void => broken.add({ key, period: period.name, code: "A202" });
        const whole = withoutParts(plan, period, subjects.scored(period), rolled, diagnostics, onContradiction);
        const scored = [...rolled, ...whole.map((rows) => direct(period, rows))];
        const sound = markBroken(plan, rollup, period, scored, broken.within(period, periods));
        const open = parts.filter((part) => !there.includes(part) || done.get(part.name)?.report.provisional);
        conclude(stage, 1 + index, period, sound, provisional, (results) =>
          outlookOf(plan, rollup, of, parts, open, results),
        );
      }
    }
    const computed = [...done.values()].sort((a, b) => inTime(a.period, b.period));
    const results = new Map(computed.map(({ period, report }) => [period.name, report.results]));
    checkDecisions(decided, results, chronicle, diagnostics);
    logs.check(results, diagnostics);
    lookups.check(computed.map(({ period }) => period));
    compareHistory(
      plan,
      chronicle,
      computed.map(({ period }) => period),
      diagnostics,
    );
    const ofRows = computed.filter(({ period }) => period.kind === plan.stage.period);
    warnOfNearKeys(
      plan,
      ofRows.map(({ report }) => report.results),
      diagnostics,
    );
    lookups.close();
    const chosen = computed.filter(({ period }) => !wanted || period.name === wanted.name);
    const past = [...new Set(chronicle.pastFiles())].sort(compareText);
    return {
      plan,
      periods: chosen.map(({ report }) => report),
      ...(past.length > 0 && { past }),
      ...(waiting.length > 0 && { waiting }),
    };
  }
  function add(row: Row): void {
    const { kind } = periodNamed(row.period);
    const whole = kind === plan.stage.period ? undefined : longer.find(({ rollup }) => rollup.period === kind);
    if (whole && hasOwnAreas(whole.rollup)) whole.own.add(row);
    else subjects.add(row);
  }
  return {
    add,
    ...(columns && { batches: columns.taker }),
    addBroken: broken.add,
    close: subjects.close,
    finish,
  };
}

/** Tells of each requirement that is not met, where somebody wants to know. */
function watchOf(stage: Stage, { onUnmet }: EngineOptions): Trace | undefined {
  if (!onUnmet) return undefined;
  return (step) => {
    if (step.kind !== "gate") return;
    for (const [requirement, isMet] of step.met.entries()) if (!isMet) onUnmet(stage, step.band, requirement);
  };
}
