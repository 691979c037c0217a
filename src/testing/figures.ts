import { plainText } from "../document/cell-text.ts";
import type { Plan } from "../model/plan.ts";
import type { Result } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import type { Field } from "../views/fields.ts";
import { periodFields, totalField } from "../views/fields.ts";

/** Something that can be compared of a result, as programs read it. */
export interface Figure {
  readonly type: Field["type"];
  readonly text: (result: Result) => string;
}

/** All that can be compared of a result, by the ids that head the columns of result files: every area and item too. */
export function figuresOf(plan: Plan, stage: Stage): ReadonlyMap<string, Figure> {
  const nodes = plan.stage.nodes.map(({ id }) => id);
  const fields = [totalField(plan, stage, "unclamped"), ...periodFields(plan, stage, "ids", { columns: nodes })];
  return new Map(fields.map((field) => [field.id, { type: field.type, text: plainText(field) }]));
}

/** What a result says under an id; blank where this kind of period has no such figure. */
export const figureText = (figures: ReadonlyMap<string, Figure>, id: string, result: Result): string =>
  figures.get(id)?.text(result) ?? "";
