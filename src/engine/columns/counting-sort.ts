import { count as numbers } from "./gather.ts";
import type { Workspace } from "./workspace.ts";
import { createWorkspace } from "./workspace.ts";

/**
 * Positions 0..count-1 in the order of some keys, the first of which matters most; low numbers first. Equal ones keep their
 * order. People have few different totals, so that counting is faster than comparing.
 */
export function sortedBy(
  count: number,
  keys: readonly Int32Array[],
  workspace: Workspace = createWorkspace(),
): Int32Array<ArrayBuffer> {
  const own = numbers(count);
  let order = own;
  let room: Room | undefined;
  for (const key of keys.toReversed()) {
    if (inOrder(order, key) === count) continue;
    room ??= { found: digitsIn(workspace, count), spare: workspace("order", count) };
    order = stablySorted(order, key, room);
  }
  // What is in the workspace is overwritten.
  if (order !== own) own.set(order);
  return own;
}

const digitsIn = (workspace: Workspace, count: number): Uint16Array =>
  new Uint16Array(workspace("digits", Math.ceil(count / 2)).buffer, 0, count);

const digits = 1 << 16;

interface Room {
  /** The digit of each place. */
  readonly found: Uint16Array;
  /** For the next order; then that of the last one. */
  spare: Int32Array<ArrayBuffer>;
}

function stablySorted(order: Int32Array<ArrayBuffer>, key: Int32Array, room: Room): Int32Array<ArrayBuffer> {
  const least = leastOf(order, key);
  const range = -leastOf(order, key, -1) - least;
  // Few people: they are compared sooner than all the totals that they could have are counted.
  if (range > order.length * 32) return order.sort((a, b) => (key[a] as number) - (key[b] as number));
  if (range < digits) return counted(order, key, least, 1, range + 1, room);
  const low = counted(order, key, least, 1, digits, room);
  return counted(low, key, least, digits, Math.floor(range / digits) + 1, room);
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
  room: Room,
): Int32Array<ArrayBuffer> {
  const starts = new Int32Array(range + 1);
  const { found, spare } = room;
  countDigits(order, key, least, unit, range, found, starts);
  for (let digit = 1; digit <= range; digit++)
    starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
  room.spare = order;
  return placed(order, found, starts, spare);
}

function countDigits(
  order: Int32Array,
  key: Int32Array,
  least: number,
  unit: number,
  range: number,
  found: Uint16Array,
  starts: Int32Array,
): void {
  for (let place = 0; place < order.length; place++) {
    const value = (key[order[place] as number] as number) - least;
    const digit = (unit === 1 ? value : Math.floor(value / unit)) % range;
    found[place] = digit;
    starts[digit + 1] = (starts[digit + 1] as number) + 1;
  }
}

function placed(
  order: Int32Array,
  found: Uint16Array,
  starts: Int32Array,
  sorted: Int32Array<ArrayBuffer>,
): Int32Array<ArrayBuffer> {
  for (let place = 0; place < order.length; place++) {
    const digit = found[place] as number;
    const to = starts[digit] as number;
    sorted[to] = order[place] as number;
    starts[digit] = to + 1;
  }
  return sorted;
}

/** 1 at each place of `order` where a run of positions begins whose keys are all equal. */
export function startsOf(order: Int32Array, keys: readonly Int32Array[]): Uint8Array {
  const starts = new Uint8Array(order.length);
  if (order.length > 0) starts[0] = 1;
  for (const key of keys) markStarts(starts, order, key);
  return starts;
}

function markStarts(starts: Uint8Array, order: Int32Array, key: Int32Array): void {
  for (let place = 1; place < order.length; place++) {
    if (key[order[place] as number] !== key[order[place - 1] as number]) starts[place] = 1;
  }
}

/** The place behind the run that begins at `from`. */
export function endOf(starts: Uint8Array, from: number): number {
  let to = from + 1;
  while (to < starts.length && starts[to] === 0) to++;
  return to;
}

export function areEqual(keys: readonly Int32Array[], a: number, b: number): boolean {
  for (const key of keys) if (key[a] !== key[b]) return false;
  return true;
}
