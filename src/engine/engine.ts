import type { Code, Diagnostics } from "../diagnostics/diagnostic.ts";
import type { BatchTaker } from "../model/batch.ts";
import type { Decision, Fact, GivenTable, PastPeriod } from "../model/given.ts";
import type { Plan } from "../model/plan.ts";
import type { Report } from "../model/report.ts";
import type { Row, RowHead } from "../model/row.ts";
import type { Stage } from "../model/stage.ts";
import { hasOwnAreas } from "../model/stages.ts";
import type { AskedPeriod } from "../period/asked-period.ts";
import { comparePeriods } from "../period/calendar.ts";
import { periodNamed } from "../period/parse-period.ts";
import type { Period } from "../period/period.ts";
import { compareText } from "../text/order.ts";
import type { Broken } from "./broken.ts";
import { gatherBroken, markBroken } from "./broken.ts";
import { createColumns } from "./columns/column-subjects.ts";
import { isPlain } from "./columns/plain-plan.ts";
import type { Computed, Concluded, Conclusions } from "./conclusions.ts";
import { createConclusions } from "./conclusions.ts";
import { checkDecisions, createDecisions } from "./decisions.ts";
import type { Trace } from "./law/trace.ts";
import { createLogs } from "./logs.ts";
import { createLookups } from "./lookups.ts";
import { warnOfNearKeys } from "./near-keys.ts";
import { officialSubjects } from "./official.ts";
import { warnOfOtherNames } from "./other-names.ts";
import { askOfOtherWordings } from "./other-wordings.ts";
import type { PastByKey } from "./periods/chronicle.ts";
import { createChronicle } from "./periods/chronicle.ts";
import { compareHistory, takeHistory } from "./periods/history.ts";
import type { Longer } from "./periods/longer.ts";
import { concludeLonger } from "./periods/longer.ts";
import type { OwnRows } from "./periods/own-rows.ts";
import { createOwnRows } from "./periods/own-rows.ts";
import type { ReasonText } from "./periods/period-records.ts";
import { createRecords } from "./periods/period-records.ts";
import { theOne } from "./periods/wanted.ts";
import { ratedSubjects } from "./ratings/rated.ts";
import type { PreparedStage } from "./stage.ts";
import { prepareStage, reportFindings } from "./stage.ts";
import type { SeenRating, SubjectOptions } from "./subjects.ts";
import { classedByRows } from "./subjects.ts";

/** Computes results from rows; nothing depends on the order in which the rows come. */
export interface Engine {
  add(row: Row): void;
  /** Takes many rows at once, in turn with `add`; absent where each is looked at for itself. */
  readonly batches?: BatchTaker;
  /** Says that a row was left out: its subject is incomplete in that period, or in all where the period is not known. */
  addBroken(row: Broken & Pick<RowHead, "sheet" | "line">): void;
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
  const longer = plan.rollups.map((rollup): Longer => {
    const stage = prepare(rollup);
    return { rollup, stage, own: createOwnRows(plan, rollup, stage, diagnostics, subjectOptions) };
  });

  function finish(): Report {
    subjects.close();
    const given = [subjects, ...longer.map(({ own }) => own)].flatMap((each) => [...each.periods()]);
    const periods = [...new Set([...given, ...broken.periods()])].map(periodNamed).sort(inTime);
    const wanted = theOne(options.period, periods, plan, diagnostics);
    const earlier = takeHistory(plan, options.history ?? [], wanted ?? periods.at(-1), diagnostics);
    chronicle.remember(earlier);
    const conclusions = createConclusions(plan, prepared, chronicle, diagnostics, options.onConcluded);
    for (const period of periods) if (period.kind === plan.stage.period) concludeRows(period, periods, conclusions);
    const held = new Map<string, readonly string[]>();
    const { setting } = columns ?? {};
    const grounds = { conclusions, chronicle, subjects, columns: setting, broken, periods, wanted, held, diagnostics };
    const waiting = longer.flatMap((each) => concludeLonger(plan, each, grounds));
    const computed = conclusions.inTime();
    judge(computed, earlier);
    const past = [...new Set(chronicle.pastFiles())].sort(compareText);
    return {
      plan,
      periods: computed.filter(({ period }) => !wanted || period.name === wanted.name).map(({ report }) => report),
      ...(past.length > 0 && { past }),
      ...(waiting.length > 0 && { waiting }),
    };
  }

  function concludeRows(period: Period, periods: readonly Period[], conclusions: Conclusions): void {
    const whole = broken.within(period, periods).size === 0 ? columns?.conclude(period) : undefined;
    // Concluding may find what leaves somebody's result open.
    if (whole && broken.within(period, periods).size === 0) {
      const { results } = whole;
      const differences = reportFindings(plan, plan.stage, results, diagnostics);
      conclusions.add(period, { period: period.name, stage: 0, provisional: false, ...whole, differences });
      return;
    }
    const scored = subjects.scored(period).map((rows) => classedByRows(prepared, period, rows));
    conclusions.conclude(prepared, period, markBroken(plan, prepared, period, scored, broken.within(period, periods)));
  }

  /** What needs all results. */
  function judge(computed: readonly Computed[], earlier: ReadonlyMap<string, PastByKey>): void {
    const periods = computed.map(({ period }) => period);
    const results = new Map(computed.map(({ period, report }) => [period.name, report.results]));
    checkDecisions(decided, results, chronicle, diagnostics);
    logs.check(results, diagnostics);
    lookups.check(periods);
    compareHistory(plan, chronicle, periods, diagnostics);
    const ofRows = computed.filter(({ period }) => period.kind === plan.stage.period);
    const resultsOfRows = ofRows.map(({ report }) => report.results);
    const past = [...earlier.values()].map((results) => [...results.values()]);
    const inAll = [...past, ...resultsOfRows];
    warnOfNearKeys(plan, inAll, decided, diagnostics);
    askOfOtherWordings(plan, inAll, decided, diagnostics);
    warnOfOtherNames(plan, inAll, decided, diagnostics);
    lookups.close();
  }

  /** The rows of a longer period with items of its own; undefined where rows are those of the rubric itself. */
  function ownRows(period: string): OwnRows | undefined {
    const { kind } = periodNamed(period);
    const whole = kind === plan.stage.period ? undefined : longer.find(({ rollup }) => rollup.period === kind);
    return whole && hasOwnAreas(whole.rollup) ? whole.own : undefined;
  }

  return {
    add: (row) => (ownRows(row.period) ?? subjects).add(row),
    ...(columns && { batches: columns.taker }),
    addBroken(row) {
      broken.add(row);
      const { period, columns = [] } = row;
      if (period === undefined) return;
      const head = { ...row, period, columns };
      const own = ownRows(period);
      if (own) own.add(head);
      else subjects.addBroken(head);
    },
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
