/**
 * Distinct texts by their bytes in UTF-8. A text is known by a small number, and its bytes stand once: a million names take
 * the memory of their letters, and comparing two of them makes no strings. The arrays are replaced as they grow.
 */
export interface Texts {
  count: number;
  /** All texts one behind the other; text `id` from `offsets[id]` to `offsets[id + 1]`. */
  bytes: Uint8Array;
  view: DataView;
  offsets: Uint32Array;
  hashes: Int32Array;
  /** By the end of its hash a text's number, -1 where there is none; never more than half full. */
  slots: Int32Array;
}

const fewest = 64;
/** Of the hash by Fowler, Noll and Vo (FNV-1a), 32 bits. */
const [basis, prime] = [0x811c9dc5 | 0, 0x01000193];

export function createTexts(): Texts {
  const bytes = new Uint8Array(fewest * 8);
  return {
    count: 0,
    bytes,
    view: new DataView(bytes.buffer),
    offsets: new Uint32Array(fewest + 1),
    hashes: new Int32Array(fewest),
    slots: new Int32Array(fewest * 2).fill(-1),
  };
}

/** The number of the text that stands in `from`; a new one is added. */
export function intern(texts: Texts, from: Uint8Array, start: number, end: number): number {
  const hash = hashOf(from, start, end);
  const found = find(texts, from, start, end, hash);
  return found >= 0 ? found : append(texts, from, start, end, hash);
}

/** The number of a text that is known, else -1. */
export const known = (texts: Texts, from: Uint8Array, start: number, end: number): number =>
  find(texts, from, start, end, hashOf(from, start, end));

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
let written = new Uint8Array(256);

export function internText(texts: Texts, text: string): number {
  if (text.length * 3 > written.length) written = new Uint8Array(text.length * 6);
  return intern(texts, written, 0, encoder.encodeInto(text, written).written);
}

export function textAt({ bytes, offsets }: Texts, id: number): string {
  const [start, end] = [offsets[id] as number, offsets[id + 1] as number];
  if (end - start > longestShort) return decoder.decode(bytes.subarray(start, end));
  // Most texts are short and plain, of which the decoder is slow to make one.
  let text = "";
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

const longestShort = 24;

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

function hashOf(from: Uint8Array, start: number, end: number): number {
  let hash = basis;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (from[at] as number), prime);
  return hash ^ (hash >>> 15);
}

function find(texts: Texts, from: Uint8Array, start: number, end: number, hash: number): number {
  const { slots, hashes, offsets, bytes } = texts;
  const mask = slots.length - 1;
  const length = end - start;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const id = slots[slot] as number;
    if (id < 0) return -1;
    const at = offsets[id] as number;
    if (hashes[id] !== hash || (offsets[id + 1] as number) - at !== length) continue;
    let same = 0;
    while (same < length && bytes[at + same] === from[start + same]) same++;
    if (same === length) return id;
  }
}

function append(texts: Texts, from: Uint8Array, start: number, end: number, hash: number): number {
  const id = texts.count++;
  const at = texts.offsets[id] as number;
  const length = end - start;
  if (id + 1 >= texts.offsets.length) texts.offsets = grown(texts.offsets, id * 2);
  if (id >= texts.hashes.length) texts.hashes = grown(texts.hashes, id * 2);
  if (at + length > texts.bytes.length) {
    texts.bytes = grown(texts.bytes, (at + length) * 2);
    texts.view = new DataView(texts.bytes.buffer);
  }
  for (let byte = 0; byte < length; byte++) texts.bytes[at + byte] = from[start + byte] as number;
  texts.offsets[id + 1] = at + length;
  texts.hashes[id] = hash;
  if (texts.count * 2 > texts.slots.length) spread(texts);
  else enter(texts.slots, hash, id);
  return id;
}

function enter(slots: Int32Array, hash: number, id: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
  slots[slot] = id;
}

function spread(texts: Texts): void {
  texts.slots = new Int32Array(texts.slots.length * 2).fill(-1);
  for (let id = 0; id < texts.count; id++) enter(texts.slots, texts.hashes[id] as number, id);
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
