import type { Work } from "../law/work.ts";
import type { Ledger } from "./ledger.ts";

/** How the rows of ledgers are scored, a page of some thousand at once. */
export interface Scoring {
  /** By node of the stage, then by place in the page, in units; `leftOut` where it does not apply. Nothing for marked rows, here and below. */
  readonly nodes: readonly Int32Array[];
  /** By place in the page. */
  readonly unclamped: Int32Array;
  /** Scores the rows of a page. `wanted`: the items whose scores are asked for, besides those that others need. */
  page(ledger: Ledger, rows: Int32Array, wanted: readonly number[]): void;
  /** Shows how each row of a page is scored, as the law's expressions look at it: it is another's when the next is shown. */
  visit(ledger: Ledger, rows: Int32Array, see: (work: Work, at: number) => void): void;
  /** The scores of a row that is not marked, by node, and its total before it is cut; absent where only the law knows them. */
  readonly alone?: (ledger: Ledger, row: number) => { readonly scores: number[]; readonly unclamped: number };
  /** Enters totals and bands of all rows, and marks those whose scores are more than whole numbers. @returns whether all totals are whole */
  settle(ledger: Ledger): boolean;
}
