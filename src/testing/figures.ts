import { forPrograms } from "../document/style.ts";
import type { Plan, Stage } from "../model/plan.ts";
import type { Result } from "../model/report.ts";
import type { Field } from "../views/fields.ts";
import { periodFields, totalField } from "../views/fields.ts";

/** All that can be compared of a result, by the ids that head the columns of result files: every area and item too. */
export function figuresOf(plan: Plan, stage: Stage): ReadonlyMap<string, Field> {
  const nodes = plan.stage.nodes.map(({ id }) => id);
  const fields = [
    totalField(plan, stage, "unclamped", forPrograms),
    ...periodFields(plan, stage, forPrograms, { columns: nodes }),
  ];
  return new Map(fields.map((field) => [field.id, field]));
}

/** What a result says under an id; blank where this kind of period has no such figure. */
export const figureText = (figures: ReadonlyMap<string, Field>, id: string, result: Result): string =>
  figures.get(id)?.text(result) ?? "";
