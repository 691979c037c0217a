import type { Plan, Stage } from "../../model/plan.ts";
import type { Report } from "../../model/report.ts";
import { stagesOf } from "../../model/stages.ts";
import { rank } from "./ranking.ts";

/** The same results, put in order and numbered anew: within other columns, or where their keys were replaced by codes, since equal ranks stand in the order of keys. */
export function rerank({ plan, periods }: Report, within?: readonly number[]): Report {
  const renewed = within ? withinColumns(plan, within) : plan;
  const stages = stagesOf(renewed);
  return {
    plan: renewed,
    periods: periods.map((period) => {
      const ranked = rank(period.results, (stages[period.stage] as Stage).ranking);
      return { ...period, results: ranked.map(({ of, rank: number }) => ({ ...of, rank: number })) };
    }),
  };
}

function withinColumns(plan: Plan, within: readonly number[]): Plan {
  const renew = <S extends Stage>(stage: S): S => ({ ...stage, ranking: { ...stage.ranking, within } });
  return { ...plan, stage: renew(plan.stage), rollups: plan.rollups.map(renew) };
}
