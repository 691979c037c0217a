/**
 * A block of bytes that is filled and handed on, again and again. What is put into it may overrun by some bytes, which the next
 * piece overwrites: so pieces are copied four bytes at a time.
 */
export interface ByteBlock {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  at: number;
}

/** Bytes at which a block is handed on, and room for what comes before that is noticed. */
export const blockBytes = 1 << 17;
const slack = 1 << 16;

export function createBlock(): ByteBlock {
  const bytes = new Uint8Array(blockBytes + slack);
  return { bytes, view: new DataView(bytes.buffer), at: 0 };
}

/** What stands in a block; it is empty then. */
export function taken(block: ByteBlock): Uint8Array {
  const bytes = block.bytes.subarray(0, block.at);
  block.at = 0;
  return bytes;
}

const encoder = new TextEncoder();

/** Puts a text; one that is longer than the slack is given back in bytes of its own, behind those of the block. */
export function* putText(block: ByteBlock, text: string): Generator<Uint8Array> {
  if (text.length * 3 <= block.bytes.length - block.at) {
    block.at += encoder.encodeInto(text, block.bytes.subarray(block.at)).written;
    return;
  }
  yield taken(block);
  yield encoder.encode(text);
}

const zero = 0x30;

/** Puts a whole number from 0 on in decimal digits. @returns where it ends */
export function putNumber(bytes: Uint8Array, at: number, number: number): number {
  if (number < 10) {
    bytes[at] = zero + number;
    return at + 1;
  }
  let end = at;
  for (let rest = number; rest > 0; rest = Math.floor(rest / 10)) end++;
  let rest = number;
  for (let digit = end - 1; digit >= at; digit--) {
    const higher = Math.floor(rest / 10);
    bytes[digit] = zero + rest - higher * 10;
    rest = higher;
  }
  return end;
}

/** Bytes that are put often, by number. */
export interface Pieces {
  count: number;
  bytes: Uint8Array;
  view: DataView;
  offsets: Uint32Array;
}

export function createPieces(): Pieces {
  const bytes = new Uint8Array(1024);
  return { count: 0, bytes, view: new DataView(bytes.buffer), offsets: new Uint32Array(65) };
}

/** Makes room for further bytes of the piece that is being added. */
function widen(pieces: Pieces, end: number): void {
  if (end + 4 <= pieces.bytes.length) return;
  const wider = new Uint8Array((end + 4) * 2);
  wider.set(pieces.bytes);
  pieces.bytes = wider;
  pieces.view = new DataView(wider.buffer);
}

/** Adds a text to the end of the last piece, see {@link endPiece}. `at`: where it ends so far. @returns where it ends then */
export function addText(pieces: Pieces, at: number, text: string): number {
  widen(pieces, at + text.length * 3);
  return at + encoder.encodeInto(text, pieces.bytes.subarray(at)).written;
}

/** Ends a piece. @returns its number */
export function endPiece(pieces: Pieces, at: number): number {
  const number = pieces.count++;
  if (pieces.count >= pieces.offsets.length) {
    const longer = new Uint32Array(pieces.count * 2);
    longer.set(pieces.offsets);
    pieces.offsets = longer;
  }
  pieces.offsets[number + 1] = at;
  return number;
}

/** Where the piece that is being added starts. */
export const pieceStart = ({ offsets, count }: Pieces): number => offsets[count] as number;

/** @returns where the piece ends in the block */
export function putPiece(
  { view, offsets }: Pick<Pieces, "view" | "offsets">,
  number: number,
  to: DataView,
  at: number,
): number {
  const start = offsets[number] as number;
  const length = (offsets[number + 1] as number) - start;
  for (let byte = 0; byte < length; byte += 4) to.setInt32(at + byte, view.getInt32(start + byte, true), true);
  return at + length;
}
