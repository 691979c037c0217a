import type { Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Figures } from "../../model/report.ts";
import type { Rollup } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { add, compare, divide, maximum, minimum, multiply, sum } from "../../number/exact.ts";
import type { Environment } from "./environment.ts";
import type { Subject } from "./subject.ts";
import { toUnits } from "./work.ts";

/** One rated sub-period, or one that counts as 0 (`missing: zero`). */
export interface RatedPart {
  /** The part of its name after the year: `Q1`, `HK1`, `03`. */
  readonly part: string;
  readonly zero: boolean;
}

/** A sub-period as it enters the score of one subject: a rated one, or (with `missing: zero`) one that counts as 0. */
export interface Counted extends RatedPart {
  readonly result: Figures | undefined;
}

/** The total of a rollup from its parts, before clamp and rounding. */
export type RollupTotal = (counted: readonly Counted[], subject: Subject) => Units | undefined;

export function createRollupTotal(plan: Plan, { score }: Rollup, environment: Environment): RollupTotal {
  if (score.kind !== "value") return (counted) => rollOf(score, counted)?.(figures(counted, ({ total }) => total));
  const evaluate = environment.compile(score.expression);
  return (_, subject) => {
    const points = evaluate(subject);
    return typeof points === "number" || (typeof points === "object" && "d" in points)
      ? toUnits(points, plan.scale)
      : undefined;
  };
}

/** One figure of each part; those that count as 0 have 0. */
export const figures = (
  counted: readonly Counted[],
  read: (result: Figures) => Units | undefined,
): (Units | undefined)[] => counted.map(({ zero, result }) => (zero ? 0 : result && read(result)));

/** Combines one figure (the total, or a node's score) of the sub-periods, oldest first. */
export type Roll = (values: readonly (Units | undefined)[]) => Units | undefined;

/**
 * How a rollup combines the figures of its parts, exactly. Undefined for scores that are an expression. A figure that a
 * part does not have (a decided total without items, say) makes the combination undefined.
 */
export function rollOf(score: Rollup["score"], parts: readonly RatedPart[]): Roll | undefined {
  if (score.kind === "value") return undefined;
  const weighed = weighedParts(score, parts);
  return (values) => {
    if (values.length === 0 || values.includes(undefined)) return undefined;
    return weighed ? weighedSum(weighed, values as readonly Units[]) : choose(score, parts, values as readonly Units[]);
  };
}

/** How parts add up: each as often as it weighs, and all of it divided; a divisor of 0 gives nothing. */
export interface WeighedParts {
  readonly weights: readonly Exact[];
  readonly divisor: Exact;
}

/** Undefined for a score that chooses one of its parts, or is an expression. */
export function weighedParts(score: Rollup["score"], parts: readonly RatedPart[]): WeighedParts | undefined {
  switch (score.kind) {
    case "sum":
      return { weights: parts.map(() => 1), divisor: 1 };
    case "mean":
      return { weights: parts.map(() => 1), divisor: parts.length };
    case "weights": {
      const weights = parts.map(({ part }) => score.weights.find((entry) => entry.part === part)?.weight ?? 0);
      return { weights, divisor: sum(weights) };
    }
    default:
      return undefined;
  }
}

function weighedSum({ weights, divisor }: WeighedParts, values: readonly Units[]): Units | undefined {
  if (compare(divisor, 0) === 0) return undefined;
  const weighted = values.reduce<Exact>((all, value, i) => add(all, multiply(value, weights[i] as Exact)), 0);
  return divide(weighted, divisor);
}

function choose({ kind }: Rollup["score"], parts: readonly RatedPart[], values: readonly Units[]): Units | undefined {
  if (kind === "best") return values.reduce(maximum);
  if (kind === "worst") return values.reduce(minimum);
  const last = parts.findLastIndex(({ zero }) => !zero);
  return last < 0 ? undefined : values[last];
}
