import type { Expression, Value } from "../expression/tree.ts";
import type { Exact } from "../number/exact.ts";
import type { Rounding } from "../number/rounding.ts";
import type { Place } from "../text/source.ts";
import type { Area, Item, MissingPolicy, Node } from "./node.ts";
import type { Ratings } from "./ratings.ts";
import type { Cell, NodeState, Row } from "./row.ts";

export type NodeStep = ItemStep | RatedItemStep | AreaStep;

interface Step {
  readonly node: Node;
  readonly state: NodeState;
  /** The final score of the node; absent where none counts. */
  readonly score?: Exact;
  /** The max that applies here. */
  readonly full: Exact;
  /** Why a node does not apply. */
  readonly when?: Condition;
  /** Where a declared rounding changed the score. */
  readonly rounded?: Rounded;
  /** `zero_if` took the score. */
  readonly zeroed?: Condition;
}

export interface ItemStep extends Step {
  readonly kind: "item";
  readonly item: Item;
  /** Absent where the item has no cell of its own (or does not apply). */
  readonly cell?: CellRead;
  /** What the item computes with instead of a cell. */
  readonly inputs: readonly Input[];
  /** The expression of a `value` item. */
  readonly formula?: string;
  /** What stood in for a score that was not there. */
  readonly absence?: { readonly policy: MissingPolicy; readonly because: "no_row" | "blank" | "code" | "no_value" };
  /** What the scale gives. */
  readonly scaled?: Exact;
  /** Raised to the `min` or, unless a `value` says otherwise, cut to the max. */
  readonly cut?: Exact;
}

/** An item over several ratings. */
export interface RatedItemStep extends Step {
  readonly kind: "rated_item";
  readonly item: Item;
  /** `left`: without a score, and left out of this item for that. */
  readonly ratings: readonly { readonly rating: Rating; readonly step: ItemStep; readonly left?: true }[];
  readonly combined?: Combining;
  /** What stands for the score where nobody gave one. */
  readonly unscored?: MissingPolicy;
  /** Why the ratings give no score. */
  readonly lack?: Lack;
}

export interface AreaStep extends Step {
  readonly kind: "area";
  readonly area: Area;
  readonly children: readonly NodeStep[];
  /** Absent where no score came about. */
  readonly joined?: Joined;
}

/** What the children of an area (or the top level) came to. */
export interface Joined {
  readonly how: Area["combine"];
  /** Combined as they are. */
  readonly exact: Exact;
  /** A skipped child: the score is scaled from the max of the others to that of all. */
  readonly scaled?: { readonly from: Exact; readonly to: Exact; readonly exact: Exact };
  /** What the area started from, added to that; absent: nothing. */
  readonly base?: Exact;
  /** Cut to a `min` or, with `clamp`, to the max. */
  readonly cut?: Exact;
  /** What the bonus children add afterwards. */
  readonly bonus: Exact;
  /** Raised to the `min` once more, where the bonus deducts below it. */
  readonly raised?: Exact;
  readonly score: Exact;
}

export interface Rounded {
  readonly from: Exact;
  readonly to: Exact;
  readonly rounding: Rounding;
}

export interface TotalStep {
  /** Absent for a rollup and for combined totals of raters. */
  readonly joined?: Joined;
  /** Before clamp and rounding. */
  readonly exact: Exact;
  /** Cut to 0..max. */
  readonly cut?: Exact;
  readonly rounded?: Rounded;
  readonly total: Exact;
}

/** A cell as it was decoded. */
export interface CellRead {
  readonly row: Row;
  /** Ordinal of the sheet column, from 1; 0 where the sheet has no such column. */
  readonly column: number;
  /** As in a spreadsheet: `F3`. Empty where the sheet has no such column. */
  readonly name: string;
  readonly value: Cell;
}

/** An expression that holds or not, with what it read. */
export interface Condition {
  readonly expression: Expression;
  /** As the rubric writes it. */
  readonly text: string;
  readonly inputs: readonly Input[];
  /** Absent: could not be decided, which counts as not. */
  readonly holds?: boolean;
}

/** A part of an expression with its value; `column` (an index into the plan's) or `isBand` says how the value reads. */
export interface Input {
  readonly expression: Expression;
  /** As the rubric writes it. */
  readonly name: string;
  readonly value: Value;
  /** The rows of logs and tables that it was found in. */
  readonly facts?: readonly Place[];
  /** The items or periods that it found. */
  readonly among?: readonly Among[];
  readonly column?: number;
  readonly isBand?: true;
}

/** An item with its points, or a period, for which a condition on each holds (of `all`: does not). */
export type Among =
  | { readonly kind: "item"; readonly id: string; readonly score: Exact | undefined }
  | { readonly kind: "period"; readonly period: string };

/** What one rater says of the subject. Only accepted ratings count. */
export interface Rating {
  readonly row: Row;
  readonly rater: string;
  readonly role?: string;
  readonly accepted: boolean;
}

/** Several ratings of one figure made one. */
export interface Combining {
  readonly how: Ratings["combine"];
  /** By rater, in the order of the sheets; the group is that of `mean_of`, the role that of `weights` and `first`. */
  readonly values: readonly { readonly rater: string; readonly group: string; readonly score: Exact }[];
  readonly exact: Exact;
  readonly rounded?: Rounded;
}

/** Why the ratings of one figure (an item, or the total) do not make a combined one. */
export interface Lack {
  /** Ratings that owe their score. */
  readonly owing: number;
  /** Of the ratings that do not skip it, those that owe it included, there are fewer than needed. */
  readonly few?: { readonly given: number; readonly needed: number };
  /** Roles that did not score, where each of them must. */
  readonly roles: readonly string[];
}
