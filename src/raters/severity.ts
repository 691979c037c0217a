import type { Part } from "./connectivity.ts";
import { createDesign, leveragesOf } from "./design.ts";
import { factorOfMean } from "./mean-factor.ts";
import { targetOf } from "./ratings.ts";

/**
 * The additive model of one part, score = target + rater, by least squares: what each rater adds to what everybody would
 * give. The effects of the raters of a part add up to 0.
 */
export interface Fit {
  /** By rater, in the order of the part; above 0 is lenient. */
  readonly effects: readonly number[];
  /** Standard errors of the effects; absent without degrees of freedom. */
  readonly errors: readonly (number | undefined)[];
  /** Standard error of the mean effect of some raters (places in the part); absent without degrees of freedom. */
  readonly errorOfMean: (raters: readonly number[]) => number | undefined;
  /** By target: what an average rater of the part would give. */
  readonly fair: readonly number[];
  /** By rating, in the order of the part. */
  readonly residuals: readonly number[];
  /** What rater and target leave over of other values of the same ratings. */
  readonly residualsOf: (values: readonly number[]) => readonly number[];
  /** Residuals by their own deviation without the rating itself; absent where that is not known. */
  readonly studentised: readonly (number | undefined)[];
  /** Standard deviation of the residuals; absent without degrees of freedom. */
  readonly deviation: number | undefined;
  readonly freedom: number;
}

/** More than this on both sides would take longer than anybody waits. */
export const mostOnBothSides = 3000;

/** Undefined for a part that is too large. */
export function fitPart(part: Part): Fit | undefined {
  const raterAt = new Map(part.raters.map((rater, at) => [rater, at]));
  const targetAt = new Map(part.targets.map((target, at) => [target, at]));
  const raters = part.ratings.map(({ rater }) => raterAt.get(rater) as number);
  const targets = part.ratings.map((rating) => targetAt.get(targetOf(rating)) as number);
  const keepsRaters = raterAt.size <= targetAt.size;
  const sides = keepsRaters
    ? { kept: raters, gone: targets, keptCount: raterAt.size, goneCount: targetAt.size }
    : { kept: targets, gone: raters, keptCount: targetAt.size, goneCount: raterAt.size };
  if (sides.keptCount > mostOnBothSides) return undefined;
  const design = createDesign(sides);
  const solve = (values: readonly number[]) => {
    const { kept, gone } = design.solve(values);
    const [effects, fair] = keepsRaters ? [kept, gone] : [gone, kept];
    const residuals = values.map(
      (value, i) => value - (effects[raters[i] as number] as number) - (fair[targets[i] as number] as number),
    );
    return { effects, fair, residuals };
  };
  const { effects, fair, residuals } = solve(part.ratings.map(({ score }) => score));
  const shift = mean(effects);
  const freedom = part.ratings.length - raterAt.size - targetAt.size + 1;
  const variance = freedom > 0 ? residuals.reduce((sum, e) => sum + e * e, 0) / freedom : undefined;
  const factor = factorOfMean(design.covariance, keepsRaters ? undefined : design.meets);
  const errorOfMean = (places: readonly number[]): number | undefined =>
    variance === undefined ? undefined : Math.sqrt(variance * Math.max(0, factor(places)));
  const leverages = leveragesOf(sides, design);
  return {
    effects: effects.map((effect) => effect - shift),
    errors: effects.map((_, at) => errorOfMean([at])),
    errorOfMean,
    fair: fair.map((value) => value + shift),
    residuals,
    residualsOf: (values) => solve(values).residuals,
    studentised: residuals.map((e, i) => studentise(e, leverages[i] as number, variance, freedom)),
    deviation: variance === undefined ? undefined : Math.sqrt(variance),
    freedom,
  };
}

function studentise(e: number, leverage: number, variance: number | undefined, freedom: number): number | undefined {
  const free = 1 - leverage;
  if (variance === undefined || freedom < 2 || free < 1e-9) return undefined;
  const without = (freedom * variance - (e * e) / free) / (freedom - 1);
  return without > 1e-12 ? e / Math.sqrt(without * free) : undefined;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
