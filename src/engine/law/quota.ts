import { groupBy } from "../../model/groups.ts";
import type { CellValue, Quota, Stage } from "../../model/plan.ts";
import type { QuotaOutcome, Result } from "../../model/report.ts";
import { compareText } from "../../text/order.ts";
import { hasDecidedBand } from "../decisions.ts";
import type { Environment, Subject } from "../environment.ts";
import type { Capacity, Head } from "./capacity.ts";
import { capacity } from "./capacity.ts";
import type { Better } from "./order.ts";
import { createOrder } from "./order.ts";

/** One quota in one scope: a group of people who share its room. */
interface Scope extends Capacity {
  readonly quota: Quota;
  readonly values: readonly CellValue[];
  readonly candidates: readonly Result[];
  kept: number;
  readonly open: Result[];
  /** Has turned equals away who did not fit, or let them exceed it: takes nobody any more, even if there is room. */
  closed: boolean;
}

/** Says that the people of one scope do not agree on whether its share is raised. */
export type OnDisagreement = (quota: Quota, first: Result, second: Result) => void;

/**
 * Applies the quotas, best band first: what moves down is a candidate of the next band's quotas.
 * `subjectOf` gives what the expression of `raise` looks at.
 */
export function applyQuotas(
  stage: Stage,
  results: readonly Result[],
  environment: Environment,
  subjectOf: (result: Result) => Subject,
  onDisagreement: OnDisagreement,
): readonly QuotaOutcome[] {
  const rated = results.filter(({ state }) => state === "rated");
  const before = new Map(rated.map((result) => [result, result.band as number]));
  const outcomes: QuotaOutcome[] = [];

  for (const band of [...new Set(stage.quotas.map((quota) => quota.band))].sort((a, b) => a - b)) {
    const quotas = stage.quotas.filter((quota) => quota.band === band).sort((a, b) => compareText(a.id, b.id));
    const scopesOf = new Map<Result, Scope[]>();
    const scopes = quotas.flatMap((quota) => scopesIn(quota));
    const candidates = rated.filter((result) => result.band === band);
    settleBand(quotas[0] as Quota, candidates, scopesOf);
    outcomes.push(...scopes.map(outcomeOf));

    function scopesIn(quota: Quota): Scope[] {
      const raises = raiseTest(quota);
      return groupBy(rated, quota.within).map(({ values, members }) => {
        const candidates = members.filter((result) => result.band === band);
        const head: Head = {
          before: countBands(stage, members, (result) => before.get(result) as number),
          now: countBands(stage, members, (result) => result.band as number),
          candidates: candidates.length,
        };
        const scope: Scope = {
          quota,
          values,
          ...capacity(quota, head, raises(members)),
          candidates,
          kept: 0,
          open: [],
          closed: false,
        };
        for (const each of candidates) scopesOf.set(each, [...(scopesOf.get(each) ?? []), scope]);
        return scope;
      });
    }
  }
  return outcomes;

  /** Whether the people of a scope say that its share is raised: they must all say the same. */
  function raiseTest(quota: Quota): (members: readonly Result[]) => boolean {
    const { size } = quota;
    if (size.kind === "count" || !size.raise) return () => false;
    const when = environment.compile(size.raise.when);
    return (members) => {
      const [first, ...others] = members;
      if (!first) return false;
      const answer = when(subjectOf(first)) === true;
      const other = others.find((member) => (when(subjectOf(member)) === true) !== answer);
      if (other) onDisagreement(quota, first, other);
      return answer;
    };
  }
}

function countBands(stage: Stage, members: readonly Result[], bandOf: (result: Result) => number): number[] {
  const counts = stage.bands.map(() => 0);
  for (const member of members) counts[bandOf(member)] = (counts[bandOf(member)] as number) + 1;
  return counts;
}

/** Takes the candidates of one band best first, equal ones together, and moves those without room to `then`. */
function settleBand(
  quota: Quota,
  candidates: readonly Result[],
  scopesOf: ReadonlyMap<Result, readonly Scope[]>,
): void {
  const scopes = (result: Result): readonly Scope[] => scopesOf.get(result) as readonly Scope[];
  // What the authority decided uses the room first, and is not moved even where there is none.
  for (const scope of candidates.filter(hasDecidedBand).flatMap(scopes)) scope.kept++;
  const others = candidates.filter((result) => !hasDecidedBand(result));
  for (const equals of tieGroups(others, createOrder(quota.order))) {
    const blockers = new Map<Result, readonly Scope[]>();
    for (const result of equals) {
      const full = scopes(result).filter((scope) => scope.closed || scope.kept >= scope.room);
      if (full.length > 0) blockers.set(result, full);
    }

    const rest = equals.filter((result) => !blockers.has(result));
    const wanted = new Map<Scope, number>();
    for (const scope of rest.flatMap(scopes)) wanted.set(scope, (wanted.get(scope) ?? 0) + 1);
    const tight = new Set([...wanted].filter(([scope, n]) => scope.kept + n > scope.room).map(([scope]) => scope));
    for (const result of rest) {
      const mine = scopes(result).filter((scope) => tight.has(scope));
      if (mine.length === 0) continue;
      if (quota.ties === "out") blockers.set(result, mine);
      if (quota.ties === "open") {
        result.marks = [...new Set([...result.marks, "tie_open" as const])].sort();
        for (const scope of mine) scope.open.push(result);
      }
    }
    for (const result of equals) {
      const blocking = blockers.get(result);
      if (blocking) move(result, quota, blocking);
      else for (const scope of scopes(result)) scope.kept++;
    }
    for (const scope of tight) scope.closed = true;
  }
}

function move(result: Result, { band, then }: Quota, blocking: readonly Scope[]): void {
  const quotas = blocking.map(({ quota }) => quota.id).sort(compareText);
  result.moved = [...result.moved, { quotas, from: band, to: then }];
  result.band = then;
}

/** Runs of equal candidates, the best first. */
function tieGroups(candidates: readonly Result[], better: Better): Result[][] {
  const groups: Result[][] = [];
  for (const result of [...candidates].sort(better)) {
    const last = groups.at(-1);
    if (last && better(last[0] as Result, result) === 0) last.push(result);
    else groups.push([result]);
  }
  return groups;
}

function outcomeOf({ quota, values, candidates, kept, open, room, share, denominator }: Scope): QuotaOutcome {
  const leavers = candidates.filter(({ band }) => band !== quota.band).map(({ key }) => key);
  return {
    quota: quota.id,
    scope: values,
    ...(share !== undefined && { share }),
    ...(denominator !== undefined && { denominator }),
    room,
    candidates: candidates.length,
    kept,
    moved: leavers.length,
    leavers: leavers.sort(compareText),
    equals: open.map(({ key }) => key).sort(compareText),
    open: open.length,
  };
}
