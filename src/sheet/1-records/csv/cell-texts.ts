const slots = 1 << 13;
/** Bytes of the longest text that is kept. */
const longest = 24;

/** Makes the text of a cell from its bytes; `hash` and `isAscii` are of those bytes. */
export type CellTexts = (bytes: Buffer, start: number, end: number, hash: number, isAscii: boolean) => string;

/**
 * Keeps the texts of short cells by their bytes, since the cells of a sheet have few different ones and making a string costs
 * more than all else that is done with a cell. A text takes the place of another whose hash ends alike, so that memory does not grow.
 */
function createCellTexts(): CellTexts {
  const texts = new Array<string>(slots).fill("");
  const lengths = new Uint8Array(slots);
  const kept = new Uint8Array(slots * longest);

  function isKept(bytes: Buffer, start: number, length: number, slot: number): boolean {
    if (lengths[slot] !== length) return false;
    const from = slot * longest;
    for (let at = 0; at < length; at++) if (kept[from + at] !== bytes[start + at]) return false;
    return true;
  }

  return (bytes, start, end, hash, isAscii) => {
    const length = end - start;
    if (length === 0) return "";
    const encoding = isAscii ? "latin1" : "utf8";
    if (length > longest) return bytes.toString(encoding, start, end);
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    if (isKept(bytes, start, length, slot)) return texts[slot] as string;
    const text = bytes.toString(encoding, start, end);
    texts[slot] = text;
    lengths[slot] = length;
    for (let at = 0; at < length; at++) kept[slot * longest + at] = bytes[start + at] as number;
    return text;
  };
}

let all: CellTexts | undefined;

/** Those of all files, whose cells are often alike: the room for them takes longer to make than a small file to read. */
export function cellTexts(): CellTexts {
  all ??= createCellTexts();
  return all;
}
