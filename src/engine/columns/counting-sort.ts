import { count as numbers } from "./gather.ts";

/**
 * Positions 0..count-1 in the order of some keys, the first of which matters most; low numbers first. Equal ones keep their
 * order. People have few different totals, so that counting is faster than comparing.
 */
export function sortedBy(count: number, keys: readonly Int32Array[]): Int32Array<ArrayBuffer> {
  let order = numbers(count);
  for (const key of keys.toReversed()) order = stablySorted(order, key);
  return order;
}

const digits = 1 << 16;
/** Of the last sort: arrays of this size are not to be made for each key. */
let found = new Int32Array();

function stablySorted(order: Int32Array<ArrayBuffer>, key: Int32Array): Int32Array<ArrayBuffer> {
  if (inOrder(order, key) === order.length) return order;
  const least = leastOf(order, key);
  const range = -leastOf(order, key, -1) - least;
  if (range < digits) return counted(order, key, least, 1, range + 1);
  const low = counted(order, key, least, 1, digits);
  return counted(low, key, least, digits, Math.floor(range / digits) + 1);
}

/** How many positions from the first on are in order. */
function inOrder(order: Int32Array, key: Int32Array): number {
  let before = -0x80000000;
  for (let place = 0; place < order.length; place++) {
    const value = key[order[place] as number] as number;
    if (value < before) return place;
    before = value;
  }
  return order.length;
}

/** The least key, or with the sign −1 the greatest one with its sign turned. */
function leastOf(order: Int32Array, key: Int32Array, sign: 1 | -1 = 1): number {
  let least = 0x7fffffff;
  for (let place = 0; place < order.length; place++) {
    const value = sign * (key[order[place] as number] as number);
    if (value < least) least = value;
  }
  return least;
}

/** Sorts by one digit of `key - least`: that of `unit`, of which there are `range` at most. */
function counted(
  order: Int32Array<ArrayBuffer>,
  key: Int32Array,
  least: number,
  unit: number,
  range: number,
): Int32Array<ArrayBuffer> {
  const starts = new Int32Array(range + 1);
  if (found.length < order.length) found = new Int32Array(order.length);
  countDigits(order, key, least, unit, range, starts);
  for (let digit = 1; digit <= range; digit++)
    starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
  return placed(order, starts, new Int32Array(order.length));
}

function countDigits(
  order: Int32Array,
  key: Int32Array,
  least: number,
  unit: number,
  range: number,
  starts: Int32Array,
): void {
  for (let place = 0; place < order.length; place++) {
    const value = (key[order[place] as number] as number) - least;
    const digit = (unit === 1 ? value : Math.floor(value / unit)) % range;
    found[place] = digit;
    starts[digit + 1] = (starts[digit + 1] as number) + 1;
  }
}

function placed(order: Int32Array, starts: Int32Array, sorted: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  for (let place = 0; place < order.length; place++) {
    const digit = found[place] as number;
    const to = starts[digit] as number;
    sorted[to] = order[place] as number;
    starts[digit] = to + 1;
  }
  return sorted;
}

/** Calls `run` with each run of positions in `order` whose keys are all equal, from one to before another. */
export function eachRun(order: Int32Array, keys: readonly Int32Array[], run: (from: number, to: number) => void): void {
  let from = 0;
  for (let to = 1; to <= order.length; to++) {
    if (to < order.length && areEqual(keys, order[from] as number, order[to] as number)) continue;
    run(from, to);
    from = to;
  }
}

export function areEqual(keys: readonly Int32Array[], a: number, b: number): boolean {
  for (const key of keys) if (key[a] !== key[b]) return false;
  return true;
}
