import type { Units } from "../../model/node.ts";
import type { Combination, Ratings } from "../../model/ratings.ts";
import type { Exact } from "../../number/exact.ts";
import { add, compare, divide, multiply } from "../../number/exact.ts";
import { round } from "../../number/rounding.ts";

/**
 * The ratings of one figure (an item, or the total) of one subject. Sums by role or group of raters are kept, and the
 * single values only where a median or a trimmed mean needs them: a month of cross-scoring does not keep its rows.
 */
export interface Collection {
  readonly buckets: Map<string, { sum: Exact; count: number }>;
  readonly values: Exact[] | undefined;
  /** Ratings that gave a value. */
  count: number;
}

export const startCollection = ({ kind }: Combination): Collection => ({
  buckets: new Map(),
  values: kind === "median" || kind === "trimmed" ? [] : undefined,
  count: 0,
});

/** `bucket`: the role (weights, first) or the group (mean_of) of the rater; the same for all otherwise. */
export function collect(into: Collection, value: Units, bucket: string): void {
  into.count++;
  into.values?.push(value);
  const before = into.buckets.get(bucket);
  if (before) {
    before.sum = add(before.sum, value);
    before.count++;
  } else into.buckets.set(bucket, { sum: value, count: 1 });
}

/** The combination, rounded as `round` says. */
export function combinedFigure(ratings: Ratings, collection: Collection): Units | undefined {
  const value = combination(ratings, collection);
  return value !== undefined && ratings.round ? round(value, ratings.round) : value;
}

/** The combination, not yet rounded; undefined when too few ratings or a role is lacking. Never depends on the order of the ratings. */
export function combination(ratings: Ratings, { buckets, values, count }: Collection): Units | undefined {
  const { combine } = ratings;
  if (count < Math.max(ratings.atLeast, 1)) return undefined;
  switch (combine.kind) {
    case "mean":
      return divide(total(buckets), count);
    case "sum":
      return total(buckets);
    case "median":
      return middle(sorted(values));
    case "trimmed":
      return trimmedMean(sorted(values), combine.n);
    case "mean_of":
      return mean([...buckets.values()].map(average));
    case "first": {
      const first = combine.roles.find((role) => buckets.has(role));
      return first === undefined ? undefined : average(buckets.get(first) as { sum: Exact; count: number });
    }
    case "weights": {
      const present = combine.weights.filter(({ role }) => buckets.has(role));
      if (present.length < combine.weights.length && ratings.absent === "incomplete") return undefined;
      return weightedMean(
        present.map(({ role, weight }) => ({
          value: average(buckets.get(role) as { sum: Exact; count: number }),
          weight,
        })),
      );
    }
  }
}

const average = ({ sum, count }: { readonly sum: Exact; readonly count: number }): Exact => divide(sum, count);
const total = (buckets: Collection["buckets"]): Exact =>
  [...buckets.values()].reduce<Exact>((all, { sum }) => add(all, sum), 0);
const sorted = (values: readonly Exact[] | undefined): readonly Exact[] => [...(values ?? [])].sort(compare);
const mean = (values: readonly Exact[]): Exact => divide(values.reduce(add, 0), values.length);

/** The middle value; of an even number the mean of the middle two. */
function middle(values: readonly Exact[]): Exact {
  const half = values.length >> 1;
  const upper = values[half] as Exact;
  return values.length % 2 === 1 ? upper : divide(add(values[half - 1] as Exact, upper), 2);
}

function trimmedMean(values: readonly Exact[], n: number): Exact | undefined {
  const kept = values.slice(n, values.length - n);
  return kept.length === 0 ? undefined : mean(kept);
}

function weightedMean(parts: readonly { readonly value: Exact; readonly weight: Exact }[]): Exact | undefined {
  const weights = parts.reduce<Exact>((sum, { weight }) => add(sum, weight), 0);
  if (compare(weights, 0) === 0) return undefined;
  return divide(
    parts.reduce<Exact>((sum, { value, weight }) => add(sum, multiply(value, weight)), 0),
    weights,
  );
}
