import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { showKey } from "../model/keys.ts";
import { ratedPlace } from "../model/places.ts";
import type { Plan } from "../model/plan.ts";
import type { Classed, Difference, Mark, PeriodReport, Result } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { hasOwnAreas, rollupOf } from "../model/stages.ts";
import type { Period } from "../period/period.ts";
import { phrase } from "../text/phrase.ts";
import type { Decisions } from "./decisions.ts";
import { reportExceeded, withDecisions } from "./decisions.ts";
import { contenders, giveAwards } from "./law/award.ts";
import type { Classifier } from "./law/classify.ts";
import { createClassifier } from "./law/classify.ts";
import { findDifferences, reportDifferences } from "./law/difference.ts";
import type { Environment } from "./law/environment.ts";
import { createEnvironment } from "./law/environment.ts";
import { reportUnproved } from "./law/evidence.ts";
import type { Doubts } from "./law/quota.ts";
import { applyQuotas } from "./law/quota.ts";
import { rank } from "./law/ranking.ts";
import type { ClassedSubject } from "./law/result.ts";
import { conclude, withMoves } from "./law/result.ts";
import type { Scorer } from "./law/score.ts";
import { createScorer } from "./law/score.ts";
import type { Subject } from "./law/subject.ts";
import type { Trace } from "./law/trace.ts";
import type { TableLookups } from "./lookups.ts";
import type { Chronicle } from "./periods/chronicle.ts";
import type { Records } from "./periods/period-records.ts";
import type { StandingOf } from "./periods/standing.ts";
import { createStandings } from "./periods/standing.ts";

/** A stage made ready to run: its expressions compiled once for all periods. */
export interface PreparedStage {
  readonly stage: Stage;
  readonly environment: Environment;
  /** Absent for a rollup without items of its own. */
  readonly scorer: Scorer | undefined;
  /** How one rating is scored for itself, where that differs. */
  readonly ratingScorer: Scorer | undefined;
  readonly classify: Classifier;
  /** Whether results look at more than the rows of their period. */
  readonly looksAround: boolean;
  readonly standingOf: StandingOf;
  readonly surroundings: Surroundings;
}

/** Whether a stage has cells to score: the rows' own, and a rollup with areas that are scored only in it. */
const scoresItems = (plan: Plan, stage: Stage): boolean => {
  const rollup = rollupOf(plan, stage);
  return !rollup || hasOwnAreas(rollup);
};

/**
 * As one rating is scored for itself: where `ratings` say what a blank of one rater is, an item's own policy waits until
 * the ratings are combined.
 */
export const ratingStage = ({ ratings }: Plan, stage: Stage): Stage =>
  ratings?.blank === undefined
    ? stage
    : {
        ...stage,
        nodes: stage.nodes.map((node) =>
          node.body.kind === "item" ? { ...node, body: { ...node.body, missing: "incomplete" } } : node,
        ),
      };

/** What results may rest on beside the rows of their period. */
export interface Surroundings {
  readonly chronicle: Chronicle;
  readonly decisions: Decisions;
  readonly lookups: TableLookups;
  readonly records: Records;
}

/** `watch`: is told how everybody is classed. */
export function prepareStage(plan: Plan, stage: Stage, surroundings: Surroundings, watch?: Trace): PreparedStage {
  const { chronicle, decisions, lookups, records } = surroundings;
  const environment = createEnvironment(plan, stage, lookups);
  const classify = createClassifier(stage, environment, lookups.onNoBand);
  const scorer = scoresItems(plan, stage) ? createScorer(plan, stage, environment) : undefined;
  const standingOf = createStandings(plan, stage, chronicle, decisions, records);
  return {
    stage,
    environment,
    scorer,
    ratingScorer: plan.ratings?.blank && scorer ? createScorer(plan, ratingStage(plan, stage), environment) : scorer,
    classify: (subject, trace = watch) => classify(subject, trace),
    looksAround: standingOf !== undefined,
    standingOf: standingOf ?? (() => undefined),
    surroundings,
  };
}

/** From the classed subjects of one period to its report: decisions, quotas, ranking, awards and alerts, comparison. */
export function concludePeriod(
  plan: Plan,
  { stage, environment, surroundings }: PreparedStage,
  period: Period,
  subjects: readonly ClassedSubject[],
  provisional: boolean,
  diagnostics: Diagnostics,
): Pick<PeriodReport, "results" | "quotas" | "awards" | "differences"> {
  const { chronicle, decisions } = surroundings;
  let byKey: ReadonlyMap<string, Subject> | undefined;
  const subjectOf = ({ key, band, state, rules }: Classed): Subject => {
    byKey ??= new Map(subjects.map(({ classed, subject }) => [classed.key, subject]));
    const { work, rollup, standing } = byKey.get(key) as Subject;
    return { work, band: stage.bands[band ?? -1]?.id, state, rules, rollup, standing };
  };
  const doubts: Doubts = {
    onDisagreement: ({ id: quota }, first, second) =>
      diagnostics.report(
        "A101",
        { quota, first: showKey(first.key), second: showKey(second.key) },
        ratedPlace(plan, first),
        [{ place: ratedPlace(plan, second), message: phrase("and here") }],
      ),
    onUnknown: ({ id: quota }, of) => diagnostics.report("A102", { quota, key: showKey(of.key) }, ratedPlace(plan, of)),
  };
  const decided = subjects.map(({ classed }) => withDecisions(stage, classed, decisions.of(period.name, classed.key)));
  const { everybody, outcomes: quotas } = applyQuotas(stage, decided, environment, subjectOf, doubts);
  const ranked = rank(everybody, stage.ranking);
  const people = ranked.map(({ of }) => of);
  const among = contenders(people, subjectOf);
  const { outcomes: awards, of: honours } = giveAwards(stage, among, environment, chronicle, period);
  reportExceeded(plan, stage, awards, decisions.in(period.name), diagnostics);
  const further: readonly Mark[] = provisional ? ["provisional"] : [];
  const results = ranked.map(({ of, rank: number }) => {
    const { awards, alerts, marks } = honours(of);
    return conclude(withMoves(stage, of), { rank: number, awards, alerts, marks: [...further, ...marks] });
  });
  return { results, quotas, awards, differences: reportFindings(plan, stage, results, diagnostics) };
}

/** Reports what results show that decides nothing. @returns the differences from the office's own figures */
export function reportFindings(
  plan: Plan,
  stage: Stage,
  results: Iterable<Result>,
  diagnostics: Diagnostics,
): readonly Difference[] {
  const differences = findDifferences(plan, stage, results);
  reportDifferences(plan, differences, diagnostics);
  reportUnproved(plan, stage, results, diagnostics);
  return differences;
}
