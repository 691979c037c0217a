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
  return stage.awards.flatMap((award) =>
    [...scopesOf(rated, award.within ?? stage.ranking.within ?? [])].map(([scope, members]) => {
      const { winners, open } = choose(stage, award, members);
      for (const outcome of winners) outcome.awards.push(award.id);
      for (const outcome of winners) outcome.awards.sort();
      for (const outcome of open) outcome.tieOpen = true;
      return { award: award.id, scope, winners: winners.map(({ key }) => key), open: open.map(({ key }) => key) };
    }),
  );
}

function choose(
  { bands, ranking }: AwardStage,
  award: AwardPart,
  members: readonly Outcome[],
): Record<"winners" | "open", Outcome[]> {
  const ids = bands.map((band) => band.id);
  const eligible = members.filter(({ names }) => award.when === undefined || holds(award.when, names, ids));
  const winners: Outcome[] = [];
  const places = placesOf(award, members);
  for (const equals of groupsBy(award.by ?? ranking.by ?? ["total"], ids, eligible)) {
    const left = places - winners.length;
    if (left <= 0) break;
    if (equals.length > left && award.ties !== "all") return { winners, open: award.ties === "open" ? equals : [] };
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
