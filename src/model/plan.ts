import type { Expression } from "../expression/tree.ts";
import type { Exact } from "../number/exact.ts";
import type { Rounding } from "../number/rounding.ts";
import type { YearTerms } from "../period/calendar.ts";
import type { PeriodKind } from "../period/period.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";

/**
 * A compiled rubric: all that the engine and the sheet reader need, as plain data. Points are counted in whole
 * units of 1/`scale` point wherever the type says {@link Units}.
 */
export interface Plan {
  /** Version of this format. */
  readonly plan: 1;
  readonly id: string;
  readonly version: string;
  readonly replaces: readonly string[];
  readonly valid?: { readonly from?: string; readonly to?: string };
  readonly title: Bilingual;
  readonly noun: Bilingual;
  readonly language: Language;
  readonly basis: readonly { readonly id: string; readonly title: string }[];
  /** Id of the entry of `basis` that allows what is different from the rubric that this one extends. */
  readonly because?: string;
  readonly parameters?: readonly Parameter[];
  /** Units in one point. */
  readonly scale: Exact;
  /** Indexes into `columns`. */
  readonly key: readonly number[];
  readonly name?: number;
  readonly columns: readonly Column[];
  /** Words that a score cell may hold, with what they mean. */
  readonly codes: readonly { readonly word: string; readonly policy: MissingPolicy }[];
  /** What becomes of a row with nothing but its key and name; absent: it is read as any other. */
  readonly blankRows?: "incomplete" | "skip" | "score";
  /** Places a points cell may have where its item states no step. */
  readonly decimals: number;
  /** When the years and semesters of rollups begin; absent: with those of the calendar. */
  readonly year?: YearTerms;
  /** Of the numbers in sheets, tables and decisions; absent: each file shows its own. */
  readonly decimalMark?: DecimalMark;
  /** The chain for the rows' own period. */
  readonly stage: Stage;
  readonly rollups: readonly Rollup[];
  /** Absent: one row is the official score of one subject in one period. */
  readonly ratings?: Ratings;
  /** Lookup tables that expressions may read; absent: none. */
  readonly tables?: readonly TablePlan[];
  /** What summaries count besides everybody and the ranking groups; absent: nothing. */
  readonly summary?: SummaryPlan;
}

export interface SummaryPlan {
  /** Groupings, each by columns (indexes). */
  readonly by: readonly (readonly number[])[];
  /** What is added up: a column, the score of a node, or the cell of an item (a node) that counts. */
  readonly sum: readonly { readonly kind: "column" | "node" | "cell"; readonly index: number }[];
}

export type DecimalMark = "." | ",";

/** A number of 1/scale points; whole wherever the rubric does not divide. */
export type Units = Exact;
export type MissingPolicy = "incomplete" | "zero" | "full" | "skip_area" | "skip_total";

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

/** A parameter with its value, which the rest of the plan already follows. */
export interface Parameter {
  readonly id: string;
  readonly title: Bilingual;
  /** As a rubric writes it. */
  readonly value: string;
}

export interface Column {
  readonly id: string;
  readonly type: ColumnType;
  readonly of: "subject" | "rating" | "rater";
  /** Of a rater: index of the column of the subject that says the same of him where he is one. */
  readonly is?: number;
  /** Whether texts that people take for one are two or one; absent: they are a mistake where it matters. */
  readonly match?: "exact" | "fold";
  /** Stands in the title of a group above its members, in a sheet without such a column. */
  readonly from?: "title_rows";
  readonly required: boolean;
  /** Used for a blank cell; absent for a required or compared column. */
  readonly default?: CellValue;
  /** Readable and, if required, required only where this holds. */
  readonly when?: Expression;
  /** Names in a sheet besides the id. */
  readonly headers: readonly string[];
  readonly title: Bilingual;
  /** The office's own figure for this: compared, never used. */
  readonly compare?: { readonly with: "total" | "band" | "rank" | "area"; readonly node?: number };
}

export type ColumnType =
  | { readonly kind: "text" }
  | { readonly kind: "choice"; readonly values: readonly { readonly id: string; readonly label?: string }[] }
  | { readonly kind: "number"; readonly min?: Exact; readonly max?: Exact; readonly step?: Exact }
  | { readonly kind: "date" }
  | { readonly kind: "flag" };

/** A list of rows from other files, for lookups in expressions. */
export interface TablePlan {
  readonly id: string;
  /** Index of the column that identifies a row; absent: rows are only gone over. */
  readonly key?: number;
  /**
   * Of a log: indexes of the columns with the subject's key, and of the one with a period or a date. An expression sees the
   * rows of its subject in its period.
   */
  readonly log?: { readonly key: readonly number[]; readonly period: number };
  /** Index of the column with the period of a row, of a table that is no log: an expression sees the rows of its period. */
  readonly period?: number;
  readonly columns: readonly TableColumn[];
}

export interface TableColumn {
  readonly id: string;
  /** A band is one that some period of this rubric has, by its id or another word. */
  readonly type: ColumnType | { readonly kind: "band"; readonly bands: readonly BandWords[] };
  readonly required: boolean;
  /** Used for a blank cell. */
  readonly default?: CellValue;
  /** Names in the file besides the id. */
  readonly headers: readonly string[];
}

export interface BandWords {
  readonly id: string;
  /** Its label in the table and its titles. */
  readonly words: readonly string[];
}

/** A decoded attribute: text and choice ids as text, dates as days since 1970-01-01. */
export type CellValue = Exact | string | boolean;

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
      readonly levels: readonly { readonly id: string; readonly points: Units; readonly label?: string }[];
    }
  | {
      readonly kind: "yes";
      readonly points: Units;
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

export interface Total {
  readonly max: Units;
  readonly clamp: boolean;
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
}

export interface Alert {
  readonly id: string;
  readonly title: Bilingual;
  readonly when: Expression;
  readonly cite?: string;
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
