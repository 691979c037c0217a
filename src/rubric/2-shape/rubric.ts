import type { Exact } from "../../number/exact.ts";
import type { RoundingMode } from "../../number/rounding.ts";

/**
 * A rubric file as its author wrote it, once its shape is known to be right: same keys, same nesting. Numbers are exact
 * (from their source text), `20%` is still text ({@link Percentage}), maps have no prototype. Where a value stands in the
 * file is asked of {@link Places} by the object that holds it.
 */
export interface Rubric {
  readonly schema: Exact;
  readonly id: string;
  readonly version: string;
  readonly replaces?: readonly string[];
  readonly valid?: { readonly from: string; readonly to: string };
  readonly title?: Text;
  readonly language?: "vi" | "en";
  readonly basis?: readonly { readonly id: string; readonly title: string }[];
  readonly period: PeriodWord;
  readonly decimals?: Exact;
  readonly missing?: MissingWord;
  readonly codes?: Dictionary<MissingWord>;
  readonly subject: { readonly noun?: Text; readonly key: string | readonly string[]; readonly name?: string };
  readonly columns?: Dictionary<ColumnPart>;
  readonly areas: readonly NodePart[];
  readonly total: TotalPart;
  readonly ratings?: RatingsPart;
  readonly bands: readonly BandPart[];
  readonly rules?: readonly RulePart[];
  readonly quotas?: readonly QuotaPart[];
  readonly ranking?: RankingPart;
  readonly awards?: readonly AwardPart[];
  readonly alerts?: readonly AlertPart[];
  readonly rollups?: readonly RollupPart[];
  readonly tables?: Dictionary<TablePart>;
  readonly tests?: readonly TestPart[];
}

export type Dictionary<T> = { readonly [key: string]: T };
export type Text = string | { readonly vi?: string; readonly en?: string };
/** An exact number (0.2) or a text such as `20%`. */
export type Percentage = Exact | string;
export type PeriodWord = "week" | "month" | "quarter" | "semester" | "year";
export type MissingWord = "incomplete" | "zero" | "full" | "skip_area" | "skip_total";
export interface RoundPart {
  readonly to: Exact;
  readonly mode: RoundingMode;
}

export interface ColumnPart {
  readonly type: "text" | "choice" | "number" | "date" | "flag";
  readonly of?: "subject" | "rating";
  readonly required?: boolean;
  readonly default?: Exact | string | boolean;
  readonly when?: string;
  readonly header?: string | readonly string[];
  readonly title?: Text;
  readonly values?: readonly string[];
  readonly labels?: Dictionary<string>;
  readonly min?: Exact;
  readonly max?: Exact;
  /** `total`, `band`, `rank` or the id of an area. */
  readonly compare?: string;
}

/** An area (with `items`) or an item (with exactly one scale). */
export interface NodePart {
  readonly id: string;
  readonly title?: Text;
  readonly column?: string | readonly string[];
  readonly labels?: Dictionary<string>;
  readonly cite?: string;
  readonly note?: string;
  readonly when?: string;
  readonly bonus?: boolean;
  readonly missing?: MissingWord;
  readonly round?: RoundPart;
  readonly evidence?: string;
  readonly zero_if?: string;
  readonly min?: Exact | "none";
  readonly max?: Exact;
  readonly clamp?: boolean;
  // areas
  readonly items?: readonly NodePart[];
  readonly combine?: "sum" | "best" | "mean" | { readonly weights: Dictionary<Percentage> };
  // items
  readonly step?: Exact;
  readonly levels?: Dictionary<Exact>;
  readonly yes?: Exact;
  readonly count?: { readonly base: Exact; readonly each: Exact; readonly min?: Exact | "none"; readonly max?: Exact };
  readonly ratio?: {
    readonly max: Exact;
    readonly cap: Percentage | "none";
    readonly done?: string;
    readonly target?: string;
  };
  readonly table?: readonly { readonly from?: Exact; readonly points: Exact }[];
  readonly value?: string;
}

export interface TotalPart {
  readonly max?: Exact;
  readonly clamp?: boolean;
  readonly round?: RoundPart;
}

export interface RatingsPart {
  readonly by?: string;
  readonly sources?: Dictionary<string>;
  readonly role?: string;
  readonly accept?: string;
  readonly otherwise?: "refuse" | "ignore";
  readonly level?: "item" | "total";
  readonly combine:
    | "mean"
    | "median"
    | "sum"
    | {
        readonly trimmed?: Exact;
        readonly mean_of?: string;
        readonly weights?: Dictionary<Percentage>;
        readonly first?: readonly string[];
      };
  readonly at_least?: Exact;
  readonly absent?: "incomplete" | "renormalise";
  readonly round?: RoundPart;
  readonly expect?: "all";
}

export interface BandPart {
  readonly id: string;
  readonly title?: Text;
  readonly from?: Exact;
  readonly require?: string | readonly string[];
  readonly otherwise?: string;
  readonly cite?: string;
}

export interface RulePart {
  readonly id: string;
  readonly when: string;
  readonly not_rated?: string;
  readonly at_least?: string;
  readonly at_most?: string;
  readonly set?: string;
  readonly once?: string;
  readonly cite?: string;
  readonly note?: string;
}

export interface QuotaPart {
  readonly id: string;
  readonly band: string;
  readonly share?: Percentage;
  readonly count?: Exact;
  readonly of?: "rated" | readonly string[];
  readonly basis?: "before" | "after";
  readonly within?: readonly string[];
  readonly round?: "down" | "up" | "half_up";
  readonly ties?: "out" | "in" | "open";
  readonly then: string;
  readonly order?: readonly string[];
  readonly raise?: { readonly share: Percentage; readonly when: string };
  readonly cite?: string;
  readonly note?: string;
}

export interface RankingPart {
  readonly within?: readonly string[];
  readonly by?: readonly string[];
  readonly number?: "standard" | "dense";
}

export interface AwardPart {
  readonly id: string;
  readonly title?: Text;
  readonly top?: Exact;
  readonly share?: Percentage;
  readonly of?: "rated" | readonly string[];
  readonly round?: "down" | "up" | "half_up";
  readonly within?: readonly string[];
  readonly by?: readonly string[];
  readonly when?: string;
  readonly ties?: "all" | "none" | "open";
  readonly streak?: {
    readonly band: string;
    readonly years: Exact;
    readonly not_rated?: "breaks" | "skips";
    readonly again?: "every" | "once";
  };
  readonly cite?: string;
  readonly note?: string;
}

export interface AlertPart {
  readonly id: string;
  readonly title?: Text;
  readonly when: string;
  readonly cite?: string;
  readonly note?: string;
}

export interface RollupPart {
  readonly period: PeriodWord;
  readonly of: PeriodWord;
  /** `mean`, `sum`, `last`, `best`, `worst`, or an expression. */
  readonly score: string | { readonly weights: Dictionary<Percentage> };
  readonly missing?:
    | RollupMissingWord
    | { readonly not_rated?: RollupMissingWord; readonly absent?: RollupMissingWord };
  readonly at_least?: Exact;
  readonly attributes?: string;
  readonly total?: TotalPart;
  readonly areas?: readonly NodePart[];
  readonly bands?: readonly BandPart[];
  readonly rules?: readonly RulePart[];
  readonly quotas?: readonly QuotaPart[];
  readonly ranking?: RankingPart;
  readonly awards?: readonly AwardPart[];
  readonly alerts?: readonly AlertPart[];
}
export type RollupMissingWord = "skip" | "zero" | "block";

export interface TablePart {
  readonly key?: string;
  readonly columns: Dictionary<TableColumnPart>;
}

export interface TableColumnPart {
  readonly type: ColumnPart["type"] | "band";
  readonly required?: boolean;
  readonly default?: Exact | string | boolean;
  readonly header?: string | readonly string[];
  readonly values?: readonly string[];
}

export interface TestPart {
  readonly name: string;
  readonly given?: GivenPart;
  readonly sheets?: readonly string[];
  readonly expect: string | Dictionary<unknown>;
}

/** Cells of a subject; in a wide sheet every source says so, but for what stands under its id in `sources`. */
interface GivenPart extends CellsPart {
  readonly sources?: Dictionary<CellsPart>;
}

/** Each further key is a column or an item, with what its cell holds ({@link CellPart}). */
export interface CellsPart {
  /** What all other items hold. */
  readonly fill?: "full" | "none";
  readonly [cell: string]: unknown;
}
export type CellPart = Exact | string | boolean;
