import type { Expression } from "../expression/tree.ts";
import type { Exact } from "../number/exact.ts";
import type { Rounding } from "../number/rounding.ts";
import type { PeriodKind } from "../period/period.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { Node, Units } from "./node.ts";

/**
 * What happens in one kind of period, from scores to alerts. A rollup has the nodes of the rows' stage where its score
 * adds up (mean, sum, last, weights), and none where it does not.
 */
export interface Stage {
  readonly period: PeriodKind;
  /** Every area and item, children before their parents. */
  readonly nodes: readonly Node[];
  /** Indexes of the top level, in the order of the rubric. */
  readonly top: readonly number[];
  /** Nodes (indexes) whose scores later or longer periods may read: what results must carry to be a history. Absent: none. */
  readonly readBack?: readonly number[];
  readonly total: Total;
  /** Best first. */
  readonly bands: readonly Band[];
  readonly rules: readonly Rule[];
  readonly quotas: readonly Quota[];
  readonly ranking: Ranking;
  readonly awards: readonly Award[];
  readonly alerts: readonly Alert[];
}

export interface Total {
  readonly max: Units;
  readonly clamp: boolean;
  /** No total is below it; absent: nothing bounds it there. */
  readonly least?: Units;
  /** Likewise above. */
  readonly most?: Units;
  /** `to` in units. */
  readonly round?: Rounding;
}

export interface Band {
  readonly id: string;
  readonly title: Bilingual;
  /** Closed lower bound in units; absent for the last band. */
  readonly from?: Units;
  readonly require: readonly { readonly expression: Expression; readonly text: string }[];
  /** Where somebody goes who does not meet `require`: the index of a worse band. */
  readonly otherwise?: number | "incomplete";
  readonly cite?: string;
}

/** Effects with a band hold its index, or an expression of type band. */
export type Effect =
  | { readonly kind: "not_rated"; readonly reason: string }
  | { readonly kind: "at_least" | "at_most" | "set"; readonly band: number | Expression };

export interface Rule {
  readonly id: string;
  /** Absent: it is called by its id. */
  readonly title?: Bilingual;
  readonly when: Expression;
  readonly text: string;
  readonly effect: Effect;
  readonly cite?: string;
  /** A remark for readers. */
  readonly note?: string;
  /** Column (index) with the offence id: the rule acts only in the first period with that value. */
  readonly once?: number;
}

export interface Quota {
  readonly id: string;
  /** Absent: it is called by its id. */
  readonly title?: Bilingual;
  /** Index of the limited band. */
  readonly band: number;
  readonly size:
    | { readonly kind: "count"; readonly count: number }
    | {
        readonly kind: "share";
        readonly share: Exact;
        /** Bands (indexes) in the denominator. */
        readonly of: readonly number[] | "rated";
        readonly basis: "before" | "after";
        readonly round: "down" | "up" | "half_up";
        readonly raise?: { readonly share: Exact; readonly when: Expression };
      };
  /** Whom it is about; absent: everybody. */
  readonly when?: Expression;
  /** Column indexes; empty: everybody is one scope. */
  readonly within: readonly number[];
  readonly ties: "out" | "in" | "open";
  /** Index of the band that takes the surplus. */
  readonly then: number;
  readonly order: readonly SortKey[];
  readonly cite?: string;
  /** A remark for readers. */
  readonly note?: string;
}

/** What people are put in order by; the better first, unless `ascending`. */
export interface SortKey {
  readonly by:
    | { readonly kind: "band" | "total" | "unclamped" }
    | { readonly kind: "node" | "column"; readonly index: number };
  readonly ascending: boolean;
}

export interface Ranking {
  readonly within: readonly number[];
  readonly by: readonly SortKey[];
  readonly number: "standard" | "dense";
}

export interface Award {
  readonly id: string;
  readonly title: Bilingual;
  readonly when?: Expression;
  readonly size:
    | {
        readonly kind: "top";
        readonly top: number;
        /** The first of the places that get it; absent: 1. */
        readonly from?: number;
      }
    | {
        readonly kind: "share";
        readonly share: Exact;
        readonly of: readonly number[] | "rated";
        readonly round: "down" | "up" | "half_up";
      }
    | { readonly kind: "all" }
    | {
        readonly kind: "streak";
        readonly band: number;
        readonly years: number;
        readonly notRated: "breaks" | "skips";
        readonly again: "every" | "once";
      };
  readonly within: readonly number[];
  readonly by: readonly SortKey[];
  /** Ids of the awards whose holders and open candidates are passed over. */
  readonly except?: readonly string[];
  readonly ties: "all" | "none" | "open";
  readonly cite?: string;
  /** A remark for readers. */
  readonly note?: string;
}

export interface Alert {
  readonly id: string;
  readonly title: Bilingual;
  readonly when: Expression;
  readonly cite?: string;
  /** A remark for readers. */
  readonly note?: string;
}

/**
 * The chain for a longer period, on scores rolled up from shorter ones. Where they add up `nodes` are those of the rows'
 * stage, with the same indexes. Where the score is an expression they are the areas and items that are scored only here
 * (their cells stand behind those of the rows' stage); else there are none.
 */
export interface Rollup extends Stage {
  readonly of: PeriodKind;
  readonly score:
    | { readonly kind: "mean" | "sum" | "last" | "best" | "worst" }
    /** By the part of the period's name after the year. */
    | { readonly kind: "weights"; readonly weights: readonly { readonly part: string; readonly weight: Exact }[] }
    | { readonly kind: "value"; readonly expression: Expression };
  readonly missing: { readonly notRated: RollupMissing; readonly absent: RollupMissing };
  readonly atLeast: number;
  /** The parts that make it whole, by name behind the year, or so many of the first; absent: all. */
  readonly parts?: readonly string[] | number;
  /** Which period a column is read from for grouping: the latest unless stated. */
  readonly attributes: "latest" | "first" | { readonly part: string };
}

export type RollupMissing = "skip" | "zero" | "block";
