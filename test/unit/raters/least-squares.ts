import type { Part } from "../../../src/raters/connectivity.ts";
import { targetOf } from "../../../src/raters/ratings.ts";

/** The model of one part with all its parameters at once, by Gaussian elimination: slow and obvious. */
export function fullModel({ raters, targets, ratings }: Part) {
  const width = raters.length + targets.length;
  const rows = ratings.map((rating) => {
    const row = new Array<number>(width).fill(0);
    row[raters.indexOf(rating.rater)] = 1;
    row[raters.length + targets.indexOf(targetOf(rating))] = 1;
    return row;
  });
  // That the effects of raters add up to 0 is one more equation, which is met exactly.
  const constraint = raters.map(() => 1).concat(targets.map(() => 0));
  const normal = Array.from({ length: width }, (_, i) =>
    Array.from({ length: width }, (__, j) => dot(rows, i, j) + (constraint[i] as number) * (constraint[j] as number)),
  );
  const inverted = invert(normal);
  const right = Array.from({ length: width }, (_, i) =>
    ratings.reduce((sum, { score }, r) => sum + (rows[r]?.[i] as number) * score, 0),
  );
  const solution = inverted.map((row) => row.reduce((sum, value, i) => sum + value * (right[i] as number), 0));
  const residuals = ratings.map(({ score }, r) => score - times(rows[r] as number[], solution));
  const freedom = ratings.length - width + 1;
  const variance = residuals.reduce((sum, e) => sum + e * e, 0) / freedom;
  const leverages = rows.map((row) =>
    times(
      row,
      inverted.map((line) => times(line, row)),
    ),
  );
  const design = Array.from({ length: width }, (_, i) => Array.from({ length: width }, (__, j) => dot(rows, i, j)));
  // Covariance of the effects over the variance: G·XᵀX·G.
  const errorOfMean = (places: readonly number[]): number => {
    const line = Array.from(
      { length: width },
      (_, c) => places.reduce((sum, place) => sum + (inverted[place]?.[c] as number), 0) / places.length,
    );
    const drawn = design.map((row) => times(row, line));
    return Math.sqrt(Math.max(0, times(line, drawn) * variance));
  };
  return {
    effects: solution.slice(0, raters.length),
    errors: raters.map((_, at) => errorOfMean([at])),
    errorOfMean,
    fair: solution.slice(raters.length),
    residuals,
    leverages,
    freedom,
    variance,
  };
}

const dot = (rows: readonly number[][], i: number, j: number): number =>
  rows.reduce((sum, row) => sum + (row[i] as number) * (row[j] as number), 0);
const times = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

function invert(matrix: readonly number[][]): number[][] {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c; r < n; r++) if (Math.abs(work[r]?.[c] as number) > Math.abs(work[pivot]?.[c] as number)) pivot = r;
    [work[c], work[pivot]] = [work[pivot] as number[], work[c] as number[]];
    const head = work[c] as number[];
    const scale = head[c] as number;
    for (const [at, value] of head.entries()) head[at] = value / scale;
    for (const [r, row] of work.entries()) {
      const factor = row[c] as number;
      if (r === c || factor === 0) continue;
      for (const [at, value] of head.entries()) row[at] = (row[at] as number) - factor * value;
    }
  }
  return work.map((row) => row.slice(n));
}
