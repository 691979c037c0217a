import type { Matrix } from "./matrix.ts";

/** A vector that is 0 but in some places. */
type Sparse = ReadonlyMap<number, number>;

/**
 * The variance of the mean effect of some raters, by unit of the residuals' variance, where the effects of all raters add up
 * to 0. `covariance`: of the side whose equations were solved. `meets`: where that is not the raters', the members of it that
 * each rater meets.
 */
export function factorOfMean(
  covariance: Matrix,
  meets: readonly (readonly number[])[] | undefined,
): (raters: readonly number[]) => number {
  if (!meets) return (raters) => quadratic(covariance, new Map(raters.map((rater) => [rater, 1 / raters.length])));
  const everybody = [...meets.keys()];
  const average = sharesOf(meets, everybody);
  const drawn = times(covariance, average);
  const base = dot(average, drawn) + inverses(meets, everybody) / everybody.length ** 2;
  // The mean of some less the mean of all: of their own ratings' noise, and of that of the side they meet.
  return (raters) => {
    const own = sharesOf(meets, raters);
    const weight = 1 / raters.length;
    const noise = (weight ** 2 - (2 * weight) / everybody.length) * inverses(meets, raters);
    return noise + quadratic(covariance, own) - 2 * dot(own, drawn) + base;
  };
}

/** How much each member of the solved side counts in the mean of what some raters meet. */
function sharesOf(meets: readonly (readonly number[])[], raters: readonly number[]): Sparse {
  const shares = new Map<number, number>();
  for (const rater of raters) {
    const places = meets[rater] as readonly number[];
    for (const place of places) shares.set(place, (shares.get(place) ?? 0) + 1 / places.length / raters.length);
  }
  return shares;
}

const inverses = (meets: readonly (readonly number[])[], raters: readonly number[]): number =>
  raters.reduce((sum, rater) => sum + 1 / (meets[rater] as readonly number[]).length, 0);

function times({ size, values }: Matrix, x: Sparse): Float64Array {
  const product = new Float64Array(size);
  for (const [place, weight] of x) {
    for (let r = 0; r < size; r++) product[r] = (product[r] as number) + weight * (values[place * size + r] as number);
  }
  return product;
}

function dot(x: Sparse, y: Float64Array): number {
  let sum = 0;
  for (const [place, weight] of x) sum += weight * (y[place] as number);
  return sum;
}

function quadratic({ size, values }: Matrix, x: Sparse): number {
  let sum = 0;
  for (const [r, left] of x) {
    for (const [c, right] of x) sum += left * right * (values[r * size + c] as number);
  }
  return sum;
}
