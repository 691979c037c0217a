import type { Work } from "../law/work.ts";
import type { Ledger } from "./ledger.ts";
import type { Roster } from "./roster.ts";

/** How those of a roster are scored, a page of some thousand at once. */
export interface Scoring<R extends Roster> {
  /** By node of the stage, then by place in the page; `leftOut` where it does not apply. Nothing for marked rows, here and below. */
  readonly nodes: readonly Int32Array[];
  /** By place in the page. */
  readonly unclamped: Int32Array;
  /**
   * Scores the rows of a page; one with a number that has no room is marked. `wanted`: the items whose scores are asked for, besides those
   * that others need.
   */
  page(roster: R, rows: Int32Array, wanted: readonly number[]): void;
  /**
   * Shows how each row of a page is scored, as the law's expressions look at it: it is another's when the next is shown. Absent where
   * they look at more than that.
   */
  readonly visit?: ((roster: R, rows: Int32Array, see: (work: Work, at: number) => void) => void) | undefined;
}

/** How rows of ledgers are scored. */
export interface RowScoring extends Scoring<Ledger> {
  /** The scores of a row that is not marked, by node, and its total before it is cut; absent where only the law knows them. */
  readonly alone?: (ledger: Ledger, row: number) => { readonly scores: number[]; readonly unclamped: number };
  /** Enters totals and bands of all rows, and marks those whose scores are more than whole numbers. @returns whether all totals are whole */
  settle(ledger: Ledger): boolean;
}
