import type { Item, Node } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Stage } from "../../model/stage.ts";
import { isCounted } from "../../model/stages.ts";
import { scopeOf } from "../expressions/expression.ts";
import type { Writing } from "../parts.ts";
import { all } from "../parts.ts";

/** Whether a node applies: its own `when` and that of the areas around it; undefined where it always does. */
export function appliesSql(node: Node, writing: Writing): string | undefined {
  const conditions = conditionsOf(node, writing);
  return conditions.length === 0 ? undefined : all(conditions);
}

function conditionsOf({ parent, when }: Node, writing: Writing): readonly string[] {
  const around = parent === undefined ? [] : conditionsOf(writing.stage.nodes[parent] as Node, writing);
  if (!when) return around;
  const scope = scopeOf(writing);
  return [...around, `COALESCE(${scope.condition(when, scope)}, FALSE)`];
}

/** Whether a node may not apply, or be skipped: then it has a state of its own in the query. */
export function mayBeLeftOut(plan: Plan, stage: Stage, node: Node): boolean {
  const { parent, when, body } = node;
  const isAround = (at: number | undefined): boolean => {
    const area = at === undefined ? undefined : stage.nodes[at];
    return area !== undefined && (area.when !== undefined || isAround(area.parent));
  };
  if (when || isAround(parent)) return true;
  if (body.kind === "item") return maySkip(plan, body);
  if (body.base !== undefined) return false;
  const counted = body.children.map((child) => stage.nodes[child] as Node).filter(isCounted);
  return counted.every((child) => mayBeLeftOut(plan, stage, child));
}

const maySkip = ({ codes }: Plan, { missing, cell }: Item): boolean =>
  missing.startsWith("skip") || (cell !== undefined && codes.some(({ policy }) => policy.startsWith("skip")));
