// Exact fractions for the checks of the examples. They share nothing with the program, not even its numbers.

/** `d` is positive; nothing is cancelled. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}
/** A text is a decimal as sheets write it: `89.5`, `89,5`, `-4`. */
export type Num = Fraction | number | string;

export function exact(value: Num): Fraction {
  if (typeof value === "object") return value;
  const [, sign, whole, rest = ""] = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(`${value}`) ?? [];
  if (whole === undefined) throw new Error(`"${value}" is no decimal`);
  return { n: BigInt(`${sign}${whole}${rest}`), d: 10n ** BigInt(rest.length) };
}

export function plus(...values: readonly Num[]): Fraction {
  return values.map(exact).reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }), { n: 0n, d: 1n });
}
export function times(...values: readonly Num[]): Fraction {
  return values.map(exact).reduce((a, b) => ({ n: a.n * b.n, d: a.d * b.d }), { n: 1n, d: 1n });
}
export function minus(a: Num, ...rest: readonly Num[]): Fraction {
  return plus(a, times(-1, plus(...rest)));
}
export function over(a: Num, b: Num): Fraction {
  const [{ n, d }, by] = [exact(a), exact(b)];
  if (by.n === 0n) throw new Error("a division by 0");
  return by.n > 0n ? { n: n * by.d, d: d * by.n } : { n: -n * by.d, d: -d * by.n };
}
export function mean(values: readonly Num[]): Fraction {
  return over(plus(...values), values.length);
}

/** Below 0 where `a` is the smaller one. */
export function compare(a: Num, b: Num): number {
  const difference = minus(a, b).n;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const atLeast = (a: Num, b: Num): boolean => compare(a, b) >= 0;
export function least(...values: readonly Num[]): Fraction {
  return values.map(exact).reduce((a, b) => (compare(a, b) <= 0 ? a : b));
}
export function most(...values: readonly Num[]): Fraction {
  return values.map(exact).reduce((a, b) => (compare(a, b) >= 0 ? a : b));
}

/** To so many places; a half goes away from zero. */
export function rounded(value: Num, places: number): Fraction {
  const { n, d } = exact(value);
  const unit = 10n ** BigInt(places);
  const size = (2n * (n < 0n ? -n : n) * unit + d) / (2n * d);
  return { n: n < 0n ? -size : size, d: unit };
}
/** The whole number at or below a value that is not negative. */
export function whole(value: Num): number {
  const { n, d } = exact(value);
  return Number(n / d);
}
