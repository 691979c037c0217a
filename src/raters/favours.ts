import { compareText } from "../text/order.ts";
import type { Rating } from "./ratings.ts";
import { targetOf } from "./ratings.ts";
import { mean } from "./severity.ts";

/** What the raters of one bloc give the subjects of another, above what all others give the same subjects. */
export interface Favour {
  readonly from: string;
  readonly to: string;
  /** Mean difference in points, over subjects and periods. */
  readonly difference: number;
  /** Its standard error; absent for a single subject. */
  readonly error: number | undefined;
  readonly count: number;
}

/** Two blocs that give each other more than others give them, each beyond twice the standard error. */
export interface MutualFavour {
  readonly one: Favour;
  readonly other: Favour;
}

/** `blocOf`: of the rater of a rating, and of its subject. */
export function favoursOf(ratings: readonly Rating[], blocsOf: BlocsOf): readonly Favour[] {
  const byTarget = new Map<string, { bloc: string; score: number; to: string }[]>();
  for (const rating of ratings) {
    const { rater, subject } = blocsOf(rating);
    if (rater === undefined || subject === undefined) continue;
    const entry = byTarget.get(targetOf(rating)) ?? [];
    entry.push({ bloc: rater, score: rating.score, to: subject });
    byTarget.set(targetOf(rating), entry);
  }
  const differences = new Map<string, Map<string, number[]>>();
  for (const given of byTarget.values()) {
    const to = (given[0] as (typeof given)[number]).to;
    for (const from of new Set(given.map(({ bloc }) => bloc))) {
      const own = given.filter(({ bloc }) => bloc === from).map(({ score }) => score);
      const others = given.filter(({ bloc }) => bloc !== from).map(({ score }) => score);
      if (from === to || others.length === 0) continue;
      const of = differences.get(from) ?? new Map<string, number[]>();
      differences.set(from, of.set(to, [...(of.get(to) ?? []), mean(own) - mean(others)]));
    }
  }
  return [...differences]
    .flatMap(([from, of]) => [...of].map(([to, values]) => favour(from, to, values)))
    .sort((a, b) => (a.from === b.from ? compareText(a.to, b.to) : compareText(a.from, b.from)));
}

export type BlocsOf = (rating: Rating) => { readonly rater: string | undefined; readonly subject: string | undefined };

function favour(from: string, to: string, values: readonly number[]): Favour {
  const difference = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - difference) ** 2, 0);
  const count = values.length;
  const error = count < 2 ? undefined : Math.sqrt(squares / (count - 1) / count);
  return { from, to, difference, error, count };
}

export const mutualFavours = (favours: readonly Favour[]): readonly MutualFavour[] =>
  favours.flatMap((one) => {
    const other = favours.find(({ from, to }) => from === one.to && to === one.from);
    return other && compareText(one.from, one.to) < 0 && isClear(one) && isClear(other) ? [{ one, other }] : [];
  });

const isClear = ({ difference, error }: Favour): boolean =>
  error !== undefined && difference > 2 * error && difference > 0;
