import { batchRows } from "../../model/batch.ts";

/** Rows in runs of as many as are looked at at once. */
export function* pagesOf(rows: Int32Array): Generator<Int32Array> {
  for (let from = 0; from < rows.length; from += batchRows) yield rows.subarray(from, from + batchRows);
}
