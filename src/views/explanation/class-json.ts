import type { Derivation } from "../../model/derivation.ts";
import type { KeyValue, PathStep, QuotaStep, RankStep, RuleStep, ScopeValue } from "../../model/derivation-class.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import type { JsonObject } from "../json-values.ts";
import { cellValue, exactOrNone, keyOf, named } from "../json-values.ts";
import { conditionJson, inputsJson } from "./scores-json.ts";

/** How the band, the rank and the awards came about, for programs. */
export function classJson(derivation: Derivation): JsonObject {
  const { plan, stage, result, classing, quotas, ranking, awards, alerts } = derivation;
  const { natural, path, rules } = classing;
  return {
    decisions: result.decisions?.map(({ action, value, reason, authority, date }) => ({
      action,
      value,
      reason,
      authority,
      date,
    })),
    natural: natural && {
      band: bandId(stage, natural.band),
      spare: exactOrNone(natural.spare),
      lacking: exactOrNone(natural.lacking),
    },
    path: path.map((step) => pathJson(plan, stage, step)),
    rules: rules.map((step) => ruleJson(plan, stage, step)),
    quotas: quotas.map((step) => quotaJson(plan, stage, step)),
    ranking: ranking && rankJson(plan, stage, ranking),
    awards: awards.map(({ award, outcome, when, streak, passed }) => ({
      id: award.id,
      outcome,
      when: when && conditionJson(plan, when),
      years: streak?.years,
      passed,
      cite: award.cite,
    })),
    alerts: alerts.map(({ alert, when }) => ({ id: alert.id, when: conditionJson(plan, when), cite: alert.cite })),
  };
}

function pathJson(plan: Plan, stage: Stage, step: PathStep): JsonObject {
  if (step.kind !== "gate") {
    const { kind, rules, from, to } = step;
    return { kind, rules, from: bandId(stage, from), to: bandId(stage, to) };
  }
  const { otherwise, cite } = stage.bands[step.band] ?? {};
  return {
    kind: "require",
    band: bandId(stage, step.band),
    met: step.met,
    conditions: step.conditions.map((condition) => conditionJson(plan, condition)),
    otherwise: typeof otherwise === "number" ? bandId(stage, otherwise) : otherwise,
    cite,
  };
}

const ruleJson = (plan: Plan, stage: Stage, { rule, when, acts, rests, band, inputs }: RuleStep): JsonObject => ({
  id: rule.id,
  when: conditionJson(plan, when),
  acts,
  rests,
  effect: rule.effect.kind,
  band: bandId(stage, band),
  band_inputs: inputs && inputsJson(plan, inputs),
  reason: rule.effect.kind === "not_rated" ? rule.effect.reason : undefined,
  cite: rule.cite,
});

function quotaJson(plan: Plan, stage: Stage, step: QuotaStep): JsonObject {
  const { quota, outcome, scope, moved, blocking, open, candidates } = step;
  return {
    id: quota.id,
    band: bandId(stage, quota.band),
    scope: scopeJson(plan, scope),
    share: exactOrNone(outcome.share),
    denominator: outcome.denominator,
    room: outcome.room,
    one_more: outcome.oneMore && { ...outcome.oneMore },
    candidates: outcome.candidates,
    kept: outcome.kept,
    moved: outcome.moved,
    open: outcome.open,
    subject: {
      position: candidates.find(({ isSubject }) => isSubject)?.position,
      outcome: open ? "open" : moved ? "moved" : "kept",
      to: bandId(stage, moved?.to),
      for_lack_of_room_here: moved ? blocking : undefined,
    },
    around_the_cut: candidates.map(({ position, result, kept, keys }) => ({
      position,
      key: keyOf(plan, result),
      kept,
      by: keysJson(plan, stage, keys),
    })),
    cite: quota.cite,
  };
}

const rankJson = (plan: Plan, stage: Stage, { scope, rank, of, equals, keys }: RankStep): JsonObject => ({
  scope: scopeJson(plan, scope),
  rank,
  of,
  equals,
  by: keysJson(plan, stage, keys),
});

const scopeJson = (plan: Plan, scope: readonly ScopeValue[]): JsonObject =>
  named(scope.map(({ column, value }) => [plan.columns[column]?.id ?? "", cellValue(plan, column, value)]));

const keysJson = (plan: Plan, stage: Stage, keys: readonly KeyValue[]): JsonObject =>
  named(
    keys.map(({ key: { by }, value }) => {
      switch (by.kind) {
        case "band":
          return ["band", bandId(stage, value as number | undefined)];
        case "node":
          return [stage.nodes[by.index]?.id ?? "", exactOrNone(value)];
        case "column":
          return [plan.columns[by.index]?.id ?? "", exactOrNone(value)];
        default:
          return [by.kind, exactOrNone(value)];
      }
    }),
  );

export const bandId = ({ bands }: Stage, at: number | undefined): string | undefined =>
  at === undefined ? undefined : bands[at]?.id;
