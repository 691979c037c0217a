import type {
  AlertPart,
  AwardPart,
  BandPart,
  QuotaPart,
  RankingPart,
  RulePart,
} from "../../src/rubric/2-shape/rubric.generated.ts";
import type { AwardResult } from "./awards.ts";
import { applyAwards } from "./awards.ts";
import { classify } from "./classify.ts";
import { holds } from "./expression.ts";
import type { Outcome } from "./outcome.ts";
import { groupsBy, scopesOf } from "./outcome.ts";
import type { QuotaResult } from "./quotas.ts";
import { applyQuotas } from "./quotas.ts";

/** What a rubric or one of its rollups says about a kind of period, besides the scores. */
export interface StagePart {
  readonly bands: readonly BandPart[];
  readonly rules: readonly RulePart[];
  readonly quotas: readonly QuotaPart[];
  readonly ranking: RankingPart;
  readonly awards: readonly AwardPart[];
  readonly alerts: readonly AlertPart[];
}

/** How the quotas and awards of one period worked out, scope by scope. */
export interface StageResults {
  readonly quotas: readonly QuotaResult[];
  readonly awards: readonly AwardResult[];
}

/** From scores to alerts (LANGUAGE.md 2), for all subjects of one period. `first`: the first of its kind that there is. */
export function runStage(stage: StagePart, outcomes: readonly Outcome[], first: string): StageResults {
  const bands = stage.bands.map((band) => band.id);
  for (const outcome of outcomes) classify(stage, outcome);
  const rated = outcomes.filter((outcome) => outcome.state === "rated");
  const quotas = applyQuotas(stage, rated);
  // Who has a band by decision alone has no total to be ranked by.
  rank(
    stage,
    bands,
    rated.filter(({ total }) => total !== undefined),
  );
  const awards = applyAwards(stage, outcomes, first);
  for (const outcome of outcomes) {
    for (const alert of stage.alerts) if (holds(alert.when, outcome.names, bands)) outcome.alerts.push(alert.id);
  }
  return { quotas, awards };
}

function rank({ ranking }: StagePart, bands: readonly string[], rated: readonly Outcome[]): void {
  for (const members of scopesOf(rated, ranking.within ?? []).values()) {
    let before = 0;
    for (const [index, group] of groupsBy(ranking.by ?? ["total"], bands, members).entries()) {
      for (const outcome of group) outcome.rank = ranking.number === "dense" ? index + 1 : before + 1;
      before += group.length;
    }
  }
}
