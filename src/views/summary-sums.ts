import type { CellValue, Column } from "../model/column.ts";
import type { Item, Node } from "../model/node.ts";
import type { Plan, SummaryPlan } from "../model/plan.ts";
import type { PeriodReport, Result } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import type { Exact } from "../number/exact.ts";
import { add, divide } from "../number/exact.ts";
import { groupsBy } from "./groups.ts";
import type { Style } from "./style.ts";
import type { Line } from "./summary-line.ts";
import { groupText } from "./summary-line.ts";

/** Something that summaries add up. */
export interface Sum {
  readonly id: string;
  readonly title: string;
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
    return [{ id: part.id, title: part.title[plan.language], of: sum }];
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
  for (const { id, title, of } of sumsOf(plan, stage)) {
    const line = { kind: "sum", id, title } as const;
    yield { ...line, ...of([...results]) };
    for (const within of cutsOf(plan, stage)) {
      for (const { values, members } of groupsBy(results, within, groupText(plan, within, style))) {
        yield { ...line, within, scope: values, ...of(members) };
      }
    }
  }
}
