import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Plan } from "../model/plan.ts";
import type { Outlook, PeriodReport, Results } from "../model/report.ts";
import { stagesOf } from "../model/stages.ts";
import { comparePeriods } from "../period/calendar.ts";
import type { Period } from "../period/period.ts";
import { resultsByKey } from "./columns/results-by-key.ts";
import type { ClassedSubject } from "./law/result.ts";
import type { Subject } from "./law/subject.ts";
import type { Chronicle } from "./periods/chronicle.ts";
import type { PreparedStage } from "./stage.ts";
import { concludePeriod } from "./stage.ts";

/** A period, and what it takes to explain its results: nothing of it is in a report. */
export interface Concluded {
  readonly report: PeriodReport;
  readonly prepared: PreparedStage;
  /** The stage of the rows' own period, which scores all rows. */
  readonly rows: PreparedStage;
  /** By key, before the quotas. */
  readonly subjects: ReadonlyMap<string, Subject>;
}

/** A period that was computed. */
export interface Computed {
  readonly period: Period;
  readonly report: PeriodReport;
}

/** The periods computed so far. */
export interface Conclusions {
  /** `look`: how it may still turn out, where it is provisional. */
  conclude(
    stage: PreparedStage,
    period: Period,
    scored: readonly ClassedSubject[],
    look?: (results: Results) => Outlook,
  ): void;
  /** Takes one that was concluded elsewhere. */
  add(period: Period, report: PeriodReport): void;
  /** By name. */
  report(name: string): PeriodReport | undefined;
  inTime(): readonly Computed[];
}

export function createConclusions(
  plan: Plan,
  rows: PreparedStage,
  chronicle: Chronicle,
  diagnostics: Diagnostics,
  onConcluded?: (concluded: Concluded) => void,
): Conclusions {
  const done = new Map<string, Computed>();

  function add(period: Period, report: PeriodReport): void {
    const { results } = report;
    const { columns } = results;
    chronicle.enter(
      period,
      columns ? resultsByKey(results, columns) : new Map(Array.from(results, (result) => [result.key, result])),
    );
    done.set(period.name, { period, report });
  }

  return {
    conclude(prepared, period, scored, look) {
      const concluded = concludePeriod(plan, prepared, period, scored, look !== undefined, diagnostics);
      const report = {
        period: period.name,
        stage: stagesOf(plan).indexOf(prepared.stage),
        provisional: look !== undefined,
        ...concluded,
        ...(look && { outlook: look(concluded.results) }),
      };
      add(period, report);
      const subjects = new Map(scored.map(({ classed, subject }) => [classed.key, subject]));
      onConcluded?.({ report, prepared, rows, subjects });
    },
    add,
    report: (name) => done.get(name)?.report,
    inTime: () => [...done.values()].sort((a, b) => comparePeriods(a.period, b.period, plan.year)),
  };
}
