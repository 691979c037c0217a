import type { Node } from "../../model/node.ts";
import type { Alert, Award, Band, Effect, Ranking, Rule, Stage, Total } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { compareText } from "../../text/order.ts";
import type { AwardPart, BandPart, RankingPart, RulePart } from "../2-shape/rubric.generated.ts";
import type { Facts } from "../3-facts/facts.ts";
import { share } from "../3-facts/percentage.ts";
import type { StageView } from "../3-facts/stages.ts";
import { bandExpression, effectOf } from "../3-facts/stages.ts";
import type { Layout } from "./layout.ts";
import {
  bandIndex,
  bandIndexes,
  bilingual,
  columnIndexes,
  compiled,
  inUnits,
  planSortKeys,
  remarks,
  written,
} from "./layout.ts";
import { planQuota } from "./quotas.ts";

/** The chain of one kind of period; `nodes` are those whose scores it has. */
export function planStage(facts: Facts, layout: Layout, view: StageView, nodes: readonly Node[]): Stage {
  const { holder } = view;
  const ranking = planRanking(layout, view.ranking);
  return {
    period: view.period,
    nodes,
    top: nodes.length === 0 ? [] : topLevel(facts, layout),
    total: planTotal(layout, view),
    bands: view.bands.map((band, index) => planBand(facts, layout, view, band, index)),
    rules: (holder.rules ?? []).map((rule) => planRule(facts, layout, view, rule)),
    quotas: (holder.quotas ?? []).map((quota) => planQuota(facts, layout, view, quota, ranking)),
    ranking,
    awards: (holder.awards ?? []).map((award) => planAward(facts, layout, view, award, ranking)),
    alerts: (holder.alerts ?? []).map(
      (alert): Alert => ({
        id: alert.id,
        title: bilingual(alert.title, alert.id),
        when: compiled(facts, alert, "when"),
        ...remarks(alert),
      }),
    ),
  };
}

const topLevel = ({ nodes }: Facts, layout: Layout): readonly number[] =>
  nodes
    .filter((node) => node.parent === undefined && layout.order.includes(node))
    .map(({ part }) => layout.nodes.get(part.id) as number);

function planTotal({ units }: Layout, { total, after }: StageView): Total {
  const { max, clamp, round } = total;
  return {
    max: units(max as Exact),
    clamp: clamp ?? false,
    ...(after.low !== undefined && { least: units(after.low) }),
    ...(after.high !== undefined && { most: units(after.high) }),
    ...(round && { round: inUnits(round, units) }),
  };
}

function planBand(facts: Facts, { units }: Layout, view: StageView, band: BandPart, index: number): Band {
  const { require = [], otherwise } = band;
  const requirements =
    typeof require === "string"
      ? [written(facts, band, "require")]
      : require.map((_, at) => written(facts, require, at));
  return {
    id: band.id,
    title: bilingual(band.title, band.id),
    ...(band.from !== undefined && { from: units(band.from) }),
    require: requirements,
    ...(otherwise !== undefined && { otherwise: descent(view, otherwise, index) }),
    ...(band.cite !== undefined && { cite: band.cite }),
  };
}

function descent(view: StageView, otherwise: string, index: number): number | "incomplete" {
  if (otherwise === "next") return index + 1;
  return otherwise === "incomplete" ? otherwise : bandIndex(view, otherwise);
}

function planRule(facts: Facts, layout: Layout, view: StageView, rule: RulePart): Rule {
  const condition = written(facts, rule, "when");
  return {
    id: rule.id,
    ...(rule.title !== undefined && { title: bilingual(rule.title, rule.id) }),
    when: condition.expression,
    text: condition.text,
    effect: planEffect(facts, view, rule),
    ...remarks(rule),
    ...(rule.once !== undefined && { once: layout.columns.get(rule.once) as number }),
  };
}

function planEffect(facts: Facts, view: StageView, rule: RulePart): Effect {
  const kind = effectOf(rule);
  if (kind === undefined) return { kind: "not_rated", reason: rule.not_rated as string };
  const isExpression = bandExpression(rule, kind) !== undefined;
  return { kind, band: isExpression ? compiled(facts, rule, kind) : bandIndex(view, rule[kind] as string) };
}

/** Without a ranking everybody is ranked by `total`, with standard numbers. */
function planRanking(layout: Layout, ranking: RankingPart | undefined): Ranking {
  return {
    within: columnIndexes(layout, ranking?.within ?? []),
    by: planSortKeys(layout, ranking?.by ?? ["total"]),
    number: ranking?.number ?? "standard",
  };
}

function planAward(facts: Facts, layout: Layout, view: StageView, award: AwardPart, ranking: Ranking): Award {
  return {
    id: award.id,
    title: bilingual(award.title, award.id),
    ...(award.when !== undefined && { when: compiled(facts, award, "when") }),
    size: awardSize(view, award),
    within: award.within ? columnIndexes(layout, award.within) : ranking.within,
    by: award.by ? planSortKeys(layout, award.by) : ranking.by,
    ...(award.except && { except: award.except.toSorted(compareText) }),
    ties: award.ties ?? "all",
    ...remarks(award),
  };
}

function awardSize(view: StageView, award: AwardPart): Award["size"] {
  const { top, from, share: part, streak, of = "rated", round = "down" } = award;
  if (streak) {
    const { band, years, not_rated: notRated = "breaks", again = "every" } = streak;
    return { kind: "streak", band: bandIndex(view, band), years: years as number, notRated, again };
  }
  if (top !== undefined) {
    return { kind: "top", top: top as number, ...(from !== undefined && { from: from as number }) };
  }
  if (part === undefined) return { kind: "all" };
  return { kind: "share", share: share(part) as Exact, of: bandIndexes(view, of), round };
}
