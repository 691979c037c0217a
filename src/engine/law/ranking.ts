import { groupBy } from "../../model/groups.ts";
import type { Plan } from "../../model/plan.ts";
import type { Classed, Report } from "../../model/report.ts";
import type { Ranking, Stage } from "../../model/stage.ts";
import { stageAt } from "../../model/stages.ts";
import type { Better } from "./order.ts";
import { compareKeys, createOrder } from "./order.ts";

export interface Ranked<T> {
  readonly of: T;
  /** Absent for those who have no class, or no total. */
  readonly rank: number | undefined;
}

/**
 * Numbers the rated results within their groups and returns all of them in ranking order: by group, then rank, equal
 * ranks by key; those without a rank come last in their group. Equal keys share the rank.
 */
export function rank<T extends Classed>(results: Iterable<T>, ranking: Ranking): readonly Ranked<T>[] {
  const better = createOrder(ranking.by);
  return groupBy(results, ranking.within).flatMap(({ members }) => {
    const ranked = members.filter(hasRank).sort((a, b) => better(a, b) || compareKeys(a, b));
    const rest = members.filter((result) => !hasRank(result)).sort(compareKeys);
    return [...numbered(ranked, ranking, better), ...rest.map((of) => ({ of, rank: undefined }))];
  });
}

const hasRank = ({ state, total }: Classed): boolean => state === "rated" && total !== undefined;

function numbered<T extends Classed>(sorted: readonly T[], { number }: Ranking, better: Better): readonly Ranked<T>[] {
  let current = 0;
  return sorted.map((of, index) => {
    const previous = sorted[index - 1];
    if (!previous || better(previous, of) !== 0) current = rankBehind(current, index, number);
    return { of, rank: current };
  });
}

/** The rank of somebody who is worse than all `index` people before, the last of whom has the rank `current` (0: nobody). */
export const rankBehind = (current: number, index: number, number: Ranking["number"]): number =>
  number === "dense" ? current + 1 : index + 1;

/** The same results, put in order and numbered anew: within other columns, or where their keys were replaced by codes, since equal ranks stand in the order of keys. */
export function rerank({ plan, periods }: Report, within?: readonly number[]): Report {
  const renewed = within ? withinColumns(plan, within) : plan;
  return {
    plan: renewed,
    periods: periods.map((period) => {
      const ranked = rank(period.results, stageAt(renewed, period).ranking);
      return { ...period, results: ranked.map(({ of, rank: number }) => ({ ...of, rank: number })) };
    }),
  };
}

function withinColumns(plan: Plan, within: readonly number[]): Plan {
  const renew = <S extends Stage>(stage: S): S => ({ ...stage, ranking: { ...stage.ranking, within } });
  return { ...plan, stage: renew(plan.stage), rollups: plan.rollups.map(renew) };
}
