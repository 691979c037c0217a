type Numbers = Uint8Array | Uint16Array | Int32Array;

/** What stands in `from` at each of some places; `into` an array for as many. */
export function gather<T extends Numbers>(from: Numbers, places: Int32Array, into: T): T {
  for (let at = 0; at < places.length; at++) into[at] = from[places[at] as number] as number;
  return into;
}

/** The lowest numbers, 0 and so on. */
export function count(length: number): Int32Array<ArrayBuffer> {
  const numbers = new Int32Array(length);
  for (let at = 0; at < length; at++) numbers[at] = at;
  return numbers;
}
