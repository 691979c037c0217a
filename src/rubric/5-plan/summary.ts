import type { SummaryPlan } from "../../model/plan.ts";
import type { Rubric } from "../2-shape/rubric.generated.ts";
import type { Layout } from "./layout.ts";
import { columnIndexes } from "./layout.ts";

/** Of an item that counts, what it counts is added up: its points are no number of anything. */
export const planSummary = (layout: Layout, { by = [], sum = [] }: NonNullable<Rubric["summary"]>): SummaryPlan => ({
  by: by.map((names) => columnIndexes(layout, names)),
  sum: sum.map((name) => {
    const column = layout.columns.get(name);
    if (column !== undefined) return { kind: "column", index: column };
    const index = layout.nodes.get(name) as number;
    return { kind: layout.order[index]?.part.count ? "cell" : "node", index };
  }),
});
