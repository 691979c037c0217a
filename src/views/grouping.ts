import type { Plan } from "../model/plan.ts";
import { stagesOf } from "../model/stages.ts";

/** Every column that some ranking, quota or award groups by, in the order of the rubric. */
export function groupingColumns(plan: Plan): number[] {
  const used = stagesOf(plan).flatMap(({ ranking, quotas, awards }) =>
    [ranking, ...quotas, ...awards].flatMap(({ within }) => within),
  );
  return [...new Set(used)].sort((a, b) => a - b);
}
