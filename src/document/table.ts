import type { Exact } from "../number/exact.ts";
import type { Give } from "./fit.ts";

/** A table whose columns say what their cells are; how they are written is up to the printer. */
export interface Table {
  readonly kind: "table";
  readonly columns: readonly TableColumn[];
  /** Usually one. */
  readonly parts: readonly TablePart[];
}

/** Rows that belong together, below a title of their own where they have one. */
interface TablePart {
  readonly title?: string;
  /** Made while they are read, which may be more than once. */
  readonly rows: Iterable<Row>;
}

/** By column. */
export type Row = readonly Cell[];

/** A text, or a number; undefined where there is nothing to say. */
export type Cell = string | Exact | undefined;

export interface TableColumn {
  /** The head for programs. */
  readonly id: string;
  /** The head for people. */
  readonly head: string;
  /** In place of the head where room is scarce. */
  readonly short?: string;
  readonly type: CellType;
  /** Stands in empty cells for people. */
  readonly blank?: string;
  /** Where the cells stand; by their type unless said. */
  readonly side?: "left" | "right";
  readonly give?: Give;
}

/** A column that knows what to say of each of some things. */
export interface ColumnOf<T> extends TableColumn {
  readonly cell: (of: T) => Cell;
}

/** A row for each item, made anew whenever they are read. */
export const rowsOf = <T>(columns: readonly ColumnOf<T>[], items: Iterable<T>): Iterable<Row> => ({
  *[Symbol.iterator]() {
    for (const item of items) yield columns.map(({ cell }) => cell(item));
  },
});

export const table = (columns: readonly TableColumn[], rows: Iterable<Row>): Table => ({
  kind: "table",
  columns,
  parts: [{ rows }],
});

export type CellType =
  /** May hold what somebody typed. */
  | { readonly kind: "text" }
  /** Written by score or the rubric's author: an id, a word, a list of ids. */
  | { readonly kind: "id" }
  /** The name of a file beside this one. */
  | { readonly kind: "file" }
  /** A text such as `2026-03-31` in every view, since 03/04 is two days. */
  | { readonly kind: "date" }
  | NumberType
  /** From 0 to 1. */
  | { readonly kind: "share" }
  /** A double out of statistics, for reading only. `signed`: above or below 0, with `+` too. */
  | { readonly kind: "figure"; readonly signed?: true };

/** An exact number. */
export interface NumberType {
  readonly kind: "number";
  /** Units in one; absent: 1. */
  readonly scale?: Exact;
  /** In units: what a number printed to six places must not seem to reach. */
  readonly bounds?: readonly Exact[];
  /** A change: `+2` where it is above 0. */
  readonly signed?: true;
}

export const text: CellType = { kind: "text" };
export const id: CellType = { kind: "id" };
export const number: NumberType = { kind: "number" };

export const sideOf = ({ side, type }: TableColumn): "left" | "right" =>
  side ?? (type.kind === "number" || type.kind === "share" || type.kind === "figure" ? "right" : "left");
