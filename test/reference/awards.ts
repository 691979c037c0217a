import { multiply } from "../../src/number/exact.ts";
import type { AwardPart, BandPart, Percentage, RankingPart } from "../../src/rubric/2-shape/rubric.generated.ts";
import { shareOf } from "./area.ts";
import { decided } from "./decisions.ts";
import { holds } from "./expression.ts";
import type { Outcome } from "./outcome.ts";
import { groupsBy, scopesOf } from "./outcome.ts";
import { before } from "./periods.ts";
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

/**
 * Gives the awards of a stage (LANGUAGE.md 1.7), each with what the authority decides about it (1.9); who is in an open tie gets
 * nothing. `first`: the first period of the kind that there is.
 */
export function applyAwards(stage: AwardStage, everybody: readonly Outcome[], first: string): AwardResult[] {
  const waiting = new Set(stage.awards);
  const given: AwardResult[] = [];
  while (waiting.size > 0) {
    // One that passes over the holders of others is given after them.
    const ids = [...waiting].map(({ id }) => id);
    const award = [...waiting].find(({ except = [] }) => !except.some((id) => ids.includes(id))) as AwardPart;
    waiting.delete(award);
    for (const [scope, members] of scopesOf(everybody, award.within ?? stage.ranking.within ?? [])) {
      const rated = members.filter(({ state }) => state === "rated");
      const { winners, open } = choose(stage, award, rated, given, first);
      const keys = { winners: winners.map(({ key }) => key), open: open.map(({ key }) => key) };
      const result = balloted(award, { award: award.id, scope, ...keys }, members, rated);
      if (rated.length > 0 || result.winners.length > 0) given.push(result);
    }
  }
  for (const outcome of everybody) {
    const named = (list: "winners" | "open"): string[] =>
      given.flatMap((each) => (each[list].includes(outcome.key) ? [each.award] : []));
    outcome.awards.push(...named("winners").sort());
    if (named("open").length > 0) outcome.tieOpen = true;
  }
  return given;
}

/** As the authority decides: when all places are given, a tie is open no more. */
function balloted(
  award: AwardPart,
  result: AwardResult,
  members: readonly Outcome[],
  rated: readonly Outcome[],
): AwardResult {
  const named = (action: "award" | "no_award"): string[] =>
    members.filter((each) => decided(each, action).includes(award.id)).map(({ key }) => key);
  const [to, notTo] = [named("award"), named("no_award")];
  if (to.length + notTo.length === 0) return result;
  const winners = [...new Set([...result.winners, ...to])].filter((key) => !notTo.includes(key));
  const rest = result.open.filter((key) => !to.includes(key) && !notTo.includes(key));
  const seats = placesOf(award, rated) - firstPlace(award) + 1;
  return { ...result, winners, open: winners.length < seats ? rest : [] };
}

function choose(
  { bands, ranking }: AwardStage,
  award: AwardPart,
  members: readonly Outcome[],
  given: readonly AwardResult[],
  first: string,
): Record<"winners" | "open", Outcome[]> {
  const ids = bands.map((band) => band.id);
  const others = given.filter(({ award: id }) => award.except?.includes(id));
  const passed = new Set(others.flatMap(({ winners, open }) => [...winners, ...open]));
  const eligible = members.filter(
    ({ key, names }) => !passed.has(key) && (award.when === undefined || holds(award.when, names, ids)),
  );
  if (award.streak) return { winners: eligible.filter((each) => isStreak(award, ids, each, first)), open: [] };
  const winners: Outcome[] = [];
  const places = placesOf(award, members);
  let before = 0;
  for (const equals of groupsBy(award.by ?? ranking.by ?? ["total"], ids, eligible)) {
    const place = before + 1;
    before += equals.length;
    if (place < firstPlace(award)) continue;
    if (place > places) break;
    if (before > places && award.ties !== "all") return { winners, open: award.ties === "open" ? equals : [] };
    winners.push(...equals);
  }
  return { winners, open: [] };
}

/** Is he in a year for which the award is given: that band or better in so many adjacent years? */
function isStreak({ streak }: AwardPart, bands: readonly string[], outcome: Outcome, first: string): boolean {
  const { band, years, not_rated, again } = streak as NonNullable<AwardPart["streak"]>;
  let length = 0;
  for (let period = outcome.period; ; period = before(period)) {
    const there = period === outcome.period ? outcome : outcome.earlier.find((each) => each.period === period);
    const counts = there?.state === "rated" && bands.indexOf(there.band as string) <= bands.indexOf(band);
    if (!counts && !(there?.state === "not_rated" && not_rated === "skips")) break;
    if (counts) length++;
    if (period === first) {
      outcome.startUnknown = true;
      break;
    }
  }
  return again === "once" ? length === Number(years) : length > 0 && length % Number(years) === 0;
}

const firstPlace = ({ from = 1 }: AwardPart): number => Number(from);

function placesOf(award: AwardPart, members: readonly Outcome[]): number {
  if (award.top !== undefined) return award.top as number;
  if (award.share === undefined) return Number.POSITIVE_INFINITY;
  const { of = "rated" } = award;
  const denominator = members.filter((outcome) => of === "rated" || of.includes(outcome.band as string)).length;
  return wholePeople(multiply(shareOf(award.share as Percentage), denominator), award.round);
}
