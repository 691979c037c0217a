import type { CellCodes } from "../../model/batch.ts";
import { rangeOf } from "../../model/batch.ts";

/** The cells of rows, of which there are two to the power of something, in bits; those of each row begin in a word of their own. */
export interface PackedCells {
  readonly words: Int32Array;
  /** Words of a row. */
  readonly stride: number;
  /** By cell. */
  readonly fields: readonly Field[];
  readonly rows: number;
}

/** How a cell is written. */
interface Field {
  /** Where it begins in its row, in bits. */
  readonly start: number;
  readonly bits: number;
  /** How many marks there are: they come first. */
  readonly marks: number;
  /** The number behind them. */
  readonly least: number;
}

/** A cell that takes all bits of a word: no value is below such a mark. */
const asItIs = { bits: 32, marks: -0x80000000, least: -0x80000000 };

/** Gives room for so many words. */
export type Shelf = (words: number) => Int32Array;

/** Such an array is given back to the system when nobody needs it any more; the C library keeps smaller ones. */
const largeWords = 9 << 20;

/** Room in large arrays, one after the other; what stands in the same one is forgotten together. */
export function createShelf(): Shelf {
  let array = new Int32Array();
  let taken = 0;
  return (words) => {
    if (taken + words > array.length) {
      array = new Int32Array(Math.max(words, Math.min(largeWords, words * 1024)));
      taken = 0;
    }
    taken += words;
    return array.subarray(taken - words, taken);
  };
}

export function packed(codes: CellCodes, width: number, shelf: Shelf): PackedCells {
  const fields: Field[] = [];
  let start = 0;
  for (let cell = 0; cell < width; cell++) {
    const { least, marks, kinds } = rangeIn(codes, cell, width);
    const bits = kinds <= 1 ? 0 : 32 - Math.clz32(kinds - 1);
    fields.push(bits === 32 ? { start, ...asItIs } : { start, bits, marks, least });
    start += bits;
  }
  const stride = (start + 31) >> 5;
  const rows = codes.length / width;
  // A value is read with the word behind it, which it may reach into.
  const words = shelf(rows * stride + 1);
  for (const [cell, field] of fields.entries()) pack(codes, cell, width, field, words, stride);
  return { words, stride, fields, rows };
}

/** The lowest code of an array, which is a mark, and the least that is a number. */
function lowestIn(codes: CellCodes): readonly [lowest: number, leastNumber: number] {
  const [leastNumber, most] = rangeOf(codes);
  return [-most - 1, leastNumber];
}

/** The least number of a cell, how many marks come before it, and how many codes there may be with both. */
function rangeIn(codes: CellCodes, cell: number, width: number) {
  const [lowest, leastNumber] = lowestIn(codes);
  let [least, most, isMarked] = [0x7fffffff, leastNumber - 1, false];
  for (let at = cell; at < codes.length; at += width) {
    const code = codes[at] as number;
    if (code < leastNumber) isMarked = true;
    else {
      if (code < least) least = code;
      if (code > most) most = code;
    }
  }
  const marks = isMarked ? leastNumber - lowest : 0;
  return most < least ? { least: leastNumber, marks, kinds: marks } : { least, marks, kinds: marks + most - least + 1 };
}

function pack(
  codes: CellCodes,
  cell: number,
  width: number,
  { start, bits, marks, least }: Field,
  words: Int32Array,
  stride: number,
): void {
  const [lowest] = lowestIn(codes);
  const shift = start & 31;
  const isCut = shift + bits > 32;
  for (let at = cell, word = start >> 5; at < codes.length; at += width, word += stride) {
    const code = codes[at] as number;
    const value = code < least ? code - lowest : code - least + marks;
    words[word] = (words[word] as number) | (value << shift);
    if (isCut) words[word + 1] = (words[word + 1] as number) | (value >>> (32 - shift));
  }
}

/** Puts the cells of the rows at `rows[from]` up to `to`, by their numbers in all blocks, at their places among `rows`. */
export function unpack(cells: PackedCells, rows: Int32Array, from: number, to: number, into: CellCodes): void {
  for (let cell = 0; cell < cells.fields.length; cell++) unpackCell(cells, cell, rows, from, to, into);
}

function unpackCell(
  { words, stride, fields, rows: size }: PackedCells,
  cell: number,
  rows: Int32Array,
  from: number,
  to: number,
  into: CellCodes,
): void {
  const { start, bits, marks, least } = fields[cell] as Field;
  const width = fields.length;
  const [lowest] = lowestIn(into);
  const [first, shift, last] = [start >> 5, start & 31, size - 1];
  const mask = bits === 32 ? -1 : (1 << bits) - 1;
  if (shift + bits <= 32 && marks === 0) {
    for (let at = from, place = from * width + cell; at < to; at++, place += width) {
      const word = Math.imul((rows[at] as number) & last, stride) + first;
      into[place] = (((words[word] as number) >>> shift) & mask) + least;
    }
    return;
  }
  // Shifted by 32 it would be shifted by nothing.
  const rest = 31 - shift;
  for (let at = from, place = from * width + cell; at < to; at++, place += width) {
    const word = Math.imul((rows[at] as number) & last, stride) + first;
    const value = (((words[word] as number) >>> shift) | (((words[word + 1] as number) << 1) << rest)) & mask;
    into[place] = value < marks ? lowest + value : value - marks + least;
  }
}
