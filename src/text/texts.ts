/** Texts by their bytes in UTF-8, one behind the other; text `id` from `offsets[id]` to `offsets[id + 1]`. The arrays are replaced as they grow. */
export interface TextList {
  count: number;
  bytes: Buffer;
  view: DataView;
  offsets: Uint32Array;
}

/** Numbers of things by their hashes. The arrays are replaced as they grow. */
export interface HashTable {
  count: number;
  /** By number. */
  hashes: Int32Array;
  /** By the end of its hash a thing's number, -1 where there is none; never more than three quarters full. */
  slots: Int32Array;
}

/**
 * Distinct texts. A text is known by a small number, and its bytes stand once: a million names take the memory of their letters,
 * and comparing two of them makes no strings. Where they are {@link settle settled} there are no hashes.
 */
export interface Texts extends TextList, HashTable {}

const fewest = 64;
/** Of the hash, in which each bit of the texts counts; the scanner of CSV makes the same (`sheet/1-records/csv/bulk/scanner`). */
const [basis, factor] = [0x811c9dc5 | 0, 0x5bd1e995];

export const createHashTable = (): HashTable => ({
  count: 0,
  hashes: new Int32Array(fewest),
  slots: new Int32Array(fewest * 2).fill(-1),
});

export function createTexts(): Texts {
  const bytes = Buffer.alloc(fewest * 8);
  return { ...createHashTable(), bytes, view: viewOf(bytes), offsets: new Uint32Array(fewest + 1) };
}

const viewOf = ({ buffer, byteOffset, byteLength }: Buffer): DataView => new DataView(buffer, byteOffset, byteLength);

/** The number of the text that stands in `from`; a new one is added. */
export function intern(texts: Texts, from: Uint8Array, start: number, end: number): number {
  const hash = hashOf(from, start, end);
  const found = find(texts, from, start, end, hash);
  return found >= 0 ? found : append(texts, from, start, end, hash);
}

/** The number of a text that is known, else -1. */
export const known = (texts: Texts, from: Uint8Array, start: number, end: number): number =>
  find(texts, from, start, end, hashOf(from, start, end));

/** The number of a text that is known, else -1. */
export function knownText(texts: Texts, text: string): number {
  const length = write(text);
  return known(texts, written, 0, length);
}

export function internText(texts: Texts, text: string): number {
  const length = write(text);
  return intern(texts, written, 0, length);
}

const encoder = new TextEncoder();
let written = new Uint8Array(256);

/** Puts the bytes of a text into {@link written}. @returns how many they are */
function write(text: string): number {
  if (text.length * 3 > written.length) written = new Uint8Array(text.length * 6);
  return encoder.encodeInto(text, written).written;
}

export const textAt = ({ bytes, offsets }: TextList, id: number): string =>
  bytes.toString("utf8", offsets[id], offsets[id + 1]);

/** Negative when text `a` stands before `b` in the order of code points, which is that of bytes in UTF-8. */
export function compareTexts({ bytes, offsets }: Texts, a: number, b: number): number {
  let [left, right] = [offsets[a] as number, offsets[b] as number];
  const [leftEnd, rightEnd] = [offsets[a + 1] as number, offsets[b + 1] as number];
  for (; left < leftEnd && right < rightEnd; left++, right++) {
    const difference = (bytes[left] as number) - (bytes[right] as number);
    if (difference !== 0) return difference;
  }
  return leftEnd - left - (rightEnd - right);
}

/** Are two texts the same but for figures, and made of ASCII without spaces and colons? */
export function differInFigures(a: TextList, one: number, b: TextList, other: number): boolean {
  const [start, from] = [a.offsets[one] as number, b.offsets[other] as number];
  const length = (a.offsets[one + 1] as number) - start;
  if ((b.offsets[other + 1] as number) - from !== length) return false;
  for (let at = 0; at < length; at++) {
    const [byte, same] = [a.bytes[start + at] as number, b.bytes[from + at] as number];
    if (byte === same ? byte <= space || byte > tilde || byte === colon : !isDigit(byte) || !isDigit(same))
      return false;
  }
  return true;
}

const [space, tilde, colon, zero, nine] = [0x20, 0x7e, 0x3a, 0x30, 0x39];
const isDigit = (byte: number): boolean => byte >= zero && byte <= nine;

/** Bytes, and a view of the same. */
export interface ReadableBytes {
  readonly bytes: Buffer;
  readonly view: DataView;
}

/** The number of the text `from[start, end)`, which has this hash and is likely `likely`; -1 where it is not known. */
export function numberOf(
  texts: Texts,
  from: ReadableBytes,
  start: number,
  end: number,
  hash: number,
  likely: number,
): number {
  const isIt = likely >= 0 && likely < texts.count && texts.hashes[likely] === hash;
  return isIt && stands(texts, likely, from.view, start, end) ? likely : find(texts, from.bytes, start, end, hash);
}

/** Is this the text of a number? Four bytes are compared at a time. */
function stands({ offsets, view: own }: Texts, id: number, view: DataView, start: number, end: number): boolean {
  let from = offsets[id] as number;
  if ((offsets[id + 1] as number) - from !== end - start) return false;
  let at = start;
  for (; at + 4 <= end; from += 4, at += 4) if (own.getInt32(from) !== view.getInt32(at)) return false;
  for (; at < end; from++, at++) if (own.getUint8(from) !== view.getUint8(at)) return false;
  return true;
}

/** Four bytes are hashed at a time. */
export function hashOf(from: Uint8Array, start: number, end: number): number {
  let hash = basis;
  for (let at = start; at < end; at += 4) {
    let word = from[at] as number;
    for (let next = 1; next < 4 && at + next < end; next++) word |= (from[at + next] as number) << (8 * next);
    hash = Math.imul(hash ^ word, factor);
    hash ^= hash >>> 15;
  }
  return hash;
}

function find(texts: Texts, from: Uint8Array, start: number, end: number, hash: number): number {
  if (texts.slots.length === 0) unsettle(texts);
  const { slots, hashes } = texts;
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const id = slots[slot] as number;
    if (id < 0 || (hashes[id] === hash && isText(texts, id, from, start, end))) return id;
  }
}

/** The number of the thing under a hash of which `isMeant` holds; -1 where there is none. */
export function numberUnder({ slots, hashes }: HashTable, hash: number, isMeant: (id: number) => boolean): number {
  const mask = slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const id = slots[slot] as number;
    if (id < 0 || (hashes[id] === hash && isMeant(id))) return id;
  }
}

/** Adds a thing under its hash. @returns its number */
export function addUnder(table: HashTable, hash: number): number {
  const id = table.count++;
  enterHash(table, id, hash);
  return id;
}

/** Adds a text under its hash. @returns its number */
export function append(texts: Texts, from: Uint8Array, start: number, end: number, hash: number): number {
  const id = addText(texts, from, start, end);
  enterHash(texts, id, hash);
  return id;
}

function enterHash(table: HashTable, id: number, hash: number): void {
  if (id >= table.hashes.length) table.hashes = grown(table.hashes, (id + 1) * 2);
  table.hashes[id] = hash;
  if (table.count * 4 > table.slots.length * 3) spread(table, table.slots.length * 2);
  else enter(table.slots, hash, id);
}

function addText(list: TextList, from: Uint8Array, start: number, end: number): number {
  const id = list.count++;
  const at = list.offsets[id] as number;
  const length = end - start;
  if (id + 1 >= list.offsets.length) list.offsets = grown(list.offsets, (id + 1) * 2);
  // Texts are copied four bytes at a time.
  if (at + length + 4 > list.bytes.length) {
    const wider = Buffer.alloc((at + length + 4) * 2);
    wider.set(list.bytes);
    list.bytes = wider;
    list.view = viewOf(wider);
  }
  const { bytes } = list;
  for (let byte = 0; byte < length; byte++) bytes[at + byte] = from[start + byte] as number;
  list.offsets[id + 1] = at + length;
  return id;
}

/** Is this the text of a number? */
function isText({ bytes, offsets }: TextList, id: number, from: Uint8Array, start: number, end: number): boolean {
  const at = offsets[id] as number;
  const length = end - start;
  if ((offsets[id + 1] as number) - at !== length) return false;
  let same = 0;
  while (same < length && bytes[at + same] === from[start + same]) same++;
  return same === length;
}

function enter(slots: Int32Array, hash: number, id: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
  slots[slot] = id;
}

/**
 * Forgets how texts are found, for when all of them are known: that takes as much room as many of them. It is worked out again
 * where one is asked for.
 */
export function settle(texts: Texts): void {
  texts.hashes = new Int32Array();
  texts.slots = new Int32Array();
}

function unsettle(texts: Texts): void {
  const { bytes, offsets, count } = texts;
  texts.hashes = new Int32Array(Math.max(fewest, count));
  for (let id = 0; id < count; id++) {
    texts.hashes[id] = hashOf(bytes, offsets[id] as number, offsets[id + 1] as number);
  }
  spread(texts, Math.max(fewest * 2, 2 ** Math.ceil(Math.log2(count * 2))));
}

function spread(table: HashTable, length: number): void {
  table.slots = new Int32Array(length).fill(-1);
  for (let id = 0; id < table.count; id++) enter(table.slots, table.hashes[id] as number, id);
}

/** The same numbers in an array with more room. */
export function grown<T extends Uint8Array | Uint16Array | Int16Array | Uint32Array | Int32Array>(
  array: T,
  length: number,
): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}
