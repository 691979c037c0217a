import type { Plan } from "../rubric/4-plan/plan.ts";

/** Every column that some ranking, quota or award groups by, in the order of the rubric. */
export function groupingColumns(plan: Plan): number[] {
  const used = [plan.stage, ...plan.rollups].flatMap(({ ranking, quotas, awards }) =>
    [ranking, ...quotas, ...awards].flatMap(({ within }) => within),
  );
  return [...new Set(used)].sort((a, b) => a - b);
}
