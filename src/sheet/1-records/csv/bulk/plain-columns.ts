import type { DecimalMark } from "../../../../model/plan.ts";
import type { SheetLayout } from "../../../../model/row.ts";
import type { Learned } from "./learned.ts";

/** What a column of a sheet is to somebody who reads its bytes. */
export type PlainColumn =
  /** Nobody reads it. */
  | { readonly kind: "unused" }
  /** What stands there, if anything, is for the general reader where it `leaves` its bytes to it. */
  | { readonly kind: "watched"; leaves(bytes: Uint8Array, start: number, end: number): boolean }
  /** It numbers the people: where it does not go on with figures, the row is for the general reader. */
  | { readonly kind: "counting" }
  | { readonly kind: "text"; readonly text: TextColumn }
  /** Of few different texts: a plan column, or the period. */
  | { readonly kind: "learned"; readonly learned: Learned; readonly index: number | "period" }
  /** Numbers where `points` is there, and any cell that the general reader knows. */
  | {
      readonly kind: "cell";
      readonly cell: number;
      readonly points: PointsColumn | undefined;
      readonly learned: Learned;
    };

/** How the numbers of a column are counted: those without a sign, below 1000, with up to two decimals. Any other is a text to be understood. */
export interface PointsColumn {
  /** Units in one point, in a tenth, in a hundredth of one; 0 where that is no whole number: such decimals are not read here. */
  readonly units: readonly [one: number, tenth: number, hundredth: number];
  readonly min: number;
  readonly max: number;
  /** What every number is a multiple of. */
  readonly grain: number;
  /** Whether another number with this mark tells nothing new of the column. */
  isKnown(mark: DecimalMark): boolean;
}

export interface TextColumn {
  /** Index of the plan column. */
  readonly index: number;
  /** Of a blank cell; undefined where there may be none. */
  readonly blank: number | undefined;
  /** What a text is that is not plain; undefined for one that the general reader has to speak of. */
  decode(raw: string, line: number): string | undefined;
  /** May a plain text, which no row had before, be more than somebody's? */
  isDoubtful(bytes: Buffer, start: number, end: number): boolean;
  /** Is shown each text in the first row that has it. */
  see(text: number, line: number): void;
}

/** Where the plan columns have their values, and the key. */
export interface PlainSheet {
  readonly layout: SheetLayout;
  readonly columns: readonly PlainColumn[];
  /** By plan column: the value of those that stand in no column of the sheet. */
  readonly constants: readonly number[];
  /** The plan columns that make the key. */
  readonly keys: readonly number[];
  /** Of all rows, where no column says it. */
  readonly period: number;
  /** Which cells have to be blank in a row with these values by plan column; absent: none. */
  readonly blanks: ((values: Int32Array) => readonly number[]) | undefined;
}
