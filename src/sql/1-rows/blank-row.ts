import type { Plan } from "../../model/plan.ts";
import { reasonText } from "../../views/reason-text.ts";
import type { Obstacle, Writing } from "../parts.ts";
import { itemsIn } from "./items.ts";
import { columnsIn, ownStages } from "./table-layout.ts";

/** Whether a row holds nothing beside key and name. */
export function holdsNothing(plan: Plan): string {
  const identity = [...plan.key, ...(plan.name === undefined ? [] : [plan.name])].map((at) => plan.columns[at]);
  const telling = [
    ...columnsIn(plan).flatMap((column) => (identity.includes(column) ? [] : [column.id])),
    ...[plan.stage, ...ownStages(plan)].flatMap(itemsIn).map(({ node }) => node.id),
  ];
  return telling.length === 0 ? "FALSE" : telling.map((id) => `x_${id} IS NULL`).join(" AND ");
}

/** Whether such rows leave somebody incomplete: nothing is known of him then, neither what applies to him nor what he has of it. */
export const leavesOpen = ({ plan, below }: Pick<Writing, "plan" | "below">): boolean =>
  plan.blankRows === "incomplete" && below === undefined;

/** What is made of a row that says something; NULL of a blank one. */
export const unlessBlank = (sql: string, writing: Pick<Writing, "plan" | "below">): string =>
  leavesOpen(writing) ? `CASE WHEN NOT is_blank THEN ${sql} END` : sql;

/** Why somebody has no total: his row is blank, or what else keeps him from one. */
export function orBlank(lack: Obstacle, { plan, dialect }: Writing): Obstacle {
  const text = dialect.literal(reasonText(plan, { kind: "blank_row" }));
  return {
    condition: `total IS NULL AND (is_blank OR (${lack.condition}))`,
    state: lack.state,
    reason: `CASE WHEN is_blank THEN ${text} ELSE ${lack.reason} END`,
  };
}
