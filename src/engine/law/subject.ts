import type { Fields } from "../../expression/tree.ts";
import type { Decision } from "../../model/given.ts";
import type { Units } from "../../model/node.ts";
import type { Result } from "../../model/report.ts";
import type { Period } from "../../period/period.ts";
import type { Work } from "./work.ts";

/** What the expressions of a stage may look at: one subject in one period. */
export interface Subject {
  readonly work: Work;
  /** Id of the final band, where an expression may ask for it. */
  readonly band?: string | undefined;
  readonly state?: string | undefined;
  /** Ids of the rules that acted, where an expression may ask for them. */
  readonly rules?: readonly string[] | undefined;
  /** Further names of a rollup: `periods`, `average`, `latest`, `unrated`. */
  readonly rollup?: Fields | undefined;
  /** Absent where nothing asks for it. */
  readonly standing?: Standing | undefined;
}

/** Who a result is about, and what it rests on. */
export type Origin = Pick<Result, "key" | "rows" | "parts">;

/** What is known of a subject beside the scores of this period. */
export interface Standing {
  readonly period: Period;
  readonly origin: Origin;
  readonly decisions: readonly Decision[];
  /** The total that a decision gives, in units. */
  readonly decidedTotal: Units | undefined;
  /** Whether a decision cancels `not_rated`. */
  readonly isRated: boolean;
  isExempt(rule: string): boolean;
  /** Whether a column had its present value in an earlier period already. */
  hadBefore(column: number): boolean;
  /** `periods` and `unrated` of a rollup, without the parts in which a column has a value that it had in an earlier one. */
  firstParts(column: number): Fields;
  /** Results of the last periods, oldest first, this one (`subject`) last. */
  recent(subject: Subject, count: number): readonly Fields[];
}
