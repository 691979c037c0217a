import type { Expression } from "../expression/tree.ts";
import type { Exact } from "../number/exact.ts";
import type { Rounding } from "../number/rounding.ts";
import type { Units } from "./node.ts";

/** How several ratings of one subject become one score. */
export interface Ratings {
  /** Column (index) that names the rater. */
  readonly by: number;
  /** Column (index) that `weights` and `first` refer to. */
  readonly role?: number;
  /**
   * Wide sheets: one row holds what several sources say, an item's header followed by a source's words. `by` and `role`
   * are then a column that no sheet has; the reader fills in the id.
   */
  readonly sources?: readonly { readonly id: string; readonly words: string }[];
  /** Which ratings count; `text` is the expression as written. */
  readonly accept?: { readonly expression: Expression; readonly text: string };
  readonly otherwise: "refuse" | "ignore";
  /** Whether each item is combined, or each rater's (unclamped, unrounded) total. */
  readonly level: "item" | "total";
  readonly combine: Combination;
  /** Fewer accepted ratings leave the subject incomplete. */
  readonly atLeast: number;
  /** `weights` only: what a role that did not score means. */
  readonly absent: "incomplete" | "renormalise";
  /** Of the combination; `to` in units. */
  readonly round?: Rounding;
  /** Every rater who may score a subject should. */
  readonly expectAll: boolean;
  /** What a blank of one rater is; absent: it cannot arise, or within the total of a rater the item's `missing` says it. */
  readonly blank?: "incomplete" | "leave_out";
  /** Totals of the raters (unclamped, unrounded) further apart leave the subject incomplete. */
  readonly maxSpread?: Units;
  /** Roles that must have scored something. */
  readonly must?: readonly string[];
}

export type Combination =
  | { readonly kind: "mean" | "median" | "sum" }
  /** Leaves out the `n` highest and the `n` lowest. */
  | { readonly kind: "trimmed"; readonly n: number }
  /** The mean within each group of raters (a column), then of the groups. */
  | { readonly kind: "mean_of"; readonly column: number }
  /** By role; ratings of one role are averaged first. */
  | { readonly kind: "weights"; readonly weights: readonly { readonly role: string; readonly weight: Exact }[] }
  /** The mean of the first role that scored. */
  | { readonly kind: "first"; readonly roles: readonly string[] };
