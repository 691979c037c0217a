/**
 * Positions 0..count-1 in the order of some keys, the first of which matters most; low numbers first. Equal ones keep their
 * order. People have few different totals, so that counting is faster than comparing.
 */
export function sortedBy(count: number, keys: readonly Int32Array[]): Int32Array<ArrayBuffer> {
  let order = Int32Array.from({ length: count }, (_, at) => at);
  for (const key of keys.toReversed()) order = stablySorted(order, key);
  return order;
}

const digits = 1 << 16;

function stablySorted(order: Int32Array<ArrayBuffer>, key: Int32Array): Int32Array<ArrayBuffer> {
  let [least, most] = [0x7fffffff, -0x80000000];
  let isSorted = true;
  let before = -0x80000000;
  for (const at of order) {
    const value = key[at] as number;
    if (value < least) least = value;
    if (value > most) most = value;
    if (value < before) isSorted = false;
    before = value;
  }
  if (isSorted) return order;
  const range = most - least;
  if (range < digits) return counted(order, range + 1, (at) => (key[at] as number) - least);
  const low = counted(order, digits, (at) => ((key[at] as number) - least) % digits);
  return counted(low, Math.floor(range / digits) + 1, (at) => Math.floor(((key[at] as number) - least) / digits));
}

function counted(
  order: Int32Array<ArrayBuffer>,
  range: number,
  digit: (at: number) => number,
): Int32Array<ArrayBuffer> {
  const starts = new Int32Array(range + 1);
  for (const at of order) starts[digit(at) + 1] = (starts[digit(at) + 1] as number) + 1;
  for (let value = 1; value <= range; value++)
    starts[value] = (starts[value] as number) + (starts[value - 1] as number);
  const sorted = new Int32Array(order.length);
  for (const at of order) {
    const value = digit(at);
    const to = starts[value] as number;
    sorted[to] = at;
    starts[value] = to + 1;
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
