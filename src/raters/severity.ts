import type { Matrix } from "./matrix.ts";
import { inverse, square, timesSparse } from "./matrix.ts";
import type { Part } from "./parts.ts";
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
  /** By target: what an average rater of the part would give. */
  readonly fair: readonly number[];
  /** By rating, in the order of the part. */
  readonly residuals: readonly number[];
  /** Residuals by their own deviation without the rating itself; absent where that is not known. */
  readonly studentised: readonly (number | undefined)[];
  /** Standard deviation of the residuals; absent without degrees of freedom. */
  readonly deviation: number | undefined;
  readonly freedom: number;
}

/** More than this on both sides would take longer than anybody waits. */
export const mostOnBothSides = 3000;

/** A table of ratings as places: `kept` is the side with fewer members, whose equations are solved. */
interface Design {
  readonly kept: readonly number[];
  readonly gone: readonly number[];
  readonly keptCount: number;
  readonly goneCount: number;
  readonly scores: readonly number[];
}

/** Undefined for a part that is too large. */
export function fitPart(part: Part): Fit | undefined {
  const raterAt = new Map(part.raters.map((rater, at) => [rater, at]));
  const targetAt = new Map(part.targets.map((target, at) => [target, at]));
  const raters = part.ratings.map(({ rater }) => raterAt.get(rater) as number);
  const targets = part.ratings.map((rating) => targetAt.get(targetOf(rating)) as number);
  const scores = part.ratings.map(({ score }) => score);
  const keepsRaters = raterAt.size <= targetAt.size;
  const [kept, gone] = keepsRaters ? [raters, targets] : [targets, raters];
  const [keptCount, goneCount] = keepsRaters ? [raterAt.size, targetAt.size] : [targetAt.size, raterAt.size];
  if (keptCount > mostOnBothSides) return undefined;
  const solved = solveDesign({ kept, gone, keptCount, goneCount, scores });
  const [effects, fair] = keepsRaters ? [solved.kept, solved.gone] : [solved.gone, solved.kept];
  const shift = mean(effects);
  const residuals = scores.map(
    (score, i) => score - (effects[raters[i] as number] as number) - (fair[targets[i] as number] as number),
  );
  const freedom = scores.length - raterAt.size - targetAt.size + 1;
  const variance = freedom > 0 ? residuals.reduce((sum, e) => sum + e * e, 0) / freedom : undefined;
  const factors = keepsRaters ? diagonal(solved.covariance) : centredFactors(solved);
  return {
    effects: effects.map((effect) => effect - shift),
    errors: factors.map((factor) => (variance === undefined ? undefined : Math.sqrt(variance * Math.max(0, factor)))),
    fair: fair.map((value) => value + shift),
    residuals,
    studentised: residuals.map((e, i) => studentise(e, solved.leverages[i] as number, variance, freedom)),
    deviation: variance === undefined ? undefined : Math.sqrt(variance),
    freedom,
  };
}

interface Solved {
  readonly kept: readonly number[];
  readonly gone: readonly number[];
  /** Of the kept side, by unit of variance. */
  readonly covariance: Matrix;
  readonly leverages: readonly number[];
  /** For each member of the gone side, the kept ones that it meets. */
  readonly meets: readonly (readonly number[])[];
}

function solveDesign({ kept, gone, keptCount, goneCount, scores }: Design): Solved {
  const meets: number[][] = Array.from({ length: goneCount }, () => []);
  const goneMeans = new Float64Array(goneCount);
  for (const [i, at] of gone.entries()) {
    (meets[at] as number[]).push(kept[i] as number);
    goneMeans[at] = (goneMeans[at] as number) + (scores[i] as number);
  }
  for (const at of goneMeans.keys()) goneMeans[at] = (goneMeans[at] as number) / (meets[at] as number[]).length;

  // Normal equations of the kept side once the gone side is eliminated: singular, as a constant can move between the two.
  const normal = square(keptCount);
  const right = new Float64Array(keptCount);
  for (const [i, at] of kept.entries()) {
    normal.values[at * keptCount + at] = (normal.values[at * keptCount + at] as number) + 1;
    right[at] = (right[at] as number) + (scores[i] as number) - (goneMeans[gone[i] as number] as number);
  }
  for (const places of meets) {
    for (const a of places) {
      for (const b of places) {
        normal.values[a * keptCount + b] = (normal.values[a * keptCount + b] as number) - 1 / places.length;
      }
    }
  }
  const covariance = pseudoInverse(normal);
  const effects = Array.from({ length: keptCount }, (_, r) =>
    right.reduce((sum, value, c) => sum + (covariance.values[r * keptCount + c] as number) * value, 0),
  );
  const rest = meets.map(
    (places, at) => (goneMeans[at] as number) - mean(places.map((place) => effects[place] as number)),
  );
  return { kept: effects, gone: rest, covariance, leverages: leveragesOf(kept, gone, meets, covariance), meets };
}

/** Of the matrix of a connected part, whose only null vector is the constant: the ones added before are taken off again. */
function pseudoInverse(normal: Matrix): Matrix {
  const { size } = normal;
  const full = square(size);
  for (const [at, value] of normal.values.entries()) full.values[at] = value + 1 / size;
  const inverted = inverse(full);
  if (!inverted) throw new Error("the ratings of a part are not connected");
  for (const [at, value] of inverted.values.entries()) inverted.values[at] = value - 1 / size;
  return inverted;
}

/** How much each rating draws its own fitted value. */
function leveragesOf(
  kept: readonly number[],
  gone: readonly number[],
  meets: readonly (readonly number[])[],
  covariance: Matrix,
): number[] {
  const { size, values } = covariance;
  const drawn = meets.map((places) => {
    const vector = timesSparse(covariance, places, 1 / places.length);
    return { vector, square: mean(places.map((place) => vector[place] as number)) };
  });
  return kept.map((at, i) => {
    const place = gone[i] as number;
    const { vector, square: own } = drawn[place] as { vector: Float64Array; square: number };
    return (
      1 / (meets[place] as readonly number[]).length +
      (values[at * size + at] as number) -
      2 * (vector[at] as number) +
      own
    );
  });
}

/** Variances of the gone side's effects once these add up to 0, by unit of variance. */
function centredFactors({ covariance, meets }: Solved): number[] {
  const count = meets.length;
  const { size, values } = covariance;
  const average = new Float64Array(size);
  for (const places of meets) {
    for (const place of places) average[place] = (average[place] as number) + 1 / places.length / count;
  }
  const inverses = meets.reduce((sum, places) => sum + 1 / places.length, 0);
  return meets.map((places) => {
    const contrast = average.map((value) => -value);
    for (const place of places) contrast[place] = (contrast[place] as number) + 1 / places.length;
    let quadratic = 0;
    for (const [r, left] of contrast.entries()) {
      if (left === 0) continue;
      for (const [c, right] of contrast.entries()) quadratic += left * right * (values[r * size + c] as number);
    }
    return (1 - 2 / count) / places.length + inverses / count ** 2 + quadratic;
  });
}

const diagonal = ({ size, values }: Matrix): number[] =>
  Array.from({ length: size }, (_, at) => values[at * size + at] as number);

function studentise(e: number, leverage: number, variance: number | undefined, freedom: number): number | undefined {
  const free = 1 - leverage;
  if (variance === undefined || freedom < 2 || free < 1e-9) return undefined;
  const without = (freedom * variance - (e * e) / free) / (freedom - 1);
  return without > 1e-12 ? e / Math.sqrt(without * free) : undefined;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
