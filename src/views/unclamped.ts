import type { Plan, Rollup, Stage } from "../model/plan.ts";
import { rollupOf, stageBelow } from "../model/stages.ts";

/**
 * Whether results print the total before its limit beside the total: where `total.clamp` cuts it, and where totals that
 * were cut in shorter periods roll up, since `unclamped` rolls up beside them and people may be ranked by it.
 */
export function printsUnclamped(plan: Plan, stage: Stage): boolean {
  if (stage.total.clamp) return true;
  const rollup = rollupOf(plan, stage);
  return rollup !== undefined && addsUp(rollup) && printsUnclamped(plan, stageBelow(plan, rollup));
}

/** With the best, the worst or a computed score, `unclamped` is the total. */
const addsUp = ({ score: { kind } }: Rollup): boolean => kind !== "best" && kind !== "worst" && kind !== "value";
