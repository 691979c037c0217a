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

/** The quotas of the bands that the subject came into, in its own scopes. */
export function quotaSteps(
  scene: Scene,
  report: PeriodReport,
  result: Result,
  subjects: ReadonlyMap<string, Subject>,
): QuotaStep[] {
  if (result.state !== "rated") return [];
  const rated = Array.from(report.results).filter(({ state }) => state === "rated");
  return [...scene.stage.quotas]
    .sort((a, b) => a.band - b.band || compareText(a.id, b.id))
    .filter(({ band }) => held(result, band))
    .flatMap((quota) => {
      const when = quota.when && scene.prepared.environment.compile(quota.when);
      const isAbout = ({ key }: Result): boolean => !when || when(subjects.get(key) as Subject) === true;
      return isAbout(result) ? [quotaStep(scene, report, rated.filter(isAbout), quota, result)] : [];
    });
}

/** Whether somebody came into a band, by points and rules or by a quota of a better one. */
const held = (result: Result, wanted: number): boolean =>
  [bandBefore(result), ...result.moved.map(({ to }) => to)].includes(wanted);

function quotaStep(
  scene: Scene,
  report: PeriodReport,
  rated: readonly Result[],
  quota: Quota,
  result: Result,
): QuotaStep {
  const groups = groupBy(rated, quota.within);
  const index = groups.findIndex(({ members }) => members.some(({ key }) => key === result.key));
  const outcome = report.quotas.filter(({ quota: id }) => id === quota.id)[index] as QuotaOutcome;
  const members = groups[index]?.members ?? [];
  const moved = result.moved.find(({ from }) => from === quota.band);
  const candidates = candidatesOf(scene, quota, members, result);
  return {
    quota,
    outcome,
    scope: scopeOf(quota.within, outcome.scope),
    ...(moved && { moved }),
    blocking: moved?.quotas.includes(quota.id) ?? false,
    open: outcome.equals.includes(result.key),
    candidates: shown(candidates),
  };
}

/** All candidates of the scope: those whose band was decided, as they use the room first, then the best. */
function candidatesOf(scene: Scene, quota: Quota, members: readonly Result[], subject: Result): CandidateStep[] {
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
    return {
      index,
      position,
      result: member,
      kept: member.moved.every(({ from }) => from !== quota.band),
      isSubject: member.key === subject.key,
      // As they stood when the quota looked at them.
      keys: keyValues(scene, quota.order, { ...member, band: quota.band }),
    };
  });
}

/** The subject, with those about the cut. */
function shown(candidates: readonly CandidateStep[]): CandidateStep[] {
  const cut = candidates.findLastIndex(({ kept }) => kept);
  const subject = candidates.findIndex(({ isSubject }) => isSubject);
  return candidates.filter(
    (_, index) => (index > cut - aroundCut && index <= cut + aroundCut) || Math.abs(index - subject) <= 1,
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
