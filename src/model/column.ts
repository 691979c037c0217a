import type { Expression } from "../expression/tree.ts";
import type { Exact } from "../number/exact.ts";
import { equal } from "../number/exact.ts";
import type { Bilingual } from "../text/bilingual.ts";

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

/** The id of the column that says which period a row covers. */
export const periodId = "period";

/** For messages: the id, with the first of the other names that it has in a sheet. */
export const labelOf = (id: string, [name = id]: readonly string[]): string => (name === id ? id : `${id} ("${name}")`);

/** Whether results carry the value of a column: one that each subject has, once, and that is used. */
export const isPrinted = ({ id, of, compare }: Column): boolean => id !== periodId && of === "subject" && !compare;

/** A value of a choice or a level: cells hold its id, its label or one of its further words. */
export interface NamedValue {
  readonly id: string;
  /** The word that is written. */
  readonly label?: string;
  readonly also?: readonly string[];
}

/** All words that stand for a value in a cell. */
export const wordsOf = ({ id, label = id, also = [] }: NamedValue): readonly string[] => [
  ...new Set([id, label, ...also]),
];

export type ColumnType =
  | { readonly kind: "text" }
  | { readonly kind: "choice"; readonly values: readonly NamedValue[] }
  | { readonly kind: "number"; readonly min?: Exact; readonly max?: Exact; readonly step?: Exact }
  | { readonly kind: "date" }
  | { readonly kind: "flag" };

/** A decoded attribute: text and choice ids as text, dates as days since 1970-01-01. */
export type CellValue = Exact | string | boolean;

/** Numbers are the same when they are equal: 0.5 is an object of its own in every row. */
export function sameValue(a: CellValue | undefined, b: CellValue | undefined): boolean {
  if (a === b) return true;
  return typeof a === "object" && typeof b === "object" && equal(a, b);
}

/** By plan column; `undefined` for one that does not apply, or is not known (yet). */
export type ColumnValues = readonly (CellValue | undefined)[];

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
