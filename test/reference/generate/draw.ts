import fc from "fast-check";

/** Random choices in plain code; each one is fast-check's own, so that a failure shrinks. */
export interface Draw {
  /** A whole number from `min` to `max`. */
  readonly int: (min: number, max: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  /** True about once in `times`. */
  readonly rarely: (times: number) => boolean;
  /** As many as `times` says, each made anew. */
  readonly list: <T>(min: number, max: number, make: (index: number) => T) => T[];
}

/** A value that `make` builds from random choices. */
export function drawn<T>(make: (draw: Draw) => T): fc.Arbitrary<T> {
  return fc.gen().map((gen) => {
    const int = (min: number, max: number): number => gen(integer, min, max);
    const draw: Draw = {
      int,
      one: (list) => list[int(0, list.length - 1)] as (typeof list)[number],
      // The plain case is 0, toward which numbers shrink.
      rarely: (times) => int(0, times - 1) === times - 1,
      list: (min, max, each) => Array.from({ length: int(min, max) }, (_, index) => each(index)),
    };
    return make(draw);
  });
}

const integer = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
