import { groupBy } from "../../model/groups.ts";
import type { Ranking } from "../../model/plan.ts";
import type { Result } from "../../model/report.ts";
import type { Better } from "./order.ts";
import { compareKeys, createOrder } from "./order.ts";

/**
 * Numbers the rated results within their groups and returns all of them in ranking order: by group, then rank, equal
 * ranks by key; those without a rank come last in their group. Equal keys share the rank.
 */
export function rank(results: readonly Result[], ranking: Ranking): readonly Result[] {
  const better = createOrder(ranking.by);
  return groupBy(results, ranking.within).flatMap(({ members }) => {
    const ranked = members.filter((result) => result.state === "rated" && result.total !== undefined);
    ranked.sort((a, b) => better(a, b) || compareKeys(a, b));
    number(ranked, ranking, better);
    const rest = members.filter((result) => result.rank === undefined).sort(compareKeys);
    return [...ranked, ...rest];
  });
}

function number(ranked: readonly Result[], ranking: Ranking, better: Better): void {
  let current = 0;
  for (const [i, result] of ranked.entries()) {
    const previous = ranked[i - 1];
    if (!previous || better(previous, result) !== 0) current = ranking.number === "dense" ? current + 1 : i + 1;
    result.rank = current;
  }
}
