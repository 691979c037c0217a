import type { Rating } from "./ratings.ts";
import type { Fit } from "./severity.ts";

/** A number of points and its standard error. */
export interface Estimate {
  readonly points: number;
  readonly error: number;
}

/** A part and its model. */
export interface Modelled {
  readonly ratings: readonly Rating[];
  readonly fit: Fit;
}

/** Less than this of a rating is what rounding leaves of nothing. */
export const nearlyNothing = 1e-9;

/**
 * How many points more some ratings are than their raters and targets explain: the coefficient of one more term in the
 * additive model. Its standard error lets the ratings of one subject hang together, over all periods (clusters). Undefined
 * where the term says no more than raters and targets do, or with fewer than two subjects.
 */
export function beyondSeverity(parts: readonly Modelled[], isOne: (rating: Rating) => boolean): Estimate | undefined {
  // What raters and targets leave of the term, beside what they leave of the score (Frisch, Waugh and Lovell).
  const left = parts.flatMap(({ ratings, fit }) => {
    const term = fit.residualsOf(ratings.map((rating) => (isOne(rating) ? 1 : 0)));
    return ratings.map(({ subject }, i) => ({ subject, x: term[i] as number, e: fit.residuals[i] as number }));
  });
  const square = left.reduce((sum, { x }) => sum + x * x, 0);
  if (square < nearlyNothing * left.length) return undefined;
  const points = left.reduce((sum, { x, e }) => sum + x * e, 0) / square;
  const bySubject = new Map<string, number>();
  for (const { subject, x, e } of left) bySubject.set(subject, (bySubject.get(subject) ?? 0) + x * (e - points * x));
  const count = bySubject.size;
  if (count < 2) return undefined;
  const meat = [...bySubject.values()].reduce((sum, value) => sum + value * value, 0);
  return { points, error: Math.sqrt((meat * count) / (count - 1)) / square };
}
