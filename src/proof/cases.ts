import { evaluator } from "../expression/evaluate.ts";
import { namesIn } from "../expression/names.ts";
import type { Expression } from "../expression/tree.ts";
import { nodeFor } from "../model/cases.ts";
import type { Node } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { Exact } from "../number/exact.ts";

type Value = string | boolean | undefined;
/** A value of each column that decides what applies, by plan column. */
export type Case = readonly Value[];

/** Cases of columns beyond which nothing is worked out for each of them. */
const mostCases = 256;

/** Every case that `when`, points by column and formulas of such columns tell apart; undefined where they are too many. */
export function allCases(plan: Plan): readonly Case[] | undefined {
  const deciding = new Set<number>();
  for (const { when, by, body } of plan.stage.nodes) {
    if (by) deciding.add(by.column);
    const formula = body.kind === "item" && body.scale.kind === "value" ? decidingIn(plan, body.scale.expression) : [];
    for (const column of [...(when ? (decidingIn(plan, when) ?? []) : []), ...(formula ?? [])]) deciding.add(column);
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

/** The choice and flag columns of a formula that asks for nothing else; undefined for any other. */
function decidingIn({ columns }: Plan, formula: Expression): readonly number[] | undefined {
  const asked = [...namesIn(formula)].map((name) => columns.findIndex(({ id }) => id === name));
  return asked.every((at) => ["choice", "flag"].includes(columns[at]?.type.kind ?? "")) ? asked : undefined;
}

/** What a formula gives in a case; undefined where the case does not tell, or it is missing. */
export function valueIn(plan: Plan, formula: Expression, of: Case): Exact | undefined {
  if (!decidingIn(plan, formula)) return undefined;
  return evaluatorIn(plan, formula)(of) as Exact | undefined;
}

const evaluatorIn = ({ columns }: Plan, formula: Expression): ((of: Case) => unknown) =>
  evaluator<Case>(formula, (name) => {
    const at = columns.findIndex(({ id }) => id === name);
    return (values) => values[at];
  });

/** The nodes that apply in a case, as they are there; undefined for the others. */
export function nodesIn(plan: Plan, of: Case): readonly (Node | undefined)[] {
  const { stage } = plan;
  const applies = ({ when, parent }: Node): boolean =>
    (!when || evaluatorIn(plan, when)(of) === true) && (parent === undefined || applies(stage.nodes[parent] as Node));
  return stage.nodes.map((node) => (applies(node) ? nodeFor(node, of) : undefined));
}

/** `loai = ca_nhan && lanh_dao = true`. */
export const caseText = ({ columns }: Plan, of: Case): string =>
  of.flatMap((value, column) => (value === undefined ? [] : `${columns[column]?.id} = ${value}`)).join(" && ");
