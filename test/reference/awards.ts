import { multiply } from "../../src/number/exact.ts";
import type { AwardPart, BandPart, Percentage, RankingPart } from "../../src/rubric/2-shape/rubric.generated.ts";
import { shareOf } from "./area.ts";
import { holds } from "./expression.ts";
import type { Outcome } from "./outcome.ts";
import { groupsBy, scopesOf } from "./outcome.ts";
import { wholePeople } from "./quotas.ts";

interface AwardStage {
  readonly bands: readonly BandPart[];
  readonly awards: readonly AwardPart[];
  readonly ranking: RankingPart;
}

/** Who got an award in one scope, by key. */
export interface AwardResult {
  readonly award: string;
  readonly scope: string;
  readonly winners: readonly string[];
  /** Those of a tie that is left open. */
  readonly open: readonly string[];
}

/** Gives the awards of a stage (LANGUAGE.md 1.7); who is in an open tie gets nothing. */
export function applyAwards(stage: AwardStage, rated: readonly Outcome[]): AwardResult[] {
  const waiting = new Set(stage.awards);
  const given: AwardResult[] = [];
  while (waiting.size > 0) {
    // One that passes over the holders of others is given after them.
    const ids = [...waiting].map(({ id }) => id);
    const award = [...waiting].find(({ except = [] }) => !except.some((id) => ids.includes(id))) as AwardPart;
    waiting.delete(award);
    for (const [scope, members] of scopesOf(rated, award.within ?? stage.ranking.within ?? [])) {
      const { winners, open } = choose(stage, award, members, given);
      for (const outcome of winners) outcome.awards.push(award.id);
      for (const outcome of winners) outcome.awards.sort();
      for (const outcome of open) outcome.tieOpen = true;
      const keys = { winners: winners.map(({ key }) => key), open: open.map(({ key }) => key) };
      given.push({ award: award.id, scope, ...keys });
    }
  }
  return stage.awards.flatMap(({ id }) => given.filter(({ award }) => award === id));
}

function choose(
  { bands, ranking }: AwardStage,
  award: AwardPart,
  members: readonly Outcome[],
  given: readonly AwardResult[],
): Record<"winners" | "open", Outcome[]> {
  const ids = bands.map((band) => band.id);
  const others = given.filter(({ award: id }) => award.except?.includes(id));
  const passed = new Set(others.flatMap(({ winners, open }) => [...winners, ...open]));
  const eligible = members.filter(
    ({ key, names }) => !passed.has(key) && (award.when === undefined || holds(award.when, names, ids)),
  );
  const winners: Outcome[] = [];
  const places = placesOf(award, members);
  let before = 0;
  for (const equals of groupsBy(award.by ?? ranking.by ?? ["total"], ids, eligible)) {
    const place = before + 1;
    before += equals.length;
    if (place < ((award.from as number | undefined) ?? 1)) continue;
    if (place > places) break;
    if (before > places && award.ties !== "all") return { winners, open: award.ties === "open" ? equals : [] };
    winners.push(...equals);
  }
  return { winners, open: [] };
}

function placesOf(award: AwardPart, members: readonly Outcome[]): number {
  if (award.top !== undefined) return award.top as number;
  if (award.share === undefined) return Number.POSITIVE_INFINITY;
  const { of = "rated" } = award;
  const denominator = members.filter((outcome) => of === "rated" || of.includes(outcome.band as string)).length;
  return wholePeople(multiply(shareOf(award.share as Percentage), denominator), award.round);
}
