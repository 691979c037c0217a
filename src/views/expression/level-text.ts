import type { Expression } from "../../expression/tree.ts";
import type { Plan } from "../../model/plan.ts";
import { stagesOf } from "../../model/stages.ts";

/**
 * The level of an item by its label, where an expression reads the cell that names it: `raw.A1`, or `i.raw` of one item after the
 * other if all have one label for it. Undefined for others.
 */
export function levelText(plan: Plan, of: Expression, id: string): string | undefined {
  if (of.kind !== "select" || of.of.kind !== "name") return undefined;
  const item = of.of.name === "raw" ? of.field : undefined;
  if (item === undefined && of.field !== "raw") return undefined;
  const labels = stagesOf(plan)
    .flatMap((stage) => stage.nodes)
    .flatMap(({ id: node, body }) =>
      body.kind === "item" && body.scale.kind === "levels" && (item === undefined || node === item)
        ? body.scale.levels.filter((level) => level.id === id).map((level) => level.label ?? id)
        : [],
    );
  const [label] = labels;
  return label !== undefined && labels.every((each) => each === label) ? `“${label}”` : undefined;
}
