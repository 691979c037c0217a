import { formatDecimal } from "../number/decimal.ts";
import { divide } from "../number/exact.ts";
import type { Units } from "./node.ts";
import type { Plan } from "./plan.ts";
import { hasOwnAreas, stagesOf } from "./stages.ts";

/**
 * What earlier results must have been judged by to be a history of later ones, by the address of the part: bands with the points from which
 * they are had, and from where to where points go.
 */
export function recordedLaw(plan: Plan): Readonly<Record<string, string>> {
  const points = (units: Units): string => formatDecimal(divide(units, plan.scale));
  const law: [string, string][] = [["period", plan.stage.period]];
  for (const stage of stagesOf(plan)) {
    const isOfRows = stage === plan.stage;
    const way = isOfRows ? "" : `rollups.${stage.period}.`;
    const bands = stage.bands.map(({ id, from }) => (from === undefined ? id : `${id} ${points(from)}`));
    law.push([`${way}bands`, bands.join(", ")], [`${way}total`, points(stage.total.max)]);
    const hasAreas = isOfRows || plan.rollups.some((rollup) => rollup === stage && hasOwnAreas(rollup));
    for (const at of hasAreas ? stage.top : []) {
      const { id, min, max } = stage.nodes[at] as Plan["stage"]["nodes"][number];
      law.push([id, `${min === "none" ? "" : points(min)}..${points(max)}`]);
    }
  }
  return Object.fromEntries(law);
}
