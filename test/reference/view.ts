import type { Plan } from "../../src/model/plan.ts";
import type { PeriodReport, Report, Result } from "../../src/model/report.ts";
import type { Stage } from "../../src/model/stage.ts";
import type { Exact } from "../../src/number/exact.ts";
import { divide, toKey } from "../../src/number/exact.ts";
import type { AwardResult } from "./awards.ts";
import type { Outcome } from "./outcome.ts";
import type { QuotaResult } from "./quotas.ts";
import type { PeriodOutcome } from "./reference.ts";

/** What both engines must agree on, as plain texts and numbers: by period, then by key. */
export type View = Record<string, PeriodView>;

interface PeriodView {
  readonly subjects: Record<string, SubjectView>;
  /** Quotas and awards by scope, as sorted texts. */
  readonly scopes: readonly string[];
}

interface SubjectView {
  readonly state: string;
  readonly band: string | undefined;
  readonly rank: number | undefined;
  readonly total: string | undefined;
  readonly unclamped: string | undefined;
  readonly scores: Record<string, string | undefined>;
  readonly rules: string;
  readonly awards: string;
  readonly alerts: string;
  readonly tieOpen: boolean;
  readonly startUnknown: boolean;
}

const text = (points: Exact | undefined): string | undefined => (points === undefined ? undefined : toKey(points));

export function viewOfReport({ plan, periods }: Report): View {
  return Object.fromEntries(
    periods.map((period) => {
      const stage = period.stage === 0 ? plan.stage : (plan.rollups[period.stage - 1] as Stage);
      const subjects = [...period.results].map((result) => [result.key, subjectOfReport(plan, stage, result)]);
      return [period.period, { subjects: Object.fromEntries(subjects), scopes: scopesOfReport(period) }];
    }),
  );
}

function subjectOfReport(plan: Plan, stage: Stage, result: Result): SubjectView {
  const points = (units: Exact | undefined): string | undefined =>
    text(units === undefined ? undefined : divide(units, plan.scale));
  return {
    state: result.state,
    band: result.band === undefined ? undefined : stage.bands[result.band]?.id,
    rank: result.rank,
    total: points(result.total),
    unclamped: points(result.unclamped),
    scores: Object.fromEntries(stage.nodes.map((node, index) => [node.id, points(result.scores[index])])),
    rules: result.rules.join(" "),
    awards: result.awards.join(" "),
    alerts: result.alerts.join(" "),
    tieOpen: result.marks.includes("tie_open"),
    startUnknown: result.marks.includes("start_unknown"),
  };
}

function scopesOfReport({ quotas, awards }: PeriodReport): string[] {
  const ofQuotas = Array.from(quotas, (each) => quotaText({ ...each, scope: JSON.stringify(each.scope) }));
  return [...ofQuotas, ...awards.map((each) => awardText({ ...each, scope: JSON.stringify(each.scope) }))].sort();
}

/** Room that there is nobody for is no difference: with `basis: after` it is not defined. */
const quotaText = ({
  quota,
  scope,
  room,
  denominator,
  candidates,
  kept,
  open,
}: Omit<QuotaResult, "denominator"> & { denominator?: number | undefined }): string =>
  `${quota} ${scope}: ${Math.min(room, candidates)} of ${denominator} for ${candidates}, ${kept} kept, ${open} open`;

const awardText = ({ award, scope, winners, open }: AwardResult): string =>
  `${award} ${scope}: ${[...winners].sort().join(" ")}, open ${[...open].sort().join(" ")}`;

/** The reference's results in the same form. */
export function viewOfReference(plan: Plan, periods: readonly PeriodOutcome[]): View {
  return Object.fromEntries(
    periods.map(({ period, kind, outcomes, quotas, awards }) => {
      const { nodes } = [plan.stage, ...plan.rollups].find((stage) => stage.period === kind) as Stage;
      const ids = nodes.map(({ id }) => id);
      const subjects = [...outcomes].map(([key, outcome]) => [key, subjectOfReference(outcome, ids)]);
      const scopes = [...quotas.map(quotaText), ...awards.map(awardText)].sort();
      return [period, { subjects: Object.fromEntries(subjects), scopes }];
    }),
  );
}

function subjectOfReference(outcome: Outcome, ids: readonly string[]): SubjectView {
  return {
    state: outcome.state,
    band: outcome.band,
    rank: outcome.rank,
    total: text(outcome.total),
    unclamped: text(outcome.unclamped),
    scores: Object.fromEntries(ids.map((id) => [id, text(outcome.scores.get(id))])),
    rules: outcome.rules.join(" "),
    awards: outcome.awards.join(" "),
    alerts: outcome.alerts.join(" "),
    tieOpen: outcome.tieOpen,
    startUnknown: outcome.startUnknown,
  };
}
