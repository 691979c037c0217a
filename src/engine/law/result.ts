import type { Plan, Stage } from "../../model/plan.ts";
import type { Reason } from "../../model/reason.ts";
import { reasonText } from "../../model/reason.ts";
import type { Result } from "../../model/report.ts";
import type { Subject } from "../environment.ts";
import type { Class, Verdict } from "./classify.ts";
import type { Work } from "./work.ts";

/** A result and what the expressions about it look at. */
export interface Scored {
  readonly result: Result;
  readonly subject: Subject;
}

/** Most lists of most results are empty: one list does for all of them. */
const none: readonly never[] = [];

/** A result before quotas, ranking and awards. `obstacle`: why there is no class although no rule says `not_rated`. */
export function makeResult(
  plan: Plan,
  stage: Stage,
  work: Work,
  verdict: Verdict,
  obstacle: Obstacle | undefined,
  { key, rows, parts }: Pick<Result, "key" | "rows" | "parts">,
): Result {
  const outcome = stateOf(stage, verdict.class, obstacle);
  // Each key by name: V8 takes twenty times as long for an object that begins with a spread.
  return {
    key,
    columns: work.columns,
    scores: work.scores,
    unclamped: work.unclamped,
    total: work.total,
    state: outcome.state,
    reason: outcome.reason ? reasonText(plan, outcome.reason) : "",
    why: outcome.reason,
    band: outcome.state === "rated" ? outcome.band : undefined,
    natural: verdict.class.kind === "not_rated" ? undefined : verdict.class.natural,
    rank: undefined,
    rules: verdict.rules.length === 0 ? none : verdict.rules,
    awards: none,
    alerts: none,
    marks: none,
    moved: none,
    rows,
    parts: parts.length === 0 ? none : parts,
  };
}

export interface Obstacle {
  readonly state: "incomplete" | "not_rated";
  readonly reason: Reason;
}

type Outcome =
  | { readonly state: "rated"; readonly band: number; readonly reason?: undefined }
  | { readonly state: "incomplete" | "not_rated"; readonly reason: Reason };

function stateOf(stage: Stage, verdict: Class, obstacle: Obstacle | undefined): Outcome {
  if (verdict.kind === "not_rated") return { state: "not_rated", reason: { kind: "rules", reasons: verdict.reasons } };
  if (obstacle) return obstacle;
  if (verdict.kind === "rated") return { state: "rated", band: verdict.band };
  const title = stage.bands[verdict.open ?? -1]?.title;
  return { state: "incomplete", reason: title ? { kind: "left_open", band: title } : { kind: "nothing_applies" } };
}
