import type { EngineOptions } from "../engine/engine.ts";
import type { Witness } from "../engine/explain/witness.ts";
import { createWitness, reportsOf } from "../engine/explain/witness.ts";
import type { Plan } from "../model/plan.ts";
import type { Ratings } from "../model/ratings.ts";
import type { PeriodReport } from "../model/report.ts";
import { containing } from "../period/calendar.ts";
import { parsePeriod } from "../period/parse-period.ts";
import type { Analysis } from "./analyse.ts";
import { analyse } from "./analyse.ts";
import type { Collected } from "./collect.ts";
import { createCollector } from "./collect.ts";
import type { Coverage } from "./coverage.ts";
import { coverageIn } from "./coverage.ts";
import { officialRanks, pointsOf } from "./officials.ts";

/**
 * Sees the ratings of a computation while they pass. What is `wanted` is the canonical name of the period whose ratings count, with
 * those inside it; undefined for all.
 */
export interface RatersWatch {
  /** Given to the computation. */
  readonly witness: (plan: Plan, given: EngineOptions) => Witness;
  /** What can be said of the raters once the computation is done; undefined where nobody rated anybody. */
  analysis(wanted?: string): Analysis | undefined;
  /** The part of it that says who scored whom. */
  coverage(wanted?: string): Coverage | undefined;
}

/** @param keepRows see {@link createWitness} */
export function watchRaters(keepRows: (key: string) => boolean = () => false): RatersWatch {
  let collect: (wanted: string | undefined) => Watched | undefined = () => undefined;
  return {
    witness(plan, given) {
      const witness = createWitness(given, keepRows);
      const { ratings } = plan;
      if (!ratings) return witness;
      const collector = createCollector(plan);
      const onRating: EngineOptions["onRating"] = ({ row, rater, isAccepted, total }) => {
        const score = total === undefined ? undefined : pointsOf(plan, total);
        collector.add({ period: row.period, subject: row.key, rater, columns: row.columns, isAccepted, score });
      };
      collect = (wanted) => {
        const reports = reportsOf(witness).filter(({ stage }) => stage === 0);
        // A subject of a wide sheet may be there without any rating.
        for (const { results } of reports) {
          for (const { rows } of results) {
            for (const { period, columns, key } of rows) collector.meet({ period, columns, subject: key });
          }
        }
        const collected = collector.finish(askedFor(wanted, plan.year));
        return collected.ratings.length === 0 ? undefined : { plan, ratings, reports, collected };
      };
      return { ...witness, hooks: { ...witness.hooks, onRating } };
    },
    analysis(wanted) {
      const watched = collect(wanted);
      if (!watched) return undefined;
      const { plan, ratings, reports, collected } = watched;
      const { expectAll, combine } = ratings;
      return analyse(collected, { expectAll, combine: combine.kind, ...officialRanks(plan, reports) });
    },
    coverage(wanted) {
      const watched = collect(wanted);
      return watched && coverageIn(watched.collected, watched.ratings.expectAll);
    },
  };
}

interface Watched {
  readonly plan: Plan;
  readonly ratings: Ratings;
  readonly reports: readonly PeriodReport[];
  readonly collected: Collected;
}

/** Whether a period is the one asked for, or inside it. */
function askedFor(wanted: string | undefined, terms: Plan["year"]): (period: string) => boolean {
  const within = wanted === undefined ? undefined : parsePeriod(wanted);
  return (name) => {
    if (!within) return true;
    const period = parsePeriod(name);
    return !period || name === within.name || containing(period, within.kind, terms)?.name === within.name;
  };
}
