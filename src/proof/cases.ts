import { evaluator } from "../expression/evaluate.ts";
import { namesIn } from "../expression/names.ts";
import { nodeFor } from "../model/cases.ts";
import type { Node, Plan } from "../model/plan.ts";

type Value = string | boolean | undefined;
/** A value of each column that decides what applies, by plan column. */
export type Case = readonly Value[];

/** Cases of columns beyond which nothing is worked out for each of them. */
const mostCases = 256;

/** Every case that `when` and points by column tell apart; undefined where they are too many. */
export function casesOf(plan: Plan): readonly Case[] | undefined {
  const deciding = new Set<number>();
  for (const { when, by } of plan.stage.nodes) {
    if (by) deciding.add(by.column);
    for (const name of when ? namesIn(when) : []) deciding.add(plan.columns.findIndex(({ id }) => id === name));
  }
  let cases: Value[][] = [[]];
  for (const column of deciding) {
    const type = plan.columns[column]?.type;
    const values = type?.kind === "choice" ? type.values.map(({ id }) => id) : [true, false];
    if (cases.length * values.length > mostCases) return undefined;
    cases = cases.flatMap((known) =>
      values.map((value) => {
        const next = [...known];
        next[column] = value;
        return next;
      }),
    );
  }
  return cases;
}

/** The nodes that apply in a case, as they are there; undefined for the others. */
export function nodesIn({ stage, columns }: Plan, of: Case): readonly (Node | undefined)[] {
  const applies = (node: Node): boolean => {
    const holds = node.when && evaluator<Case>(node.when, (name) => (values) => values[indexOf(name)]);
    return (!holds || holds(of) === true) && (node.parent === undefined || applies(stage.nodes[node.parent] as Node));
  };
  const indexOf = (name: string): number => columns.findIndex(({ id }) => id === name);
  return stage.nodes.map((node) => (applies(node) ? nodeFor(node, of) : undefined));
}
