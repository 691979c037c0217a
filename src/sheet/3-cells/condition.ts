import { evaluator } from "../../expression/evaluate.ts";
import type { Expression } from "../../expression/tree.ts";
import type { ColumnValues } from "../../model/column.ts";
import type { Plan } from "../../model/plan.ts";

/** A `when` over choice and flag columns. */
export interface Condition {
  holds(columns: ColumnValues): boolean;
  /** Indexes of the columns it looks at. */
  readonly uses: readonly number[];
}

export function conditionOf(expression: Expression, plan: Plan): Condition {
  const uses: number[] = [];
  const evaluate = evaluator<ColumnValues>(expression, (name) => {
    const index = plan.columns.findIndex((column) => column.id === name);
    if (index >= 0) uses.push(index);
    return (columns) => columns[index];
  });
  return { holds: (columns) => evaluate(columns) === true, uses };
}

/** Indexes of the columns, each behind those that its `when` looks at. */
export function readingOrder(conditions: readonly (Condition | undefined)[]): readonly number[] {
  const order = new Set<number>();
  const begun = new Set<number>();
  const visit = (index: number): void => {
    if (begun.has(index)) return;
    begun.add(index);
    for (const used of conditions[index]?.uses ?? []) visit(used);
    order.add(index);
  };
  // Plain columns first: a mistake in one of them is known before a condition looks at it.
  for (const [index, condition] of conditions.entries()) if (!condition) visit(index);
  for (const index of conditions.keys()) visit(index);
  return [...order];
}
