import type { CellValue, Column } from "../../model/column.ts";
import type { Item, Node } from "../../model/node.ts";
import type { Plan, SummaryPlan } from "../../model/plan.ts";
import type { PeriodReport, Result } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { add, divide } from "../../number/exact.ts";
import type { Style } from "../style.ts";
import { inOrder, placesBy } from "../text-groups.ts";
import type { Line } from "./summary-line.ts";
import { scopeText } from "./summary-line.ts";

/** Something that summaries add up. */
export interface Sum {
  readonly id: string;
  readonly title: string;
  figure(result: Result): Exact | undefined;
  /** Of how many it is known, and what they have together: points, or as a column or a count has it. */
  of(results: readonly Result[]): { readonly count: number; readonly sum: Exact };
}

/** What is added up in a kind of period; a count of rows has none in a period that is rolled up. */
export const sumsOf = (plan: Plan, stage: Stage): readonly Sum[] =>
  (plan.summary?.sum ?? []).flatMap((of): Sum[] => {
    const part = of.kind === "column" ? (plan.columns[of.index] as Column) : plan.stage.nodes[of.index];
    const isThere =
      of.kind === "column" || (of.kind === "cell" ? stage === plan.stage : stage.nodes[of.index]?.id === part?.id);
    if (!part || !isThere) return [];
    const figure = figureOf(plan, of);
    const sum = (results: readonly Result[]) => {
      const known = results.flatMap((result) => figure(result) ?? []);
      return { count: known.length, sum: known.reduce((all: Exact, each) => add(all, each), 0) };
    };
    return [{ id: part.id, title: part.title[plan.language], figure, of: sum }];
  });

function figureOf(plan: Plan, { kind, index }: SummaryPlan["sum"][number]): (result: Result) => Exact | undefined {
  switch (kind) {
    case "column":
      return ({ columns }) => columns[index] as (CellValue & Exact) | undefined;
    case "node":
      return ({ scores, states }) => {
        const score = states[index] === "none" ? undefined : scores[index];
        return score === undefined ? undefined : divide(score, plan.scale);
      };
    case "cell": {
      const { cell } = (plan.stage.nodes[index] as Node).body as Item;
      return ({ rows }) => {
        const count = rows[0]?.cells[cell as number];
        return typeof count === "string" ? undefined : (count ?? undefined);
      };
    }
  }
}

/** By what a period is summed up besides everybody, each only once: its ranking groups, and what the rubric asks for. */
export const cutsOf = (plan: Plan, { ranking }: Stage): readonly (readonly number[])[] =>
  [ranking.within, ...(plan.summary?.by ?? [])].filter(
    (within, at, all) => within.length > 0 && all.findIndex((other) => other.join() === within.join()) === at,
  );

/** What everybody has together, then each group. */
export function* sumLines(plan: Plan, stage: Stage, { results }: PeriodReport, style: Style): Generator<Line> {
  const sums = sumsOf(plan, stage);
  if (sums.length === 0) return;
  const cuts = [[], ...cutsOf(plan, stage)].map((within) => {
    const { values, of } = placesBy(results, within, scopeText(plan, within, style));
    return { within, values, of, sums: values.map(() => sums.map(() => ({ count: 0, sum: 0 as Exact }))) };
  });
  let place = 0;
  for (const result of results) {
    for (const [at, { figure }] of sums.entries()) {
      const added = figure(result);
      if (added === undefined) continue;
      for (const cut of cuts) {
        const own = cut.sums[cut.of[place] as number]?.[at];
        if (!own) continue;
        own.count++;
        own.sum = add(own.sum, added);
      }
    }
    place++;
  }
  for (const [at, { id, title }] of sums.entries()) {
    for (const { within, values, sums: all } of cuts) {
      for (const group of inOrder(values)) {
        const scope = within.length > 0 ? { within, scope: values[group] } : {};
        yield { kind: "sum", id, title, ...all[group]?.[at], ...scope };
      }
    }
  }
}
