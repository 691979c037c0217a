import type { Expression } from "../expression/tree.ts";
import type { Node } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { Stage } from "../model/stage.ts";
import { sign } from "../number/exact.ts";

/** What becomes of an expression while scores rise: nothing, it only rises (or comes to hold), only falls, or nobody can tell. */
export type Trend = "same" | "up" | "down" | "unknown";

const join = (...trends: readonly Trend[]): Trend => {
  const moving = new Set(trends.filter((trend) => trend !== "same"));
  return moving.size === 0 ? "same" : moving.size > 1 ? "unknown" : ([...moving][0] as Trend);
};
const turned = (trend: Trend): Trend => (trend === "up" ? "down" : trend === "down" ? "up" : trend);
/** Nothing can be said of what moves in another way. */
const still = (...trends: readonly Trend[]): Trend => (join(...trends) === "same" ? "same" : "unknown");

/** What the variables of macros stand for. */
type Variables = ReadonlyMap<string, "item" | "period">;

/** See {@link Trend}. */
export function trendOf(plan: Plan, stage: Stage, e: Expression, variables: Variables = new Map()): Trend {
  const of = (part: Expression): Trend => trendOf(plan, stage, part, variables);
  switch (e.kind) {
    case "literal":
    case "missing":
      return "same";
    case "name":
      return named(plan, stage, e.name);
    case "select":
      return selected(plan, stage, e, variables);
    case "index":
      return still(of(e.of), of(e.at));
    case "not":
    case "negate":
      return turned(of(e.of));
    case "binary": {
      const [left, right] = [of(e.left), of(e.right)];
      switch (e.operator) {
        case "&&":
        case "||":
        case "+":
          return join(left, right);
        case "-":
        case ">":
        case ">=":
          return join(left, turned(right));
        case "<":
        case "<=":
          return join(turned(left), right);
        case "*":
        case "/":
          return scaled(plan, e.left, left, e.right, right, e.operator);
        case "==":
          return isFull(e.left, e.right) || isFull(e.right, e.left) ? "up" : still(left, right);
        default:
          return still(left, right);
      }
    }
    case "choose":
      return of(e.when) === "same" ? join(of(e.yes), of(e.no)) : "unknown";
    case "call":
      return e.name !== "size" && e.name !== "days" ? join(...e.arguments.map(of)) : still(...e.arguments.map(of));
    case "band":
      return still(of(e.of), of(e.than));
    case "ask":
      return e.name === "items" ? "same" : "unknown";
    case "macro": {
      const kind = e.list.kind === "ask" && e.list.name === "items" ? "item" : isPeriods(e.list) ? "period" : undefined;
      const inside = kind ? new Map(variables).set(e.variable, kind) : variables;
      const body = trendOf(plan, stage, e.body, inside);
      if (of(e.list) !== "same") return "unknown";
      return ["all", "exists", "count", "map"].includes(e.name) ? body : still(body);
    }
    case "list":
      return still(...e.elements.map(of));
  }
}

function named(plan: Plan, stage: Stage, name: string): Trend {
  if (name === "total" || name === "unclamped" || name === "average") return "up";
  if (name === "band" || name === "state" || name === "rank") return "unknown";
  const node = stage.nodes.find(({ id }) => id === name);
  if (!node) return "same";
  if (!isAside(stage, node)) return "up";
  // More of what does not count is nothing better; what is computed of scores moves with them.
  const { body } = node;
  return body.kind === "area"
    ? "unknown"
    : body.scale.kind === "value"
      ? trendOf(plan, stage, body.scale.expression)
      : "same";
}

/** Is it no part of any sum? */
export const isAside = (stage: Stage, { counts, parent }: Node): boolean =>
  counts === false || (parent !== undefined && isAside(stage, stage.nodes[parent] as Node));

/** Periods are those that are rated, whatever their scores. */
const isPeriods = (list: Expression): boolean =>
  (list.kind === "name" && list.name === "periods") || (list.kind === "macro" && isPeriods(list.list));

/** `A1 == full.A1`: nothing is above that. */
const isFull = (one: Expression, other: Expression): boolean =>
  one.kind === "name" &&
  other.kind === "select" &&
  other.of.kind === "name" &&
  other.of.name === "full" &&
  other.field === one.name;

function selected(plan: Plan, stage: Stage, e: Expression & { kind: "select" }, variables: Variables): Trend {
  if (e.of.kind !== "name") return trendOf(plan, stage, e.of, variables);
  const variable = variables.get(e.of.name);
  if (variable === "item") return e.field === "score" ? "up" : e.field === "raw" ? "unknown" : "same";
  if (variable === "period") {
    const isOwn = plan.columns.some(({ id }) => id === e.field) || e.field === "period";
    return isOwn ? "same" : named(plan, plan.stage, e.field) === "up" ? "up" : "unknown";
  }
  if (e.of.name !== "raw") return "same";
  const node = stage.nodes.find(({ id }) => id === e.field);
  if (node?.body.kind !== "item") return "unknown";
  if (isAside(stage, node)) return "same";
  const { scale } = node.body;
  if (scale.kind === "count") return sign(scale.each) < 0 ? "down" : "up";
  return scale.kind === "levels" || scale.kind === "table" ? "unknown" : "up";
}

/** A product or quotient by a literal, or by a column that is never below 0, keeps or turns the trend. */
function scaled(plan: Plan, left: Expression, a: Trend, right: Expression, b: Trend, operator: "*" | "/"): Trend {
  const by = (factor: Expression, trend: Trend): Trend | undefined => {
    if (factor.kind === "name") {
      const type = plan.columns.find(({ id }) => id === factor.name)?.type;
      return type?.kind === "number" && type.min !== undefined && sign(type.min) >= 0 ? trend : undefined;
    }
    if (factor.kind !== "literal" || typeof factor.value === "string" || typeof factor.value === "boolean")
      return undefined;
    return sign(factor.value) < 0 ? turned(trend) : trend;
  };
  return by(right, a) ?? (operator === "*" ? by(left, b) : undefined) ?? still(a, b);
}
