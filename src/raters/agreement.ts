import type { Rating } from "./ratings.ts";
import { targetOf } from "./ratings.ts";
import { mean } from "./severity.ts";

/** How each rater's scores go with the mean of the others' for the same subjects: Pearson's r, from three subjects on. */
export function agreementOf(ratings: readonly Rating[]): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const rating of ratings) {
    const target = targetOf(rating);
    const entry = sums.get(target) ?? { sum: 0, count: 0 };
    sums.set(target, { sum: entry.sum + rating.score, count: entry.count + 1 });
  }
  const pairs = new Map<string, { own: number[]; others: number[] }>();
  for (const rating of ratings) {
    const { sum, count } = sums.get(targetOf(rating)) as { sum: number; count: number };
    if (count < 2) continue;
    const entry = pairs.get(rating.rater) ?? { own: [], others: [] };
    entry.own.push(rating.score);
    entry.others.push((sum - rating.score) / (count - 1));
    pairs.set(rating.rater, entry);
  }
  const found = new Map<string, number>();
  for (const [rater, { own, others }] of pairs) {
    const r = own.length < 3 ? undefined : correlation(own, others);
    if (r !== undefined) found.set(rater, r);
  }
  return found;
}

/** Undefined where one of the two does not vary. */
function correlation(a: readonly number[], b: readonly number[]): number | undefined {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (const [i, value] of a.entries()) {
    const [x, y] = [value - meanA, (b[i] as number) - meanB];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa < 1e-12 || bb < 1e-12 ? undefined : ab / Math.sqrt(aa * bb);
}
