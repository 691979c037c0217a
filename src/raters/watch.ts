import type { EngineOptions } from "../engine/engine.ts";
import type { Witness } from "../engine/explain/witness.ts";
import { createWitness, reportsOf } from "../engine/explain/witness.ts";
import type { Plan } from "../model/plan.ts";
import { containing } from "../period/calendar.ts";
import { parsePeriod } from "../period/parse-period.ts";
import type { Analysis } from "./analyse.ts";
import { analyse } from "./analyse.ts";
import { createCollector } from "./collect.ts";
import { officialRanks, pointsOf } from "./officials.ts";

/** Sees the ratings of a computation while they pass. */
export interface RatersWatch {
  /** Given to the computation. */
  readonly witness: (plan: Plan, given: EngineOptions) => Witness;
  /** What can be said of the raters once the computation is done; undefined where nobody rated anybody. */
  analysis(): Analysis | undefined;
}

/** @param wanted canonical name of the period whose ratings count, with those inside it; undefined for all */
export function watchRaters(wanted: string | undefined): RatersWatch {
  const isAsked = askedFor(wanted);
  let analysis: () => Analysis | undefined = () => undefined;
  return {
    witness(plan, given) {
      const witness = createWitness(given, () => false);
      const { ratings } = plan;
      if (!ratings) return witness;
      const collector = createCollector(plan);
      const onRating: EngineOptions["onRating"] = ({ row, rater, isAccepted, total }) => {
        if (!isAsked(row.period, plan.year)) return;
        const score = total === undefined ? undefined : pointsOf(plan, total);
        collector.add({ period: row.period, subject: row.key, rater, columns: row.columns, isAccepted, score });
      };
      analysis = () => {
        const reports = reportsOf(witness).filter(({ stage }) => stage === 0);
        // A subject of a wide sheet may be there without any rating.
        for (const { period, columns, key } of reports.flatMap(({ results }) =>
          [...results].flatMap(({ rows }) => rows),
        )) {
          if (isAsked(period, plan.year)) collector.meet({ period, columns, subject: key });
        }
        const collected = collector.finish();
        if (collected.ratings.length === 0) return undefined;
        const { expectAll, combine } = ratings;
        return analyse(collected, { expectAll, combine: combine.kind, ...officialRanks(plan, reports) });
      };
      return { ...witness, hooks: { ...witness.hooks, onRating } };
    },
    analysis: () => analysis(),
  };
}

/** Whether a period is the one asked for, or inside it. */
function askedFor(wanted: string | undefined): (period: string, terms: Plan["year"]) => boolean {
  const within = wanted === undefined ? undefined : parsePeriod(wanted);
  return (name, terms) => {
    if (!within) return true;
    const period = parsePeriod(name);
    return !period || name === within.name || containing(period, within.kind, terms)?.name === within.name;
  };
}
