import type { Matrix } from "./matrix.ts";
import { inverse, square, timesSparse } from "./matrix.ts";

/** Who rated whom in one part, as places. `kept` is the side with fewer members, whose equations are solved. */
export interface Sides {
  /** By rating. */
  readonly kept: readonly number[];
  readonly gone: readonly number[];
  readonly keptCount: number;
  readonly goneCount: number;
}

/** The additive model value = kept + gone of any values of the ratings, solved by least squares. */
export interface Design {
  /** Of the kept side, by unit of variance. */
  readonly covariance: Matrix;
  /** For each member of the gone side, the kept ones that it meets. */
  readonly meets: readonly (readonly number[])[];
  /** The effects of both sides; those of the kept side add up to 0. `values`: by rating. */
  solve(values: readonly number[]): { readonly kept: readonly number[]; readonly gone: readonly number[] };
}

export function createDesign(sides: Sides): Design {
  const { kept, gone, keptCount, goneCount } = sides;
  const meets: number[][] = Array.from({ length: goneCount }, () => []);
  for (const [i, at] of gone.entries()) (meets[at] as number[]).push(kept[i] as number);
  const covariance = pseudoInverse(normalEquations(sides, meets));
  return {
    covariance,
    meets,
    solve(values) {
      const means = new Float64Array(goneCount);
      for (const [i, at] of gone.entries()) means[at] = (means[at] as number) + (values[i] as number);
      for (const at of means.keys()) means[at] = (means[at] as number) / (meets[at] as number[]).length;
      const right = new Float64Array(keptCount);
      for (const [i, at] of kept.entries()) {
        right[at] = (right[at] as number) + (values[i] as number) - (means[gone[i] as number] as number);
      }
      const effects = Array.from({ length: keptCount }, (_, r) =>
        right.reduce((sum, value, c) => sum + (covariance.values[r * keptCount + c] as number) * value, 0),
      );
      const rest = meets.map((places, at) => {
        const met = places.reduce((sum, place) => sum + (effects[place] as number), 0);
        return (means[at] as number) - met / places.length;
      });
      return { kept: effects, gone: rest };
    },
  };
}

/** Of the kept side once the gone side is eliminated: singular, as a constant can move between the two. */
function normalEquations({ kept, keptCount }: Sides, meets: readonly (readonly number[])[]): Matrix {
  const normal = square(keptCount);
  for (const at of kept) normal.values[at * keptCount + at] = (normal.values[at * keptCount + at] as number) + 1;
  for (const places of meets) {
    for (const a of places) {
      for (const b of places) {
        normal.values[a * keptCount + b] = (normal.values[a * keptCount + b] as number) - 1 / places.length;
      }
    }
  }
  return normal;
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
export function leveragesOf({ gone, kept }: Sides, { covariance, meets }: Design): readonly number[] {
  const { size, values } = covariance;
  const ratings: number[][] = meets.map(() => []);
  for (const [i, at] of gone.entries()) (ratings[at] as number[]).push(i);
  const leverages = new Array<number>(gone.length);
  for (const [at, places] of meets.entries()) {
    const vector = timesSparse(covariance, places, 1 / places.length);
    const own = places.reduce((sum, place) => sum + (vector[place] as number), 0) / places.length;
    for (const i of ratings[at] as number[]) {
      const place = kept[i] as number;
      leverages[i] = 1 / places.length + (values[place * size + place] as number) - 2 * (vector[place] as number) + own;
    }
  }
  return leverages;
}
