import type { CandidateStep, KeyValue, QuotaStep, ScopeValue } from "../../model/derivation-class.ts";
import { groupBy } from "../../model/groups.ts";
import type { Quota, SortKey } from "../../model/plan.ts";
import type { PeriodReport, QuotaOutcome, Result } from "../../model/report.ts";
import { compareText } from "../../text/order.ts";
import { hasDecidedBand } from "../decisions.ts";
import type { Better } from "../law/order.ts";
import { compareKeys, createOrder, reader } from "../law/order.ts";
import { toPoints } from "../law/work.ts";
import type { Scene } from "./scene.ts";

/** Candidates shown above and below the cut. */
const aroundCut = 3;

/** The quotas of the bands that the subject came into, in its own scopes. */
export function quotaSteps(scene: Scene, report: PeriodReport, result: Result): QuotaStep[] {
  if (result.state !== "rated") return [];
  const rated = report.results.filter(({ state }) => state === "rated");
  return [...scene.stage.quotas]
    .sort((a, b) => a.band - b.band || compareText(a.id, b.id))
    .filter(({ band }) => held(result, band))
    .map((quota) => quotaStep(scene, report, rated, quota, result));
}

/** Whether somebody came into a band, by points and rules or by a quota of a better one. */
const held = ({ band, moved }: Result, wanted: number): boolean =>
  [moved[0]?.from ?? band, ...moved.map(({ to }) => to)].includes(wanted);

function quotaStep(
  scene: Scene,
  report: PeriodReport,
  rated: readonly Result[],
  quota: Quota,
  result: Result,
): QuotaStep {
  const groups = groupBy(rated, quota.within);
  const index = groups.findIndex(({ members }) => members.includes(result));
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
  const inOrder = createOrder(quota.order);
  const rank = (result: Result): number => (hasDecidedBand(result) ? 0 : 1);
  const better: Better = (a, b) => rank(a) - rank(b) || inOrder(a, b);
  // As they stood when the quota looked at them.
  const candidates = members
    .filter((member) => held(member, quota.band))
    .map((member) => ({ member, stood: { ...member, band: quota.band } }))
    .sort((a, b) => better(a.stood, b.stood) || compareKeys(a.stood, b.stood));
  let position = 0;
  return candidates.map(({ member, stood }, index) => {
    const previous = candidates[index - 1]?.stood;
    if (!previous || better(previous, stood) !== 0) position = index + 1;
    return {
      index,
      position,
      result: member,
      kept: member.moved.every(({ from }) => from !== quota.band),
      isSubject: member === subject,
      keys: keyValues(scene, quota.order, stood),
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
