import type { Exact } from "../../src/number/exact.ts";
import { multiply } from "../../src/number/exact.ts";
import { roundWhole } from "../../src/number/rounding.ts";
import type { BandPart, Percentage, QuotaPart, RankingPart } from "../../src/rubric/2-shape/rubric.generated.ts";
import { shareOf } from "./area.ts";
import { decided } from "./decisions.ts";
import { holds } from "./expression.ts";
import type { Outcome } from "./outcome.ts";
import { groupsBy, scopeOf, scopesOf } from "./outcome.ts";

/** How one quota worked out in one scope. */
export interface QuotaResult {
  readonly quota: string;
  readonly scope: string;
  readonly room: number;
  /** People whom the share is of; absent for a plain count. */
  readonly denominator: number | undefined;
  readonly candidates: number;
  readonly kept: number;
  readonly open: number;
}

/** A scope of a quota while its candidates are taken. */
interface Scope {
  readonly quota: QuotaPart;
  readonly name: string;
  readonly candidates: readonly Outcome[];
  readonly room: number;
  readonly denominator: number | undefined;
  taken: number;
  /** Kept by a tie that this scope left open. */
  open: number;
  closed: boolean;
}

interface QuotaStage {
  readonly bands: readonly BandPart[];
  readonly quotas: readonly QuotaPart[];
  readonly ranking: RankingPart;
}

/** Moves what is beyond the room of the quotas (LANGUAGE.md 1.6); bands are worked best first. */
export function applyQuotas(stage: QuotaStage, rated: readonly Outcome[]): QuotaResult[] {
  const bands = stage.bands.map((band) => band.id);
  const before = new Map(rated.map((outcome) => [outcome, outcome.band as string]));
  return bands.flatMap((band) => {
    const quotas = stage.quotas.filter((quota) => quota.band === band);
    return quotas.length === 0 ? [] : workBand(stage, bands, band, quotas, rated, before);
  });
}

function workBand(
  stage: QuotaStage,
  bands: readonly string[],
  band: string,
  quotas: readonly QuotaPart[],
  rated: readonly Outcome[],
  before: ReadonlyMap<Outcome, string>,
): QuotaResult[] {
  const scopes = quotas.flatMap((quota) => openScopes(quota, bands, rated, before));
  const scopesAround = (outcome: Outcome): Scope[] => scopes.filter((scope) => scope.candidates.includes(outcome));
  const { ties, then, order = stage.ranking.by ?? ["total"] } = quotas[0] as QuotaPart;
  const all = rated.filter((outcome) => outcome.band === band);
  // Whose band was decided stays, and takes room first.
  const isDecided = (outcome: Outcome): boolean => decided(outcome, "set_band").length > 0;
  for (const outcome of all.filter(isDecided)) for (const scope of scopesAround(outcome)) scope.taken++;
  const candidates = all.filter((outcome) => !isDecided(outcome));

  for (const equals of groupsBy(order, bands, candidates)) {
    const isOut = new Set<Outcome>();
    // Those with a full or closed scope are out first; a scope that lacked room itself takes nobody after them.
    for (const outcome of equals) {
      const without = scopesAround(outcome).filter((scope) => scope.closed || scope.taken >= scope.room);
      if (without.length > 0) isOut.add(outcome);
    }
    for (const outcome of isOut) {
      for (const scope of scopesAround(outcome)) if (scope.taken >= scope.room) scope.closed = true;
    }
    // Then, in every scope where the rest does not fit, all the rest of that scope, all scopes at once.
    const rest = equals.filter((outcome) => !isOut.has(outcome));
    for (const scope of scopes) {
      const here = rest.filter((outcome) => scope.candidates.includes(outcome));
      if (scope.taken + here.length <= scope.room) continue;
      scope.closed = true;
      for (const outcome of here) {
        if (ties === "out") isOut.add(outcome);
        if (ties === "open") outcome.tieOpen = true;
      }
      if (ties === "open") scope.open += here.length;
    }
    for (const outcome of equals) {
      if (isOut.has(outcome)) outcome.band = then;
      else for (const scope of scopesAround(outcome)) scope.taken++;
    }
  }
  return scopes.map(({ quota, name, room, denominator, candidates: all, taken, open }) => ({
    quota: quota.id,
    scope: name,
    room,
    denominator,
    candidates: all.length,
    kept: taken,
    open,
  }));
}

function openScopes(
  quota: QuotaPart,
  bands: readonly string[],
  rated: readonly Outcome[],
  before: ReadonlyMap<Outcome, string>,
): Scope[] {
  const { when } = quota;
  const concerned = when === undefined ? rated : rated.filter((outcome) => holds(when, outcome.names, bands));
  return [...scopesOf(concerned, quota.within ?? []).values()].map((members) => ({
    quota,
    name: scopeOf(members[0] as Outcome, quota.within ?? []),
    candidates: members.filter((outcome) => outcome.band === quota.band),
    ...roomIn(quota, bands, members, before),
    taken: 0,
    open: 0,
    closed: false,
  }));
}

function roomIn(
  quota: QuotaPart,
  bands: readonly string[],
  members: readonly Outcome[],
  before: ReadonlyMap<Outcome, string>,
): Pick<Scope, "room" | "denominator"> {
  if (quota.count !== undefined) return { room: quota.count as number, denominator: undefined };
  const { of = "rated", band, then, raise } = quota;
  const raised = raise !== undefined && members.some((outcome) => holds(raise.when, outcome.names, bands));
  const share = shareOf((raised ? raise.share : quota.share) as Percentage);
  const counts = (id: string): boolean => of === "rated" || of.includes(id);
  const roomFor = (people: number): number => wholePeople(multiply(share, people), quota.round);
  if (quota.basis === "before") {
    const denominator = members.filter((outcome) => counts(before.get(outcome) as string)).length;
    return { room: roomFor(denominator), denominator };
  }
  const candidates = members.filter((outcome) => outcome.band === band).length;
  const others = members.filter((outcome) => outcome.band !== band && counts(outcome.band as string)).length;
  const denominatorWith = (stay: number): number =>
    others + (counts(band) ? stay : 0) + (counts(then) ? candidates - stay : 0);
  let most = 0;
  for (let stay = 0; stay <= candidates; stay++) if (stay <= roomFor(denominatorWith(stay))) most = stay;
  return { room: most, denominator: denominatorWith(most) };
}

/** A share of people as a number of people. */
export function wholePeople(exact: Exact, round: "down" | "up" | "half_up" = "down"): number {
  return roundWhole(exact, round) as number;
}
