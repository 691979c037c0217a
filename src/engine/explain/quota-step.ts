import type { CandidateStep, KeyValue, QuotaStep, ScopeValue } from "../../model/derivation-class.ts";
import { groupBy } from "../../model/groups.ts";
import type { PeriodReport, QuotaOutcome, Result } from "../../model/report.ts";
import { hasDecidedBand } from "../../model/report.ts";
import type { Quota, SortKey } from "../../model/stage.ts";
import { compareText } from "../../text/order.ts";
import { compareKeys, reader } from "../law/order.ts";
import { bandBefore, orderOf } from "../law/quota.ts";
import type { Subject } from "../law/subject.ts";
import { toPoints } from "../law/work.ts";
import type { Scene } from "./scene.ts";

/** Candidates shown above and below the cut. */
const aroundCut = 3;

/** Gives the quotas of the bands that a subject came into, in its own scopes. Candidates are put in order once for all who are explained. */
export function createQuotaSteps(
  scene: Scene,
  report: PeriodReport,
  subjects: ReadonlyMap<string, Subject>,
): (result: Result) => QuotaStep[] {
  const quotas = [...scene.stage.quotas].sort((a, b) => a.band - b.band || compareText(a.id, b.id));
  const contests = new Map<Quota, ReadonlyMap<string, Contest>>();
  return (result) => {
    if (result.state !== "rated") return [];
    return quotas
      .filter(({ band }) => held(result, band))
      .flatMap((quota) => {
        const byKey = contests.get(quota) ?? contestsOf(scene, report, subjects, quota);
        contests.set(quota, byKey);
        const contest = byKey.get(result.key);
        return contest ? [quotaStep(scene, contest, quota, result)] : [];
      });
  };
}

/** Whether somebody came into a band, by points and rules or by a quota of a better one. */
const held = (result: Result, wanted: number): boolean =>
  [bandBefore(result), ...result.moved.map(({ to }) => to)].includes(wanted);

/** A scope of a quota. */
interface Contest {
  readonly outcome: QuotaOutcome;
  /** Those whose band was decided, as they use the room first, then the best. */
  readonly candidates: readonly Candidate[];
  /** Index of the last one who was kept. */
  readonly cut: number;
}

type Candidate = Omit<CandidateStep, "isSubject" | "keys">;

/** The scopes of a quota by the keys of those in them. */
function contestsOf(
  scene: Scene,
  report: PeriodReport,
  subjects: ReadonlyMap<string, Subject>,
  quota: Quota,
): ReadonlyMap<string, Contest> {
  const when = quota.when && scene.prepared.environment.compile(quota.when);
  const concerned = Array.from(report.results).filter(
    ({ state, key }) => state === "rated" && (!when || when(subjects.get(key) as Subject) === true),
  );
  const outcomes = [...report.quotas].filter(({ quota: id }) => id === quota.id);
  const contests = new Map<string, Contest>();
  for (const [at, { members }] of groupBy(concerned, quota.within).entries()) {
    const candidates = candidatesOf(quota, members);
    const contest: Contest = {
      outcome: outcomes[at] as QuotaOutcome,
      candidates,
      cut: candidates.findLastIndex(({ kept }) => kept),
    };
    for (const { key } of members) contests.set(key, contest);
  }
  return contests;
}

function candidatesOf(quota: Quota, members: readonly Result[]): readonly Candidate[] {
  const inOrder = orderOf(quota);
  const turn = (result: Result): number => (hasDecidedBand(result) ? 0 : 1);
  const better = (a: Result, b: Result): number => turn(a) - turn(b) || inOrder(a, b);
  const candidates = members
    .filter((member) => held(member, quota.band))
    .sort((a, b) => better(a, b) || compareKeys(a, b));
  let position = 0;
  return candidates.map((member, index) => {
    const previous = candidates[index - 1];
    if (!previous || better(previous, member) !== 0) position = index + 1;
    return { index, position, result: member, kept: member.moved.every(({ from }) => from !== quota.band) };
  });
}

function quotaStep(scene: Scene, contest: Contest, quota: Quota, result: Result): QuotaStep {
  const { outcome } = contest;
  const moved = result.moved.find(({ from }) => from === quota.band);
  return {
    quota,
    outcome,
    scope: scopeOf(quota.within, outcome.scope),
    ...(moved && { moved }),
    blocking: moved?.quotas.includes(quota.id) ?? false,
    open: outcome.equals.includes(result.key),
    candidates: shown(contest, result).map((candidate) => ({
      ...candidate,
      isSubject: candidate.result.key === result.key,
      // As they stood when the quota looked at them.
      keys: keyValues(scene, quota.order, { ...candidate.result, band: quota.band }),
    })),
  };
}

/** The subject and its neighbours, with those about the cut. */
function shown({ candidates, cut }: Contest, { key }: Result): readonly Candidate[] {
  const subject = candidates.findIndex(({ result }) => result.key === key);
  return candidates.filter(
    ({ index }) => (index > cut - aroundCut && index <= cut + aroundCut) || Math.abs(index - subject) <= 1,
  );
}

export const keyValues = ({ plan }: Scene, keys: readonly SortKey[], result: Result): KeyValue[] =>
  keys.map((key) => {
    const value = reader(key.by)(result);
    if (value === undefined) return { key };
    if (key.by.kind === "band") return { key, value: result.band ?? 0 };
    return { key, value: key.by.kind === "column" ? value : toPoints(value, plan.scale) };
  });

export const scopeOf = (within: readonly number[], values: readonly ScopeValue["value"][]): ScopeValue[] =>
  within.flatMap((column, index) => {
    const value = values[index];
    return value === undefined ? [] : [{ column, value }];
  });
