import type { Batch, CellCodes } from "../../model/batch.ts";
import { grown } from "../../text/texts.ts";
import type { PackedCells, Shelf } from "./packed-cells.ts";
import { createShelf, packed, unpack } from "./packed-cells.ts";

/**
 * The cells of rows, `width` for each. They stand in blocks, so that nothing is copied as they become more; where they are
 * very many, those of a full block take as few bits as its own numbers need.
 */
export interface CellBlocks {
  readonly width: number;
  /** Two to the power of it are the rows of a block. */
  readonly shift: number;
  readonly full: (CellCodes | PackedCells | undefined)[];
  /** Of the rows behind those. */
  open: CellCodes;
  readonly room: Room;
  readonly shelf: Shelf;
}

/** What is shared by all blocks: how many more rows are kept as they are, as that is faster. */
interface Room {
  rows: number;
}

const fewest = 256;

/** Makes the blocks of what comes in such batches. */
export function cellBlocksFor({ cells, width, lines }: Batch): () => CellBlocks {
  // Some batches are a block, and a million rows are not very many; in batches of one row few are.
  const shift = 35 - Math.clz32(lines.length - 1);
  const room = { rows: lines.length ** 2 };
  return () => ({
    width,
    shift,
    full: [],
    open: roomFor(cells, Math.min(1 << shift, fewest) * width),
    room,
    shelf: createShelf(),
  });
}

const roomFor = (like: CellCodes, length: number): CellCodes =>
  like instanceof Int16Array ? new Int16Array(length) : new Int32Array(length);

/** Room for the cells of some rows. */
export const roomForRows = ({ open, width }: CellBlocks, rows: number): CellCodes => roomFor(open, rows * width);

/** Enters the cells of the rows from `from` up to `to` of a batch behind those of `count` rows. */
export function enterCells(blocks: CellBlocks, count: number, codes: CellCodes, from: number, to: number): void {
  const { width, shift } = blocks;
  const size = 1 << shift;
  for (let row = from; row < to; ) {
    const at = (count + row - from) & (size - 1);
    const some = Math.min(to - row, size - at);
    makeRoom(blocks, (at + some) * width);
    copy(codes, row * width, blocks.open, at * width, some * width);
    row += some;
    if (at + some === size) close(blocks);
  }
}

function makeRoom(blocks: CellBlocks, length: number): void {
  const { open, width, shift } = blocks;
  if (length > open.length) blocks.open = grown(open, Math.min(width << shift, length * 2));
}

/** The open block is full. */
function close(blocks: CellBlocks): void {
  const { open, width, shift, full, room, shelf } = blocks;
  if (room.rows < 1 << shift) full.push(packed(open, width, shelf));
  else {
    room.rows -= 1 << shift;
    full.push(open);
    blocks.open = roomFor(open, open.length);
  }
}

/** As many cells as are copied faster at once than one by one. */
const manyCells = 256;

function copy(from: CellCodes, start: number, into: CellCodes, to: number, count: number): void {
  if (count >= manyCells) into.set(from.subarray(start, start + count), to);
  else for (let cell = 0; cell < count; cell++) into[to + cell] = from[start + cell] as number;
}

/**
 * Finds the cells of some rows.
 * @param places by row, where its cells begin in what is given
 * @param room for the rows, where they do not stand together
 */
export function findCells(blocks: CellBlocks, rows: Int32Array, places: Int32Array, room: CellCodes): CellCodes {
  const { shift, width, full, open } = blocks;
  for (let from = 0, to = 0; from < rows.length; from = to) {
    const block = (rows[from] as number) >> shift;
    to = endOfBlock(rows, from, shift);
    const cells = block < full.length ? full[block] : open;
    if (!cells) throw new Error("cells that were forgotten are asked for");
    if ("words" in cells) unpack(cells, rows, from, to, room);
    else {
      for (let at = from; at < to; at++) places[at] = ((rows[at] as number) & ((1 << shift) - 1)) * width;
      if (to - from === rows.length) return cells;
      for (let at = from; at < to; at++) copy(cells, places[at] as number, room, at * width, width);
    }
  }
  for (let at = 0; at < rows.length; at++) places[at] = at * width;
  return room;
}

/** Lets go of the full blocks without a row that is kept. @param kept by row, 1 for those */
export function forgetCells({ full, shift }: CellBlocks, kept: Uint8Array): void {
  for (const block of full.keys()) {
    if (!kept.subarray(block << shift, (block + 1) << shift).includes(1)) full[block] = undefined;
  }
}

/** The place behind the rows from `from` on that stand in one block. */
function endOfBlock(rows: Int32Array, from: number, shift: number): number {
  const block = (rows[from] as number) >> shift;
  let to = from + 1;
  while (to < rows.length && (rows[to] as number) >> shift === block) to++;
  return to;
}
