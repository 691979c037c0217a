import { asks } from "../expression/evaluate-binary.ts";
import { keyOf } from "../expression/key.ts";
import type { Comparison, Expression } from "../expression/tree.ts";
import type { Node } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { Stage } from "../model/stage.ts";
import type { Exact } from "../number/exact.ts";
import { add, compare, divide, maximum, minimum, sign } from "../number/exact.ts";
import { round } from "../number/rounding.ts";

/** What one name, or one question that is not looked into, can be: so many things that conditions tell apart. */
type Part =
  | { readonly kind: "values"; readonly values: readonly (string | boolean)[] }
  /** A number at, between or beyond the figures that it is compared with. */
  | { readonly kind: "numbers"; readonly at: readonly Exact[] }
  | { readonly kind: "open" };

/** Situations beyond which conditions are not gone through. */
const most = 20_000;

/**
 * Whether conditions hold in every situation that they tell apart, several at once. Names vary independently and what is not
 * looked into is open, so there may be situations that nobody is in: that no situation has something is certain, that one has
 * it is not. Undefined where there are too many.
 */
export function situationsOf(
  plan: Plan,
  stage: Stage,
  conditions: readonly Expression[],
): readonly (readonly boolean[])[] | undefined {
  const parts = new Map<string, Part>();
  for (const condition of conditions) collect(plan, stage, condition, parts);
  const names = [...parts.keys()];
  const sizes = names.map((name) => choicesOf(parts.get(name) as Part).length);
  if (sizes.reduce((all, size) => all * size, 1) > most) return undefined;
  const situation = new Map<string, string | boolean | Exact>();
  const found: (readonly boolean[])[] = [];
  const goThrough = (at: number): void => {
    const name = names[at];
    if (name === undefined) found.push(conditions.map((condition) => holds(condition, situation)));
    else
      for (const choice of choicesOf(parts.get(name) as Part)) {
        situation.set(name, choice);
        goThrough(at + 1);
      }
  };
  goThrough(0);
  return found;
}

const choicesOf = (part: Part): readonly (string | boolean | Exact)[] =>
  part.kind === "values" ? part.values : part.kind === "numbers" ? part.at : [true, false];

function collect(plan: Plan, stage: Stage, e: Expression, parts: Map<string, Part>): void {
  if (e.kind === "literal") return;
  if (e.kind === "not") {
    collect(plan, stage, e.of, parts);
    return;
  }
  if (e.kind === "binary" && (e.operator === "&&" || e.operator === "||")) {
    collect(plan, stage, e.left, parts);
    collect(plan, stage, e.right, parts);
    return;
  }
  const asked = comparisonOf(e);
  const column = plan.columns.find(({ id }) => id === (asked?.name ?? (e.kind === "name" ? e.name : "")));
  if (asked && column?.type.kind === "choice") {
    parts.set(asked.name, { kind: "values", values: column.type.values.map(({ id }) => id) });
  } else if (asked && isNumber(asked.value)) {
    const before = parts.get(asked.name);
    const range = rangeOf(plan, stage, asked.name);
    if (!range) parts.set(keyOf(e), { kind: "open" });
    else {
      const figures = [...(before?.kind === "numbers" ? before.at : []), asked.value];
      parts.set(asked.name, { kind: "numbers", at: between(figures, range) });
    }
  } else if (e.kind === "name" && column?.type.kind === "flag") {
    parts.set(e.name, { kind: "values", values: [true, false] });
  } else parts.set(keyOf(e), { kind: "open" });
}

interface Asked {
  readonly name: string;
  readonly operator: Comparison;
  readonly value: string | boolean | Exact;
}

/** A name compared with a literal, the name first. */
function comparisonOf(e: Expression): Asked | undefined {
  if (e.kind !== "binary" || !(e.operator in turned)) return undefined;
  const operator = e.operator as Comparison;
  const { left, right } = e;
  if (left.kind === "name" && right.kind === "literal") return { name: left.name, operator, value: right.value };
  if (right.kind !== "name" || left.kind !== "literal") return undefined;
  return { name: right.name, operator: turned[operator], value: left.value };
}

const turned: Readonly<Record<Comparison, Comparison>> = {
  "==": "==",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** The end of a range that keeps a comparison from ever holding. */
export interface Limit {
  readonly name: string;
  readonly side: "most" | "least";
  readonly value: Exact;
}

/** Why a comparison of a name with a number can never hold: what the name is at most, or at least. */
export function limitOf(plan: Plan, stage: Stage, condition: Expression): Limit | undefined {
  const asked = comparisonOf(condition);
  if (!asked || !isNumber(asked.value)) return undefined;
  const { low, high } = rangeOf(plan, stage, asked.name) ?? {};
  const { name, value } = asked;
  if (high !== undefined && compare(value, high) >= 0) return { name, side: "most", value: high };
  return low !== undefined && compare(value, low) <= 0 ? { name, side: "least", value: low } : undefined;
}

interface Range {
  readonly low?: Exact | undefined;
  readonly high?: Exact | undefined;
}

/** Between which numbers a column or a score lies; undefined for any other name. */
function rangeOf(plan: Plan, stage: Stage, name: string): Range | undefined {
  const column = plan.columns.find(({ id }) => id === name);
  if (column) return column.type.kind === "number" ? { low: column.type.min, high: column.type.max } : undefined;
  const node = stage.nodes.find(({ id }) => id === name);
  const limits = node
    ? limitsOfNode(plan, stage, node)
    : /^(total|unclamped)$/.test(name) && limitsOfTotal(plan, stage, name);
  if (!limits) return undefined;
  const { low, high, round: rounding } = limits;
  const points = (end: Exact | undefined): Exact | undefined =>
    end === undefined ? undefined : divide(rounding ? round(end, rounding) : end, plan.scale);
  return { low: points(low), high: points(high) };
}

/** A range in units, before it is rounded. */
type Limits = Range & Pick<Node, "round">;

function limitsOfTotal(plan: Plan, stage: Stage, name: string): Limits {
  const { clamp, max, round } = stage.total;
  const rounded = round && { round };
  if (clamp && name === "total") return { low: 0, high: max, ...rounded };
  const top = stage.top.map((at) => stage.nodes[at] as Node);
  if (addsUp(plan, stage) || !keepsTo(stage, top)) return {};
  const isAbove0 = top.every(({ min }) => min !== "none" && sign(min) >= 0);
  return { low: isAbove0 ? 0 : undefined, high: max, ...rounded };
}

function limitsOfNode(plan: Plan, stage: Stage, node: Node): Limits {
  if (addsUp(plan, stage) || !isCut(stage, node)) return {};
  // A score that was skipped or put to zero is 0.
  const low = node.min === "none" ? undefined : minimum(node.min, 0);
  return { low, high: maximum(node.max, 0), ...(node.round && { round: node.round }) };
}

/** In a longer period, and over several raters, scores may be added up. */
const addsUp = (plan: Plan, stage: Stage): boolean => stage !== plan.stage || plan.ratings !== undefined;

/** Is a score, before it is rounded, never above its max? */
function isCut(stage: Stage, { body }: Node): boolean {
  if (body.kind === "item") return body.scale.kind === "value" ? body.scale.clamp : body.scale.kind !== "ratio";
  const children = body.children.map((at) => stage.nodes[at] as Node);
  // What is skipped may leave a mean of larger parts.
  return body.clamp ? children.every(({ bonus }) => !bonus) : body.combine === "sum" && keepsTo(stage, children);
}

/** Do parts never add up to more than their maxima? */
const keepsTo = (stage: Stage, parts: readonly Node[]): boolean =>
  parts.every((part) => part.counts === false || (!part.bonus && !part.round && isCut(stage, part)));

/** The figures themselves, one number between each two, and one on either side, as far as the range goes. */
function between(figures: readonly Exact[], { low, high }: Range): readonly Exact[] {
  const inside = (value: Exact): boolean =>
    (low === undefined || compare(value, low) >= 0) && (high === undefined || compare(value, high) <= 0);
  const ends = [low, high].filter((value) => value !== undefined);
  const sorted = [...figures, ...ends].sort(compare);
  const [first, last] = [sorted[0] as Exact, sorted.at(-1) as Exact];
  const middles = sorted.slice(1).map((value, at) => divide(add(value, sorted[at] as Exact), 2));
  return [add(first, -1), ...sorted, ...middles, add(last, 1)]
    .filter(inside)
    .sort(compare)
    .filter((value, at, all) => at === 0 || compare(value, all[at - 1] as Exact) !== 0);
}

type Situation = ReadonlyMap<string, string | boolean | Exact>;

function holds(e: Expression, situation: Situation): boolean {
  if (e.kind === "not") return !holds(e.of, situation);
  if (e.kind === "literal") return e.value === true;
  if (e.kind === "binary" && e.operator === "&&") return holds(e.left, situation) && holds(e.right, situation);
  if (e.kind === "binary" && e.operator === "||") return holds(e.left, situation) || holds(e.right, situation);
  const asked = comparisonOf(e);
  const value = situation.get(asked?.name ?? "");
  if (!asked || value === undefined) return situation.get(e.kind === "name" ? e.name : keyOf(e)) === true;
  if (!isNumber(value) || !isNumber(asked.value)) return (value === asked.value) === (asked.operator === "==");
  return asks[asked.operator](compare(value, asked.value));
}

const isNumber = (value: string | boolean | Exact): value is Exact =>
  typeof value === "number" || typeof value === "object";
