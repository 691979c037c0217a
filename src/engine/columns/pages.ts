import { batchRows } from "../../model/batch.ts";

/** Rows in runs of as many as are looked at at once. */
export function* pagesOf(rows: Int32Array): Generator<Int32Array> {
  for (let from = 0; from < rows.length; from += batchRows) yield rows.subarray(from, from + batchRows);
}

/** The same of all rows from the first on; what is given is overwritten by the next page. */
export function* pagesUpTo(count: number): Generator<Int32Array> {
  const page = new Int32Array(Math.min(count, batchRows));
  for (let from = 0; from < count; from += batchRows) {
    const rows = page.subarray(0, Math.min(batchRows, count - from));
    for (let at = 0; at < rows.length; at++) rows[at] = from + at;
    yield rows;
  }
}
