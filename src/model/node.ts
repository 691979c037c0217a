import type { Expression } from "../expression/tree.ts";
import type { Exact } from "../number/exact.ts";
import type { Rounding } from "../number/rounding.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { NamedValue } from "./column.ts";

/** A number of 1/scale points; whole wherever the rubric does not divide. */
export type Units = Exact;

export type MissingPolicy = "incomplete" | "zero" | "full" | "skip_area" | "skip_total";

export interface Node {
  readonly id: string;
  readonly title: Bilingual;
  /** Index of the enclosing area, absent at the top level. */
  readonly parent?: number;
  /** The stated max of an item or area, in units; the most, where it depends on a column. */
  readonly max: Units;
  /** The lowest score; `none` does not cut. */
  readonly min: Units | "none";
  /** Its points depend on a column: what it is for each value of that; see `nodeFor`. */
  readonly by?: { readonly column: number; readonly cases: readonly NodeCase[] };
  readonly bonus: boolean;
  /** No part of any sum, max or scaling; absent: it is. */
  readonly counts?: false;
  readonly when?: Expression;
  readonly zeroIf?: Expression;
  /** `to` in units. */
  readonly round?: Rounding;
  readonly cite?: string;
  readonly note?: string;
  readonly body: Item | Area;
}

/** A node for one value of a choice or flag column. */
export interface NodeCase {
  readonly value: string | boolean;
  readonly max: Units;
  /** Absent: that of the node. */
  readonly scale?: Scale;
}

export interface Area {
  readonly kind: "area";
  /** Indexes in the order of the rubric. */
  readonly children: readonly number[];
  readonly combine: "sum" | "best" | "mean" | { readonly weights: readonly Exact[] };
  /** May offer more than its max and is cut there. */
  readonly clamp: boolean;
  /** What it starts from, in units; absent: nothing. */
  readonly base?: Units;
}

export interface Item {
  readonly kind: "item";
  /** Place of this item among `Row.cells`; absent for `value` and for a ratio of two columns. */
  readonly cell?: number;
  /** Names in a sheet besides the id. */
  readonly headers: readonly string[];
  readonly missing: MissingPolicy;
  /** The rubric states it for this very item. */
  readonly missingStated?: true;
  readonly scale: Scale;
  /** Column (index) that proves the points. */
  readonly evidence?: number;
}

/** Points are in units; `from` of a table and the raw values are as they stand in the sheet. */
export type Scale =
  | {
      readonly kind: "points";
      /** Absent: 0; `none`: no limit. */
      readonly min?: Units | "none";
      readonly max: Units /** In units; absent: any value of `places`. */;
      readonly step?: Units;
      readonly places: number;
    }
  | {
      readonly kind: "levels";
      readonly levels: readonly (NamedValue & { readonly points: Units })[];
    }
  | {
      readonly kind: "yes";
      readonly points: Units;
      /** Of the words for one answer the first is written. */
      readonly labels: readonly { readonly word: string; readonly value: boolean }[];
    }
  | {
      readonly kind: "count";
      readonly base: Units;
      readonly each: Units;
      readonly min: Units | "none";
      readonly max: Units;
    }
  | {
      readonly kind: "ratio";
      readonly max: Units /** In percent (100 = 100 %). */;
      readonly cap?: Exact;
      /** What a cell without a percent sign holds; absent: a percentage, unless the column looks like fractions. */
      readonly unit?: "percent" | "fraction";
      readonly done?: number;
      readonly target?: number;
      /** What 0 of 0 is; absent: it cannot come about. */
      readonly empty?: "missing" | "zero" | "full";
    }
  | {
      readonly kind: "table";
      /** What the bounds are compared with; absent: the cell. */
      readonly of?: Expression;
      /** Falling lower bounds; the last has none. */
      readonly rows: readonly { readonly from?: Exact; readonly points: Units }[];
    }
  | { readonly kind: "value"; readonly expression: Expression; readonly clamp: boolean };
