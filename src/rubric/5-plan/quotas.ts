import type { Quota, Ranking } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import type { QuotaPart } from "../2-shape/rubric.generated.ts";
import type { Facts } from "../3-facts/facts.ts";
import { share } from "../3-facts/percentage.ts";
import type { StageView } from "../3-facts/stages.ts";
import type { Layout } from "./layout.ts";
import { bandIndex, bandIndexes, bilingual, columnIndexes, compiled, planSortKeys, remarks } from "./layout.ts";

/** A quota; its order is that of the ranking unless stated. */
export function planQuota(facts: Facts, layout: Layout, view: StageView, quota: QuotaPart, ranking: Ranking): Quota {
  return {
    id: quota.id,
    ...(quota.title !== undefined && { title: bilingual(quota.title, quota.id) }),
    band: bandIndex(view, quota.band),
    size: planSize(facts, view, quota),
    ...(quota.when !== undefined && { when: compiled(facts, quota, "when") }),
    within: columnIndexes(layout, quota.within ?? []),
    ties: quota.ties as Quota["ties"],
    // biome-ignore lint/suspicious/noThenProperty: the language's word; a plan is never awaited
    then: bandIndex(view, quota.then),
    order: quota.order ? planSortKeys(layout, quota.order) : ranking.by,
    ...remarks(quota),
  };
}

function planSize(facts: Facts, view: StageView, quota: QuotaPart): Quota["size"] {
  const { count, of, basis, round, raise } = quota;
  if (quota.share === undefined) return { kind: "count", count: count as number };
  return {
    kind: "share",
    share: share(quota.share) as Exact,
    of: bandIndexes(view, of as NonNullable<QuotaPart["of"]>),
    // Not stated only where both give the same.
    basis: basis ?? "before",
    round: round as "down" | "up" | "half_up",
    ...(raise && { raise: { share: share(raise.share) as Exact, when: compiled(facts, raise, "when") } }),
  };
}
