/** A symmetric matrix, row by row. */
export interface Matrix {
  readonly size: number;
  readonly values: Float64Array;
}

export const square = (size: number): Matrix => ({ size, values: new Float64Array(size * size) });

/** The inverse of a positive definite matrix, by Cholesky's factor; undefined where it is not positive definite. */
export function inverse({ size, values }: Matrix): Matrix | undefined {
  const lower = Float64Array.from(values);
  if (!factor(lower, size)) return undefined;
  const result = square(size);
  const column = new Float64Array(size);
  for (let c = 0; c < size; c++) {
    solve(lower, size, c, column);
    for (let r = 0; r < size; r++) result.values[r * size + c] = column[r] as number;
  }
  return result;
}

/** Replaces the lower triangle by L, where L·Lᵀ is the matrix. */
function factor(a: Float64Array, n: number): boolean {
  for (let r = 0; r < n; r++) {
    for (let c = 0; c <= r; c++) {
      let value = a[r * n + c] as number;
      for (let k = 0; k < c; k++) value -= (a[r * n + k] as number) * (a[c * n + k] as number);
      if (r !== c) a[r * n + c] = value / (a[c * n + c] as number);
      else if (value > 1e-12 * Math.max(1, a[r * n + r] as number)) a[r * n + r] = Math.sqrt(value);
      else return false;
    }
  }
  return true;
}

/** Solves L·Lᵀ·x = e with the unit vector number `unit`. */
function solve(lower: Float64Array, n: number, unit: number, x: Float64Array): void {
  x.fill(0);
  x[unit] = 1;
  for (let r = unit; r < n; r++) {
    let value = x[r] as number;
    for (let k = unit; k < r; k++) value -= (lower[r * n + k] as number) * (x[k] as number);
    x[r] = value / (lower[r * n + r] as number);
  }
  // Row by row, as the factor is stored: down its columns takes several times as long.
  for (let r = n - 1; r >= 0; r--) {
    const value = (x[r] as number) / (lower[r * n + r] as number);
    x[r] = value;
    for (let k = 0; k < r; k++) x[k] = (x[k] as number) - (lower[r * n + k] as number) * value;
  }
}

/** `matrix` times a sparse vector that has `weight` at each of the `places`. */
export function timesSparse({ size, values }: Matrix, places: readonly number[], weight: number): Float64Array {
  const result = new Float64Array(size);
  for (const place of places) {
    for (let r = 0; r < size; r++) result[r] = (result[r] as number) + weight * (values[place * size + r] as number);
  }
  return result;
}
