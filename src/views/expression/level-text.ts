import type { Expression } from "../../expression/tree.ts";
import type { Plan } from "../../model/plan.ts";
import { stagesOf } from "../../model/stages.ts";

/** The level of an item by its label, where an expression reads the cell that names it (`raw.A1`); undefined for others. */
export function levelText(plan: Plan, of: Expression, id: string): string | undefined {
  if (of.kind !== "select" || of.of.kind !== "name" || of.of.name !== "raw") return undefined;
  const nodes = stagesOf(plan).flatMap((stage) => stage.nodes);
  const body = nodes.find((node) => node.id === of.field)?.body;
  if (body?.kind !== "item" || body.scale.kind !== "levels") return undefined;
  const level = body.scale.levels.find((each) => each.id === id);
  return level && `“${level.label ?? level.id}”`;
}
