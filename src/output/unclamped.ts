import type { Plan, Rollup, Stage } from "../rubric/4-plan/plan.ts";

/**
 * Whether results print the total before its limit beside the total: where `total.clamp` cuts it, and where totals that
 * were cut in shorter periods roll up, since `unclamped` rolls up beside them and people may be ranked by it.
 */
export function printsUnclamped(plan: Plan, stage: Stage): boolean {
  if (stage.total.clamp) return true;
  const rollup = plan.rollups.find((each) => each === stage);
  if (!rollup || !addsUp(rollup)) return false;
  const parts = [plan.stage, ...plan.rollups].find(({ period }) => period === rollup.of);
  return parts !== undefined && printsUnclamped(plan, parts);
}

/** With the best, the worst or a computed score, `unclamped` is the total. */
const addsUp = ({ score: { kind } }: Rollup): boolean => kind !== "best" && kind !== "worst" && kind !== "value";
