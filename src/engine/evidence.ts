import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { formatDecimal } from "../number/decimal.ts";
import { divide, sign } from "../number/exact.ts";
import type { Column, Plan, Stage } from "../rubric/4-plan/plan.ts";
import { rowKeyPlace, showKey } from "./places.ts";
import type { Result } from "./report.ts";

/** Reports points whose `evidence` column says nothing: blank text, or a flag that is not set. */
export function reportUnproved(plan: Plan, stage: Stage, results: readonly Result[], diagnostics: Diagnostics): void {
  for (const [index, { id, body }] of stage.nodes.entries()) {
    if (body.kind !== "item" || body.evidence === undefined) continue;
    const { title } = plan.columns[body.evidence] as Column;
    for (const { key, scores, columns, rows } of results) {
      const score = scores[index];
      const [row] = rows;
      if (!row || score === undefined || sign(score) <= 0) continue;
      const evidence = (stage === plan.stage ? columns : row.columns)[body.evidence];
      if (evidence !== undefined && evidence !== "" && evidence !== false) continue;
      const points = formatDecimal(divide(score, plan.scale));
      diagnostics.report("A112", { key: showKey(key), item: id, points, column: title }, rowKeyPlace(plan, row));
    }
  }
}
