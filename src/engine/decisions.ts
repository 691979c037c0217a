import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Decision } from "../model/given.ts";
import { inOrder } from "../model/given.ts";
import { showKey } from "../model/keys.ts";
import { listCell } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import type { Reason } from "../model/reason.ts";
import type { AwardOutcome, Classed, Result, Results } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { periodNamed } from "../period/parse-period.ts";
import { periodWords } from "../period/spoken-period.ts";
import { withMarks } from "./law/result.ts";
import { nearestKey } from "./near-keys.ts";
import type { Chronicle } from "./periods/chronicle.ts";

/** The decisions of the authority, by period and key. */
export interface Decisions {
  readonly isEmpty: boolean;
  of(period: string, key: string): readonly Decision[];
  /** Of a whole period. */
  in(period: string): readonly Decision[];
}

export function createDecisions(decisions: readonly Decision[]): Decisions {
  const periods = new Map<string, Map<string, Decision[]>>();
  for (const decision of inOrder(decisions)) {
    const keys = periods.get(decision.period) ?? new Map<string, Decision[]>();
    periods.set(decision.period, keys);
    keys.set(decision.key, [...(keys.get(decision.key) ?? []), decision]);
  }
  return {
    isEmpty: decisions.length === 0,
    of: (period, key) => periods.get(period)?.get(key) ?? [],
    in: (period) => [...(periods.get(period)?.values() ?? [])].flat(),
  };
}

/** A subject with the decisions about it: the state and band that they set, the mark, and the reason they give. */
export function withDecisions(stage: Stage, of: Classed, decisions: readonly Decision[]): Classed {
  if (decisions.length === 0) return of;
  const set = decisions.find(({ action }) => action === "set_band");
  const isNotRated = !set && decisions.some(({ action }) => action === "not_rated");
  return {
    ...of,
    ...(set && { state: "rated", band: stage.bands.findIndex(({ id }) => id === set.value) }),
    ...(isNotRated && { state: "not_rated", band: undefined }),
    decisions,
    marks: withMarks(of.marks, ["decided"]),
    reason: { kind: "decided", decisions, before: set ? undefined : of.reason },
  };
}

/** Reports decisions about somebody, or some period, of whom nothing is computed, or that change nothing: none is passed over in silence. */
export function checkDecisions(
  decisions: readonly Decision[],
  periods: ReadonlyMap<string, Results>,
  chronicle: Chronicle,
  diagnostics: Diagnostics,
): void {
  // Why nothing is computed is told instead.
  if (periods.size === 0) return;
  const keys = new Map<string, ReadonlyMap<string, Result>>();
  for (const decision of decisions) {
    const { key, period, action } = decision;
    const results = periods.get(period);
    const present = keys.get(period) ?? new Map(Array.from(results ?? [], (result) => [result.key, result]));
    keys.set(period, present);
    if (!results) {
      diagnostics.report("D409", { period, computed: [...periods.keys()].join(", ") }, listCell(decision, "period"));
      continue;
    }
    const result = present.get(key);
    if (!result) {
      reportUnknown(decision, key, "key", present, diagnostics);
    } else if (action === "was") {
      checkFormer(decision, present, chronicle, diagnostics);
    } else if (action === "rate" && decision.total === undefined && result.state === "incomplete") {
      reportStillIncomplete(decision, result, diagnostics);
    }
  }
}

/** Without a total there is nothing to rate by. Of a row that could not be read its own error tells. */
function reportStillIncomplete(decision: Decision, { reason }: Result, diagnostics: Diagnostics): void {
  const why = reason?.kind === "decided" ? reason.before : reason;
  if (why?.kind === "broken_row") return;
  const parameters = {
    key: showKey(decision.key),
    period: decision.period,
    periods: openPeriods(why)?.map(periodWords),
  };
  diagnostics.report("D415", parameters, listCell(decision, "action"));
}

function openPeriods(reason: Reason | undefined): readonly string[] | undefined {
  if (reason?.kind === "incomplete_periods") return reason.periods;
  return reason?.kind === "blocking_periods" ? reason.periods.map(({ name }) => name) : undefined;
}

/** A former key is one of the past: it has results, and none from the period on in which it was given up. */
function checkFormer(
  decision: Decision,
  present: ReadonlyMap<string, Result>,
  chronicle: Chronicle,
  diagnostics: Diagnostics,
): void {
  const { key, value, period } = decision;
  if (!chronicle.hasKey(value)) reportUnknown(decision, value, "value", present, diagnostics);
  const still = chronicle.stillIn(value, periodNamed(period));
  if (!still) return;
  const parameters = { former: showKey(value), key: showKey(key), since: period, period: still.name };
  diagnostics.report("D412", parameters, listCell(decision, "value"));
}

/** Reports awards that decisions give to more than they are for. `decided`: of this period. */
export function reportExceeded(
  plan: Plan,
  { awards }: Stage,
  outcomes: readonly AwardOutcome[],
  decided: readonly Decision[],
  diagnostics: Diagnostics,
): void {
  for (const { award, exceeded: size, winners } of outcomes) {
    if (size === undefined) continue;
    const by = decided.filter(
      ({ action, value, key }) => action === "award" && value === award && winners.includes(key),
    );
    const last = by.at(-1) as Decision;
    const title = awards.find(({ id }) => id === award)?.title[plan.language] ?? award;
    const keys = by.map(({ key }) => showKey(key));
    const parameters = { award: title, period: last.period, size, count: winners.length, keys };
    diagnostics.report("D416", parameters, listCell(last, "value"));
  }
}

function reportUnknown(
  decision: Decision,
  key: string,
  column: "key" | "value",
  present: ReadonlyMap<string, Result>,
  diagnostics: Diagnostics,
): void {
  const code = column === "key" ? "D405" : "D411";
  // Of the many that are only counted nobody reads whom they may mean.
  const place = listCell(decision, column);
  const suggestion = diagnostics.keeps(code, place.file) ? nearestKey(key, [...present.keys()]) : undefined;
  const parameters = { key: showKey(key), period: decision.period, suggestion };
  diagnostics.report(code, parameters, place);
}
