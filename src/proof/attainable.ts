/** A set of whole numbers from `low` on: `has[n]` says of `low + n`. */
export interface Attainable {
  readonly low: number;
  readonly has: Uint8Array;
}

/** The most numbers between the least and the greatest of a set; beyond it nothing is worked out. */
const widest = 1 << 20;

export function ofValues(values: readonly number[]): Attainable {
  // There may be more than a call takes arguments.
  const low = values.reduce((least, value) => Math.min(least, value));
  const has = new Uint8Array(values.reduce((most, value) => Math.max(most, value)) - low + 1);
  for (const value of values) has[value - low] = 1;
  return { low, has };
}

/** The multiples of `step` from `least` to `most`. */
export function ofSteps(least: number, most: number, step: number): Attainable {
  const low = Math.ceil(least / step) * step;
  const has = new Uint8Array(Math.max(most - low, 0) + 1);
  for (let at = 0; at < has.length; at += step) has[at] = 1;
  return { low, has };
}

export function* valuesOf({ low, has }: Attainable): Generator<number> {
  for (let at = 0; at < has.length; at++) if (has[at] === 1) yield low + at;
}

export const mapped = (set: Attainable, change: (value: number) => number): Attainable =>
  ofValues([...valuesOf(set)].map(change));

/** What is in either of two sets. */
export const either = (a: Attainable, b: Attainable): Attainable => {
  const low = Math.min(a.low, b.low);
  const has = new Uint8Array(Math.max(a.low + a.has.length, b.low + b.has.length) - low);
  for (const set of [a, b]) for (const value of valuesOf(set)) has[value - low] = 1;
  return { low, has };
};

/** All sums of a number of `a` and one of `b`; undefined where they lie too far apart. */
export function sums(a: Attainable, b: Attainable): Attainable | undefined {
  const length = a.has.length + b.has.length - 1;
  if (length > widest) return undefined;
  const has = new Uint8Array(length);
  const step = stepOf(b);
  if (step === undefined) {
    for (let more = 0; more < b.has.length; more++) {
      if (b.has[more] === 1) for (let at = 0; at < a.has.length; at++) if (a.has[at] === 1) has[at + more] = 1;
    }
    return { low: a.low + b.low, has };
  }
  // Of equal steps those that reach a number are counted on from the number a step below.
  const reach = new Int32Array(length);
  const window = b.has.length - 1 + step;
  for (let at = 0; at < length; at++) {
    reach[at] = (a.has[at] ?? 0) + (reach[at - step] ?? 0) - (a.has[at - window] ?? 0);
    if ((reach[at] as number) > 0) has[at] = 1;
  }
  return { low: a.low + b.low, has };
}

/** The step of a set that holds every multiple of it between its ends; undefined for any other. */
function stepOf({ has }: Attainable): number | undefined {
  const step = has.indexOf(1, 1);
  if (step < 0 || (has.length - 1) % step !== 0) return undefined;
  for (let at = 0; at < has.length; at++) if ((has[at] === 1) !== (at % step === 0)) return undefined;
  return step;
}

/** The greater of a number of `a` and one of `b`, for every pair. */
export function greatest(a: Attainable, b: Attainable): Attainable {
  const least = Math.max(a.low, b.low);
  return ofValues([...valuesOf(a), ...valuesOf(b)].filter((value) => value >= least));
}

/** Is a number of the set at least `from` and below `to`? */
export function hasWithin({ low, has }: Attainable, from: number, to: number): boolean {
  const first = has.indexOf(1, Math.max(from - low, 0));
  return first >= 0 && low + first < to;
}

/** The least number of the set that is not below `from`. */
export function nextFrom({ low, has }: Attainable, from: number): number | undefined {
  const first = has.indexOf(1, Math.max(from - low, 0));
  return first < 0 ? undefined : low + first;
}
