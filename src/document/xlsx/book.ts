/** A workbook as its printer takes it. */
export interface Book {
  readonly title: string;
  readonly tabs: readonly Tab[];
}

export interface Tab {
  readonly name: string;
  /** Lines above the table. */
  readonly titles: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Lines below the table. */
  readonly notes?: readonly string[];
  /** How many columns stay when one looks to the right. */
  readonly frozen?: number;
  /** How many rows stay below the head when one looks further down, and are printed on each page. */
  readonly headed?: number;
  /** Rows are tinted by what one of their cells says. */
  readonly tints?: Tints;
  /** Cells in which something is wrong are coloured: indexes of columns, by row. */
  readonly wrong?: readonly ReadonlySet<number>[];
  /** One column of lines, without a head: how far in each stands. */
  readonly lines?: readonly number[];
  /** People fill in the table: cells have borders, the sheet is to be printed. */
  readonly isForm?: boolean;
}

interface Tints {
  /** Index of the column. */
  readonly column: number;
  /** From the best to the worst. */
  readonly texts: readonly string[];
}

export interface Column {
  readonly head: string;
  /** Shown when one points at the head. */
  readonly note?: string;
  /** Digits behind the mark that all cells have, as many as each has, or a share of 1 as a percentage; texts where it is absent. */
  readonly places?: number | "general" | "percent";
  readonly isDate?: boolean;
  /** In characters. */
  readonly width?: number;
  readonly allowed?: Allowed;
}

/** What may be filled in. */
export type Allowed = { readonly message: string } & (
  | { readonly kind: "list"; readonly values: readonly string[] }
  | { readonly kind: "number"; readonly min?: string; readonly max?: string }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "date" }
);

export type Cell =
  | undefined
  /** A text stays one: `007` keeps its zeros, `=1+1` is no formula. */
  | string
  /** A decimal. */
  | { readonly number: string }
  /** In the language of the file format, without `=`; the program that opens it computes the value. */
  | { readonly formula: string };

/** 0 → A, 26 → AA. */
export function letters(column: number): string {
  const rest = column % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 25 ? letters((column - rest) / 26 - 1) + letter : letter;
}
