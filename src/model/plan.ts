import type { Exact } from "../number/exact.ts";
import type { YearTerms } from "../period/calendar.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import type { Column, TablePlan } from "./column.ts";
import type { MissingPolicy, Units } from "./node.ts";
import type { Ratings } from "./ratings.ts";
import type { Rollup, Stage } from "./stage.ts";

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
  /** Of the files that adopt each other, the one nearest to the base first; absent: nothing is different from a base. */
  readonly departures?: readonly Departure[];
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

/** What one file makes otherwise than the rubric that it extends. */
export interface Departure {
  /** As it is seen from the rubric; absent where a rubric says by itself why it differs. */
  readonly file?: string;
  /** Id of the entry of `basis` that allows it. */
  readonly because: string;
  /** Addresses of what judges otherwise, as `change` calls them; bands that a rollup has of the rows' period stand there too. */
  readonly parts: readonly string[];
}

export interface SummaryPlan {
  /** Groupings, each by columns (indexes). */
  readonly by: readonly (readonly number[])[];
  /** What is added up: a column, the score of a node, or the cell of an item (a node) that counts. */
  readonly sum: readonly { readonly kind: "column" | "node" | "cell"; readonly index: number }[];
}

export type DecimalMark = "." | ",";

/** A parameter with its value, which the rest of the plan already follows. */
export interface Parameter {
  readonly id: string;
  readonly title: Bilingual;
  /** As a rubric writes it. */
  readonly value: string;
}
