import type { Exact } from "../../number/exact.ts";
import type { Plan } from "../../model/plan.ts";
import type { Work } from "../law/work.ts";
import type { PreparedStage } from "../stage.ts";
import { createKernelScoring } from "./kernel-scoring.ts";
import { createLawScoring } from "./law-scoring.ts";
import type { Ledger } from "./ledger.ts";
import { noBand, noTotal } from "./ledger.ts";
import { isPlainScoring } from "./plain-plan.ts";

/** How the rows of a ledger are scored, a page of some thousand at once. */
export interface Scoring {
  /** By node of the stage, then by place in the page, in units; {@link leftOut} where it does not apply. Nothing for marked rows, here and below. */
  readonly nodes: readonly Int32Array[];
  /** By place in the page. */
  readonly unclamped: Int32Array;
  /** Scores the rows of a page. `wanted`: the items whose scores are asked for, besides those that others need. */
  page(rows: Int32Array, wanted: readonly number[]): void;
  /** Shows how each row of a page is scored, as the law's expressions look at it: it is another's when the next is shown. */
  visit(rows: Int32Array, see: (work: Work, at: number) => void): void;
  /** Enters totals and bands of some rows, and marks those whose scores are more than whole numbers. @returns whether all totals are whole */
  settle(rows: Int32Array): boolean;
}

/** By kernels where every word that says how to score is plain, else by the law. */
export const createScoring = (plan: Plan, prepared: PreparedStage, ledger: Ledger): Scoring =>
  (isPlainScoring(plan.stage) ? createKernelScoring : createLawScoring)(plan, prepared, ledger);

/** Enters the total of a row. @returns whether it is whole, or there is none */
export function enterTotal(ledger: Ledger, row: number, total: Exact | undefined, bandOf: (total: number) => number) {
  ledger.total[row] = isSmall(total) ? total : noTotal;
  ledger.band[row] = isSmall(total) ? bandOf(total) : noBand;
  return isSmall(total) || total === undefined;
}

/** Is it a whole number that has room in a column? */
export const isSmall = (units: Exact | undefined): units is number =>
  typeof units === "number" && Math.abs(units) < -noTotal;
