import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CellBlocks } from "../../../src/engine/columns/cell-blocks.ts";
import {
  cellBlocksFor,
  enterCells,
  findCells,
  forgetCells,
  roomForRows,
} from "../../../src/engine/columns/cell-blocks.ts";
import { createBatch, rangeOf } from "../../../src/model/batch.ts";

/** Codes of any cell: mostly small numbers, some marks, and now and then the ends of what there is room for. */
function codes(isWide: boolean): fc.Arbitrary<number> {
  const [least, most] = rangeOf(createBatch(1, isWide, 1).cells);
  return fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 0, max: 600 }) },
    { weight: 1, arbitrary: fc.integer({ min: -most - 1, max: least - 1 }) },
    { weight: 1, arbitrary: fc.constantFrom(least, -1, most) },
  );
}

/** Enters rows in batches of so many. */
function entered(rows: readonly (readonly number[])[], width: number, isWide: boolean, atOnce: number): CellBlocks {
  const batch = createBatch(width, isWide, atOnce);
  const blocks = cellBlocksFor(batch)();
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    batch.cells.set(some.flat());
    enterCells(blocks, from, batch.cells, 0, some.length);
  }
  return blocks;
}

function cellsOf(blocks: CellBlocks, rows: readonly number[]): number[][] {
  const places = new Int32Array(rows.length);
  const found = findCells(blocks, Int32Array.from(rows), places, roomForRows(blocks, rows.length));
  return Array.from(places, (from) => Array.from(found.subarray(from, from + blocks.width)));
}

describe("cells in blocks", () => {
  it.each([false, true])("are found as they were entered, in any order of rows (wide: %s)", (isWide) => {
    const width = fc.integer({ min: 1, max: 9 });
    const given = width.chain((cells) =>
      fc.record({
        width: fc.constant(cells),
        rows: fc.array(fc.array(codes(isWide), { minLength: cells, maxLength: cells }), {
          minLength: 1,
          maxLength: 60,
        }),
        atOnce: fc.constantFrom(1, 2, 3),
        seed: fc.integer(),
      }),
    );
    fc.assert(
      fc.property(given, ({ width, rows, atOnce, seed }) => {
        const blocks = entered(rows, width, isWide, atOnce);
        const mixed = [...rows.keys()].sort((a, b) => ((a * 7 + seed) % 5) - ((b * 7 + seed) % 5));
        for (const order of [[...rows.keys()], mixed, mixed.slice(0, 1)]) {
          expect(cellsOf(blocks, order)).toEqual(order.map((row) => rows[row]));
        }
      }),
    );
  });

  it("take few bits where they are many", () => {
    const rows = Array.from({ length: 64 }, (_, row) => [row % 500, 3, -0x8000]);
    const blocks = entered(rows, 3, false, 1);
    const packed = blocks.full.filter((block) => block !== undefined && "words" in block);
    expect(packed.length).toBe(8);
    for (const { words } of packed) expect(words.length).toBeLessThanOrEqual(9);
  });

  it("are forgotten but for the blocks with rows that are kept", () => {
    const rows = Array.from({ length: 20 }, (_, row) => [row]);
    const blocks = entered(rows, 1, false, 1);
    forgetCells(
      blocks,
      Uint8Array.from(rows, (_, row) => (row === 9 ? 1 : 0)),
    );
    expect(cellsOf(blocks, [9, 16, 19])).toEqual([[9], [16], [19]]);
    expect(() => cellsOf(blocks, [9, 3])).toThrow("forgotten");
  });
});
