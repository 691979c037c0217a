import { compareText } from "../text/order.ts";
import type { Estimate, Modelled } from "./beyond-severity.ts";
import { beyondSeverity, nearlyNothing } from "./beyond-severity.ts";
import type { Rating } from "./ratings.ts";
import { targetOf } from "./ratings.ts";
import { mean } from "./severity.ts";

/** What the raters of one bloc give the subjects of another, above what all others give the same subjects. */
export interface Favour {
  readonly from: string;
  readonly to: string;
  /** Mean difference in points, over subjects. */
  readonly difference: number;
  /** Its standard error; absent for a single subject. */
  readonly error: number | undefined;
  /** Subjects. */
  readonly count: number;
}

/**
 * Two blocs that give each other more than others give them, each beyond twice the standard error, and more than the severity
 * of all raters explains: two blocs that are lenient to everybody favour nobody.
 */
export interface MutualFavour {
  readonly one: Favour;
  readonly other: Favour;
  /** What is left once severity is taken off; absent where it cannot be told, as always with three blocs. */
  readonly beyond: Estimate | undefined;
}

/** The bloc of the rater of a rating, and of its subject. */
export type BlocsOf = (rating: Rating) => { readonly rater: string | undefined; readonly subject: string | undefined };

export const favoursOf = (ratings: readonly Rating[], blocsOf: BlocsOf): readonly Favour[] =>
  [...differencesOf(ratings, blocsOf)]
    .flatMap(([from, byBloc]) =>
      [...byBloc].map(([to, bySubject]) => favour(from, to, [...bySubject.values()].map(mean))),
    )
    .sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));

/** `parts`: the fitted ones, with what the raters' severity leaves over. */
export const mutualFavours = (
  favours: readonly Favour[],
  parts: readonly Modelled[],
  blocsOf: BlocsOf,
): readonly MutualFavour[] =>
  favours.flatMap((one): MutualFavour[] => {
    const other = favours.find(({ from, to }) => from === one.to && to === one.from);
    if (!other || compareText(one.from, one.to) >= 0 || !isClear(one) || !isClear(other)) return [];
    const beyond = beyondSeverity(parts, (rating) => {
      const { rater, subject } = blocsOf(rating);
      return (rater === one.from && subject === one.to) || (rater === one.to && subject === one.from);
    });
    return beyond && beyond.points <= Math.max(2 * beyond.error, nearlyNothing) ? [] : [{ one, other, beyond }];
  });

const isClear = ({ difference, error }: Favour): boolean =>
  error !== undefined && difference > 2 * error && difference > 0;

/**
 * By bloc, bloc of the subject, and subject: what its raters give above the others, in each period. A subject counts once,
 * however many periods it is scored in: what raters think of it in one month they mostly think in the next.
 */
function differencesOf(
  ratings: readonly Rating[],
  blocsOf: BlocsOf,
): ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number[]>>> {
  const byTarget = new Map<string, { bloc: string; score: number; to: string; subject: string }[]>();
  for (const rating of ratings) {
    const { rater: bloc, subject: to } = blocsOf(rating);
    if (bloc === undefined || to === undefined) continue;
    entryOf(byTarget, targetOf(rating), () => []).push({ bloc, score: rating.score, to, subject: rating.subject });
  }
  const differences = new Map<string, Map<string, Map<string, number[]>>>();
  for (const given of byTarget.values()) {
    const { to, subject } = given[0] as (typeof given)[number];
    for (const from of new Set(given.map(({ bloc }) => bloc))) {
      const own = given.filter(({ bloc }) => bloc === from).map(({ score }) => score);
      const others = given.filter(({ bloc }) => bloc !== from).map(({ score }) => score);
      if (from === to || others.length === 0) continue;
      const byBloc = entryOf(differences, from, () => new Map<string, Map<string, number[]>>());
      const bySubject = entryOf(byBloc, to, () => new Map<string, number[]>());
      entryOf(bySubject, subject, () => []).push(mean(own) - mean(others));
    }
  }
  return differences;
}

function entryOf<V>(map: Map<string, V>, key: string, start: () => V): V {
  const found = map.get(key) ?? start();
  map.set(key, found);
  return found;
}

function favour(from: string, to: string, values: readonly number[]): Favour {
  const difference = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - difference) ** 2, 0);
  const count = values.length;
  const error = count < 2 ? undefined : Math.sqrt(squares / (count - 1) / count);
  return { from, to, difference, error, count };
}
