import type { Exact } from "../number/exact.ts";
import type { AlertStep, AwardStep, Classing, QuotaStep, RankStep } from "./derivation-class.ts";
import type { CellRead, Combining, Input, Joined, Lack, NodeStep, Rating, TotalStep } from "./derivation-scores.ts";
import type { Node } from "./node.ts";
import type { Plan } from "./plan.ts";
import type { Result } from "./report.ts";
import type { Cell, Row } from "./row.ts";
import type { Rollup, Stage } from "./stage.ts";

/**
 * How one result came about, step by step, as data: each view words it for itself. All scores are exact and in points
 * (the sheet cells and what {@link Result} and the plan hold are in their own units); bands are indexes into
 * `stage.bands`.
 */
export interface Derivation {
  readonly plan: Plan;
  readonly stage: Stage;
  readonly period: string;
  readonly provisional: boolean;
  readonly result: Result;
  readonly scoring: Scoring;
  readonly classing: Classing;
  /** The quotas that had to decide about this subject, in the order in which they did. */
  readonly quotas: readonly QuotaStep[];
  /** Absent without a rank. */
  readonly ranking?: RankStep;
  readonly awards: readonly AwardStep[];
  readonly alerts: readonly AlertStep[];
  /** What would change the class; absent where nobody asked. */
  readonly change?: Change;
}

/** Where the total comes from: a row, the rows of several raters, or the results of shorter periods. */
export type Scoring =
  | RowScoring
  | RollupScoring
  /** Rows that cover a longer period as a whole: their own scoring, on which the total of that period acts. */
  | { readonly kind: "whole"; readonly of: RowScoring; readonly total?: TotalStep }
  /** The authority gave the total (a decision `rate`). */
  | { readonly kind: "decided"; readonly total: TotalStep }
  /** Its row had an error and was left out. */
  | { readonly kind: "left_out" };

/** What the rows of one period come to. */
export type RowScoring =
  | { readonly kind: "row"; readonly row: Row; readonly nodes: readonly NodeStep[]; readonly total?: TotalStep }
  /** `level: item`: the combined scores are in `nodes`, what each rater gave is in their items. */
  | {
      readonly kind: "rated_items";
      readonly ratings: readonly Rating[];
      readonly nodes: readonly NodeStep[];
      readonly total?: TotalStep;
    }
  /** `level: total`. */
  | {
      readonly kind: "rated_totals";
      readonly ratings: readonly (Rating & { readonly nodes: readonly NodeStep[]; readonly joined?: Joined })[];
      readonly combined?: Combining;
      /** Why the ratings give no total. */
      readonly lack?: Lack;
      readonly total?: TotalStep;
    };

export interface RollupScoring {
  readonly kind: "rollup";
  readonly how: Rollup["score"];
  /** The stage of the parts: their bands are its. */
  readonly of: Stage;
  readonly atLeast: number;
  /** Every sub-period, oldest first. */
  readonly parts: readonly PartStep[];
  /** What is scored in this period alone: absent without such items. */
  readonly own?: { readonly row?: Row; readonly nodes: readonly NodeStep[] };
  /** What an expression reads besides the parts. */
  readonly inputs: readonly Input[];
  /** The expression, where the score is one. */
  readonly formula?: string;
  readonly total?: TotalStep;
}

export interface PartStep {
  readonly period: string;
  /** From an earlier run. */
  readonly isPast: boolean;
  /** Absent: the subject has no row for it. */
  readonly result?: Result;
  readonly total?: Exact;
  readonly use: "counts" | "zero" | "left_out" | "blocks";
  readonly weight?: Exact;
}

/** What one other cell would do to the class of a rated subject. */
export interface Change {
  /** `points`: the quotas were left out, as computing the whole period again and again would take too long. */
  readonly basis: "whole" | "points";
  /** The smallest rise of one score that gives a better band; absent where no single one does. */
  readonly up?: SingleChange;
  /** Where there is none: the smallest rise with which the points would do, although the band stays. */
  readonly upByPoints?: SingleChange;
  /** The smallest fall of one score that gives a worse band. */
  readonly down?: SingleChange;
  /** Items without a cell of their own, which were not tried. */
  readonly untried: readonly Node[];
}

export interface SingleChange {
  readonly node: Node;
  readonly cell: CellRead;
  /** What the cell would hold. */
  readonly to: Cell;
  /** The item's score by its scale, now and then; in points. */
  readonly scores: readonly [now: Exact, then: Exact];
  /** Then. */
  readonly total?: Exact;
  readonly band: number;
  /** By points alone. */
  readonly natural?: number;
}
