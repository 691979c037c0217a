import type { Rollup, Units } from "../../model/plan.ts";
import type { Exact } from "../../number/exact.ts";
import { add, compare, divide, maximum, minimum, multiply } from "../../number/exact.ts";

/** One rated sub-period, or one that counts as 0 (`missing: zero`). */
export interface RatedPart {
  /** The part of its name after the year: `Q1`, `HK1`, `03`. */
  readonly part: string;
  readonly zero: boolean;
}

/** Combines one figure (the total, or a node's score) of the sub-periods, oldest first. */
export type Roll = (values: readonly (Units | undefined)[]) => Units | undefined;

/**
 * How a rollup combines the figures of its parts, exactly. Undefined for scores that are an expression. A figure that a
 * part does not have (a decided total without items, say) makes the combination undefined.
 */
export function rollOf(score: Rollup["score"], parts: readonly RatedPart[]): Roll | undefined {
  if (score.kind === "value") return undefined;
  return (values) => {
    const known: Units[] = [];
    for (const value of values) {
      if (value === undefined) return undefined;
      known.push(value);
    }
    return known.length === 0 ? undefined : combine(score, parts, known);
  };
}

function combine(
  score: Exclude<Rollup["score"], { kind: "value" }>,
  parts: readonly RatedPart[],
  values: readonly Units[],
): Units | undefined {
  switch (score.kind) {
    case "mean":
      return divide(values.reduce(add), values.length);
    case "sum":
      return values.reduce(add);
    case "last": {
      const last = parts.findLastIndex(({ zero }) => !zero);
      return last < 0 ? undefined : values[last];
    }
    case "best":
      return values.reduce(maximum);
    case "worst":
      return values.reduce(minimum);
    case "weights": {
      const weights = parts.map(({ part }) => score.weights.find((entry) => entry.part === part)?.weight ?? 0);
      const all = weights.reduce<Exact>(add, 0);
      if (compare(all, 0) === 0) return undefined;
      const weighted = values.reduce<Exact>((sum, value, i) => add(sum, multiply(value, weights[i] as Exact)), 0);
      return divide(weighted, all);
    }
  }
}
