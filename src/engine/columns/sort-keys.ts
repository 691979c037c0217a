import type { CellCodes } from "../../model/batch.ts";
import { batchRows } from "../../model/batch.ts";
import type { Classed } from "../../model/report.ts";
import type { Row } from "../../model/row.ts";
import type { SortKey } from "../../model/stage.ts";
import { gather } from "./gather.ts";
import type { Kernels } from "./kernels.ts";
import type { Ledger } from "./ledger.ts";
import { noBand, noTotal, rowAt } from "./ledger.ts";

/** What the rows of a period are put in order by, as whole numbers: the lower the better. */
export interface SortKeys {
  /** By key, then by position; undefined where one is no whole number for somebody who has a total. */
  of(keys: readonly SortKey[], bands: Uint8Array): readonly Int32Array[] | undefined;
}

export function createSortKeys(
  ledger: Ledger,
  kernels: Kernels,
  rows: Int32Array,
  classedOf: (row: Row) => Classed,
): SortKeys {
  const page = createPage(ledger, kernels);
  const known = new Map<string, Int32Array | undefined>();
  const turnedKeys = new Map<string, Int32Array>();

  /** What a key reads of each row, before it is turned. */
  function valuesOf({ kind, ...by }: SortKey["by"], bands: Uint8Array): Int32Array | undefined {
    if (kind === "band") return negated(bands);
    if (kind === "total") return gather(ledger.total, rows, new Int32Array(rows.length));
    const id = `${kind} ${"index" in by ? by.index : ""}`;
    if (!known.has(id)) known.set(id, scoresOf(kind === "unclamped" ? undefined : (by as { index: number }).index));
    return known.get(id);
  }

  /** Of a node, or the total before its limit. */
  function scoresOf(node: number | undefined): Int32Array | undefined {
    const values = new Int32Array(rows.length);
    for (let from = 0; from < rows.length; from += batchRows) {
      const some = rows.subarray(from, from + batchRows);
      page(some, node === undefined ? [] : [node]);
      const scores = node === undefined ? kernels.exact : (kernels.nodes[node] as Int32Array);
      for (let at = 0; at < some.length; at++) {
        const row = some[at] as number;
        const plain = scores[at] as number;
        let value: unknown = node === undefined ? kernels.unclampedOf(plain) : plain;
        if (ledger.marked[row] === 1 && ledger.total[row] !== noTotal) {
          const { scores: own, unclamped } = classedOf(rowAt(ledger, row));
          value = node === undefined ? unclamped : own[node];
        } else if (ledger.marked[row] === 1) value = 0;
        if (typeof value !== "number" || Math.abs(value) >= -noTotal) return undefined;
        values[from + at] = value;
      }
    }
    return values;
  }

  return {
    of(keys, bands) {
      const turned: Int32Array[] = [];
      for (const { by, ascending } of keys) {
        const values = valuesOf(by, bands);
        if (!values) return undefined;
        // Nobody without a class is compared with anybody.
        const id = `${by.kind} ${"index" in by ? by.index : ""} ${ascending}`;
        // Bands change from quota to quota, but never who has one.
        const before = by.kind === "band" ? undefined : turnedKeys.get(id);
        const key = before ?? (ascending ? values.slice() : negated(values));
        if (!before) for (let at = 0; at < bands.length; at++) if (bands[at] === noBand) key[at] = 0;
        turnedKeys.set(id, key);
        turned.push(key);
      }
      return turned;
    },
  };
}

function negated(values: Int32Array | Uint8Array): Int32Array {
  const opposite = new Int32Array(values.length);
  for (let at = 0; at < values.length; at++) opposite[at] = -(values[at] as number);
  return opposite;
}

/** Scores the rows of a ledger by {@link Kernels}, a page at a time. */
export function createPage(ledger: Ledger, kernels: Kernels): (rows: Int32Array, wanted: readonly number[]) => void {
  const { width } = ledger;
  const cells: CellCodes =
    ledger.cells.slice(0, 0).constructor === Int16Array
      ? new Int16Array(batchRows * width)
      : new Int32Array(batchRows * width);
  const marked = new Uint8Array(batchRows);
  return (rows, wanted) => {
    const from = ledger.cells;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const base = row * width;
      for (let cell = 0; cell < width; cell++) cells[at * width + cell] = from[base + cell] as number;
      marked[at] = ledger.marked[row] as number;
    }
    kernels.run(cells, rows.length, marked, wanted);
  };
}
