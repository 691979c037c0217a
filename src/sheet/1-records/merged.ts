import type { SheetRecord } from "./records.ts";

/**
 * A row as a person sees it: cells that are merged with one above show what stands in that one. Not where that one is in the header
 * or above it, in line `head` at the most.
 */
export function filledDown(record: SheetRecord, head: number): SheetRecord {
  const { merged, numbers } = record;
  if (!merged || ![...merged.values()].some(({ line }) => line > head)) return record;
  const rowOf = (at: number): SheetRecord | undefined => {
    const above = merged.get(at);
    return above && above.line > head ? above : undefined;
  };
  return {
    ...record,
    cells: record.cells.map((cell, at) => rowOf(at)?.cells[at] ?? cell),
    numbers: {
      has: (at) => (rowOf(at)?.numbers ?? numbers)?.has(at) === true,
      shown: (at) => (rowOf(at)?.numbers ?? numbers)?.shown(at) ?? "",
    },
  };
}
