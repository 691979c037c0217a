import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { showKey } from "../model/keys.ts";
import { keyPlace } from "../model/places.ts";
import type { Band, Plan, Quota, Stage } from "../model/plan.ts";
import { reasonText } from "../model/reason.ts";
import type { PeriodReport, Result } from "../model/report.ts";
import type { Period } from "../period/period.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { Decisions } from "./decisions.ts";
import { applyDecisions } from "./decisions.ts";
import type { Environment, Subject } from "./environment.ts";
import { createEnvironment } from "./environment.ts";
import { giveAwards } from "./law/award.ts";
import type { Classifier, OnUnmet } from "./law/classify.ts";
import { createClassifier } from "./law/classify.ts";
import { findDifferences, reportDifferences } from "./law/difference.ts";
import { reportUnproved } from "./law/evidence.ts";
import { applyQuotas } from "./law/quota.ts";
import { rank } from "./law/ranking.ts";
import type { Scored } from "./law/result.ts";
import type { TableLookups } from "./lookups.ts";
import type { Chronicle } from "./periods/chronicle.ts";
import type { StandingOf } from "./periods/standing.ts";
import { createStandings } from "./periods/standing.ts";

/** A stage made ready to run: its expressions compiled once for all periods. */
export interface PreparedStage {
  readonly stage: Stage;
  readonly environment: Environment;
  readonly classify: Classifier;
  readonly standingOf: StandingOf;
  readonly surroundings: Surroundings;
}

/** What results may rest on beside the rows of their period. */
export interface Surroundings {
  readonly chronicle: Chronicle;
  readonly decisions: Decisions;
  readonly lookups: TableLookups;
}

export function prepareStage(plan: Plan, stage: Stage, surroundings: Surroundings, onUnmet?: OnUnmet): PreparedStage {
  const { chronicle, decisions, lookups } = surroundings;
  const environment = createEnvironment(plan, stage, lookups);
  return {
    stage,
    environment,
    classify: createClassifier(stage, environment, onUnmet, lookups.onNoBand),
    standingOf: createStandings(plan, stage, chronicle, decisions),
    surroundings,
  };
}

/** From the scored subjects of one period to its report: quotas, ranking, awards and alerts, comparison. */
export function concludePeriod(
  plan: Plan,
  { stage, environment, surroundings }: PreparedStage,
  period: Period,
  scored: readonly Scored[],
  diagnostics: Diagnostics,
): Pick<PeriodReport, "results" | "quotas" | "awards" | "differences"> {
  let subjects: ReadonlyMap<Result, Subject> | undefined;
  const subjectOf = (result: Result): Subject => {
    subjects ??= new Map(scored.map((each) => [each.result, each.subject]));
    const { work, rollup, standing } = subjects.get(result) as Subject;
    return { work, band: stage.bands[result.band ?? -1]?.id, state: result.state, rollup, standing };
  };
  const disagree = (quota: Quota, first: Result, second: Result): void =>
    diagnostics.report(
      "A101",
      { quota: quota.id, first: showKey(first.key), second: showKey(second.key) },
      keyPlace(plan, first),
      [{ place: keyPlace(plan, second), message: { en: "and here", vi: "và ở đây" } }],
    );
  const everybody = scored.map(({ result }) => result);
  applyDecisions(plan, stage, period.name, everybody, surroundings.decisions);
  const quotas = applyQuotas(stage, everybody, environment, subjectOf, disagree);
  for (const result of everybody) if (result.moved.length > 0) addReason(result, movedReason(plan, stage, result));
  const results = rank(everybody, stage.ranking);
  const awards = giveAwards(stage, results, environment, subjectOf, surroundings.chronicle, period);
  const differences = findDifferences(plan, stage, results);
  reportDifferences(plan, differences, diagnostics);
  reportUnproved(plan, stage, results, diagnostics);
  return { results, quotas, awards, differences };
}

function addReason(result: Result, reason: string): void {
  result.reason = result.reason === "" ? reason : `${result.reason}; ${reason}`;
}

function movedReason(plan: Plan, stage: Stage, { moved }: Result): string {
  const title = (band: number): Bilingual => (stage.bands[band] as Band).title;
  const moves = moved.map(({ quotas, from, to }) => ({ quotas, from: title(from), to: title(to) }));
  return reasonText(plan, { kind: "moved", moves });
}
