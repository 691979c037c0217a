import type { CellValue } from "../../model/column.ts";
import { groupBy } from "../../model/groups.ts";
import type { Classed, QuotaOutcome } from "../../model/report.ts";
import { hasDecidedBand } from "../../model/report.ts";
import type { Quota, Stage } from "../../model/stage.ts";
import { compareText } from "../../text/order.ts";
import type { Capacity, Head } from "./capacity.ts";
import { capacity } from "./capacity.ts";
import type { Environment } from "./environment.ts";
import type { Better } from "./order.ts";
import { byId, createOrder } from "./order.ts";
import { withMarks } from "./result.ts";
import type { Subject } from "./subject.ts";

/** One quota in one scope: a group of people who share its room. */
interface Scope extends Capacity {
  readonly quota: Quota;
  readonly values: readonly CellValue[];
  readonly candidates: readonly Classed[];
  kept: number;
  readonly open: Classed[];
  /** Has turned equals away who did not fit, or let them exceed it: takes nobody any more, even if there is room. */
  closed: boolean;
}

/** Told of what a quota cannot decide. */
export interface Doubts {
  /** The people of one scope do not agree on whether its share is raised. */
  onDisagreement(quota: Quota, first: Classed, second: Classed): void;
  /** Nobody can tell whether it is about somebody. */
  onUnknown(quota: Quota, of: Classed): void;
}

/**
 * Applies the quotas, best band first: what moves down is a candidate of the next band's quotas.
 * `subjectOf` gives what the expressions of `when` and `raise` look at.
 */
export function applyQuotas(
  stage: Stage,
  everybody: readonly Classed[],
  environment: Environment,
  subjectOf: (classed: Classed) => Subject,
  doubts: Doubts,
): { readonly everybody: readonly Classed[]; readonly outcomes: readonly QuotaOutcome[] } {
  const bands = [...new Set(stage.quotas.map(({ band }) => band))].sort((a, b) => a - b);
  const outcomes: QuotaOutcome[] = [];
  let people = everybody;
  for (const band of bands) {
    const quotas = byId(stage.quotas.filter((quota) => quota.band === band));
    const rated = people.filter(({ state }) => state === "rated");
    const scopesOf = new Map<Classed, Scope[]>();
    const scopes = quotas.flatMap((quota) => scopesIn(quota, concerned(quota, rated)));
    for (const scope of scopes) {
      for (const each of scope.candidates) scopesOf.set(each, [...(scopesOf.get(each) ?? []), scope]);
    }
    const candidates = rated.filter((each) => each.band === band);
    const settled = settleBand(quotas[0] as Quota, candidates, scopesOf);
    for (const scope of scopes) outcomes.push(outcomeOf(scope, settled));
    if (settled.turnedAway.size + settled.open.size > 0) {
      people = people.map((each) => seated(each, quotas[0] as Quota, settled));
    }
  }
  return { everybody: people, outcomes };

  /** Those whom a quota is about: of everybody that must be known. */
  function concerned(quota: Quota, rated: readonly Classed[]): readonly Classed[] {
    const when = quota.when && environment.compile(quota.when);
    if (!when) return rated;
    return rated.filter((each) => {
      const answer = when(subjectOf(each));
      if (answer === undefined) doubts.onUnknown(quota, each);
      return answer === true;
    });
  }

  function scopesIn(quota: Quota, rated: readonly Classed[]): Scope[] {
    const raises = raiseTest(quota);
    return groupBy(rated, quota.within).map(({ values, members }) => {
      const candidates = members.filter(({ band }) => band === quota.band);
      const head: Head = {
        before: countBands(stage, members, bandBefore),
        now: countBands(stage, members, ({ band }) => band),
        candidates: candidates.length,
      };
      const room = capacity(quota, head, raises(members));
      return { quota, values, ...room, candidates, kept: 0, open: [], closed: false };
    });
  }

  /** Whether the people of a scope say that its share is raised: they must all say the same. */
  function raiseTest(quota: Quota): (members: readonly Classed[]) => boolean {
    const { size } = quota;
    if (size.kind === "count" || !size.raise) return () => false;
    const when = environment.compile(size.raise.when);
    return (members) => {
      const [first, ...others] = members;
      if (!first) return false;
      const answer = when(subjectOf(first)) === true;
      const other = others.find((member) => (when(subjectOf(member)) === true) !== answer);
      if (other) doubts.onDisagreement(quota, first, other);
      return answer;
    };
  }
}

/** The band before any quota. */
export const bandBefore = ({ moved, band }: Pick<Classed, "moved" | "band">): number | undefined =>
  moved[0]?.from ?? band;

/** In what order a quota takes its candidates. They all stand in its band, which can tell nobody apart. */
export const orderOf = ({ order }: Quota): Better => createOrder(order.filter(({ by }) => by.kind !== "band"));

function countBands(
  stage: Stage,
  members: readonly Classed[],
  bandOf: (member: Classed) => number | undefined,
): number[] {
  const counts = stage.bands.map(() => 0);
  for (const member of members) {
    const band = bandOf(member) as number;
    counts[band] = (counts[band] as number) + 1;
  }
  return counts;
}

/** What the quotas of one band do with its candidates. */
interface Settled {
  /** With the scopes that have no room for them. */
  readonly turnedAway: ReadonlyMap<Classed, readonly Scope[]>;
  /** Left open for the authority. */
  readonly open: ReadonlySet<Classed>;
}

/** Takes the candidates of one band best first, equal ones together, and turns away those without room. */
function settleBand(
  quota: Quota,
  candidates: readonly Classed[],
  scopesOf: ReadonlyMap<Classed, readonly Scope[]>,
): Settled {
  const turnedAway = new Map<Classed, readonly Scope[]>();
  const open = new Set<Classed>();
  const scopes = (of: Classed): readonly Scope[] => scopesOf.get(of) ?? [];
  // What the authority decided uses the room first, and is not moved even where there is none.
  for (const scope of candidates.filter(hasDecidedBand).flatMap(scopes)) scope.kept++;
  const others = candidates.filter((each) => !hasDecidedBand(each));
  for (const equals of tieGroups(others, orderOf(quota))) {
    for (const each of equals) {
      const full = scopes(each).filter((scope) => scope.closed || scope.kept >= scope.room);
      if (full.length > 0) turnedAway.set(each, full);
    }
    const rest = equals.filter((each) => !turnedAway.has(each));
    const wanted = new Map<Scope, number>();
    for (const scope of rest.flatMap(scopes)) wanted.set(scope, (wanted.get(scope) ?? 0) + 1);
    const tight = new Set([...wanted].filter(([scope, n]) => scope.kept + n > scope.room).map(([scope]) => scope));
    for (const each of rest) {
      const mine = scopes(each).filter((scope) => tight.has(scope));
      if (mine.length === 0) continue;
      if (quota.ties === "out") turnedAway.set(each, mine);
      if (quota.ties === "open") {
        open.add(each);
        for (const scope of mine) scope.open.push(each);
      }
    }
    for (const scope of equals.filter((each) => !turnedAway.has(each)).flatMap(scopes)) scope.kept++;
    for (const scope of tight) scope.closed = true;
  }
  return { turnedAway, open };
}

/** Where somebody stands after the quotas of one band. */
function seated(each: Classed, { band, then }: Quota, { turnedAway, open }: Settled): Classed {
  const blocking = turnedAway.get(each);
  if (!blocking) return open.has(each) ? { ...each, marks: withMarks(each.marks, ["tie_open"]) } : each;
  const quotas = blocking.map(({ quota }) => quota.id).sort(compareText);
  return { ...each, band: then, moved: [...each.moved, { quotas, from: band, to: then }] };
}

/** Runs of equal candidates, the best first. */
function tieGroups(candidates: readonly Classed[], better: Better): Classed[][] {
  const groups: Classed[][] = [];
  for (const each of [...candidates].sort(better)) {
    const last = groups.at(-1);
    if (last && better(last[0] as Classed, each) === 0) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

function outcomeOf(
  { quota, values, candidates, kept, open, room, share, denominator, oneMore }: Scope,
  { turnedAway }: Settled,
): QuotaOutcome {
  const leavers = candidates.filter((each) => turnedAway.has(each)).map(({ key }) => key);
  return {
    quota: quota.id,
    scope: values,
    ...(share !== undefined && { share }),
    ...(denominator !== undefined && { denominator }),
    ...(oneMore && { oneMore }),
    room,
    candidates: candidates.length,
    kept,
    moved: leavers.length,
    leavers: leavers.sort(compareText),
    equals: open.map(({ key }) => key).sort(compareText),
    open: open.length,
  };
}
