import type { Item, MissingPolicy, Node, Scale, Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Exact } from "../../number/exact.ts";
import { add, compare, divide, maximum, minimum, multiply } from "../../number/exact.ts";
import type { Environment } from "./environment.ts";
import type { Subject } from "./subject.ts";
import type { Trace } from "./trace.ts";
import { toUnits } from "./work.ts";

/** What an item's cell gives: units, or what its absence means. */
type Outcome = Units | "missing" | "skip_area" | "skip_total";

/** How one item is scored, before its rounding and `zero_if`. */
export function itemScore(
  plan: Plan,
  node: Node,
  at: number,
  item: Item,
  environment: Environment,
): (subject: Subject, trace?: Trace) => Outcome {
  const points = pointsOf(plan, node, item, environment);
  const { cell, scale } = item;
  const most = scale.kind === "value" && scale.clamp ? node.max : undefined;
  return (subject, trace) => {
    const value = cell === undefined ? undefined : (subject.work.cells[cell] as Exact | MissingPolicy | null);
    const score = value === null || typeof value === "string" ? undefined : points(value, subject);
    if (score === undefined) {
      const policy = typeof value === "string" ? value : item.missing;
      trace?.({ kind: "absent", at, policy });
      return absent(policy, node.max);
    }
    const below = most === undefined ? score : minimum(score, most);
    const cut = node.min === "none" ? below : maximum(below, node.min);
    trace?.({ kind: "scaled", at, score, cut });
    return cut;
  };
}

function absent(policy: MissingPolicy, max: Units): Outcome {
  switch (policy) {
    case "incomplete":
      return "missing";
    case "zero":
      return 0;
    case "full":
      return max;
    case "skip_area":
    case "skip_total":
      return policy;
  }
}

export type Points = (cell: Exact | undefined, subject: Subject) => Units | undefined;

/** The scale of an item as a function from its cell to units, before the limits of the item; undefined is missing. */
export function pointsOf(plan: Plan, { id, max }: Node, item: Item, environment: Environment): Points {
  const { scale } = item;
  switch (scale.kind) {
    case "points":
      return (cell) => cell;
    case "levels":
      return (cell) => scale.levels[cell as number]?.points;
    case "yes":
      return (cell) => (cell === 1 ? scale.points : 0);
    case "count":
      return (cell) => count(scale, cell as Exact);
    case "ratio":
      return (cell, subject) =>
        scale.done === undefined ? ratio(scale, cell) : ratioOfColumns(scale, id, subject, environment);
    case "table": {
      const row = (value: Exact): Units | undefined =>
        scale.rows.find(({ from }) => from === undefined || compare(value, from) >= 0)?.points;
      if (!scale.of) return (cell) => row(cell as Exact);
      const evaluate = environment.compile(scale.of, id);
      return (_, subject) => {
        const value = evaluate(subject) as Exact | undefined;
        return value === undefined ? undefined : row(value);
      };
    }
    case "value": {
      const evaluate = environment.compile(scale.expression, id, max);
      return (_, subject) => {
        const value = evaluate(subject) as Exact | undefined;
        return value === undefined ? undefined : toUnits(value, plan.scale);
      };
    }
  }
}

function count(scale: Scale & { kind: "count" }, times: Exact): Units {
  const score = minimum(add(scale.base, multiply(scale.each, times)), scale.max);
  return scale.min === "none" ? score : maximum(score, scale.min);
}

function ratio(scale: Scale & { kind: "ratio" }, percent: Exact | undefined): Units | undefined {
  if (percent === undefined) return undefined;
  return divide(multiply(scale.max, scale.cap === undefined ? percent : minimum(percent, scale.cap)), 100);
}

/** done / target; 0 of 0 is what the rubric says, anything else of 0 is missing, and so is all without a row of a longer period. */
function ratioOfColumns(
  scale: Scale & { kind: "ratio" },
  id: string,
  subject: Subject,
  environment: Environment,
): Units | undefined {
  const { columns, row } = subject.work;
  if (!row) return undefined;
  const done = columns[scale.done as number] as Exact | undefined;
  const target = columns[scale.target as number] as Exact | undefined;
  if (done === undefined || target === undefined) return undefined;
  if (target !== 0) return ratio(scale, divide(multiply(done, 100), target));
  if (done === 0 && scale.empty) return { missing: undefined, zero: 0, full: scale.max }[scale.empty];
  environment.onZero(subject, id);
  return undefined;
}
