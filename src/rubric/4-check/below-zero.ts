import { lowOf } from "../3-facts/ranges.ts";
import { isBelow, scaleKind, scaleRange } from "../3-facts/scale.ts";
import type { Check } from "./context.ts";

/** A node that can go below 0 states `min`: whether points are taken from others is for the rubric to say. */
export const checkBelowZero: Check = (context) => {
  const { nodes, places, diagnostics, expressions } = context;
  for (const node of nodes) {
    const { part } = node;
    if (part.min !== undefined || part.count?.min !== undefined) continue;
    const counted = node.children.filter((child) => !child.part.bonus);
    const value = expressions.get(part, "value")?.type;
    if (part.value !== undefined && value?.kind !== "number") continue;
    const low =
      scaleKind(part) === "area"
        ? lowOf(context, node, counted)
        : value?.kind === "number"
          ? value.min
          : scaleRange(part).low;
    if (isBelow(low, 0)) diagnostics.report("R125", { id: part.id }, places.value(part, "id"));
  }
};
