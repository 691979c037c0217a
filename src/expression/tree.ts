import type { Exact } from "../number/exact.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { Place } from "../text/source.ts";

/** The type of an expression, as the checker finds it. */
export type Type =
  | NumberType
  | { readonly kind: "text" }
  | { readonly kind: "flag" }
  | { readonly kind: "date" }
  /** What `missing` is. */
  | { readonly kind: "missing" }
  /** One of a closed set of ids; `name` is the column. */
  | { readonly kind: "choice"; readonly name: string; readonly values: readonly string[] }
  /** A band id; best first. */
  | { readonly kind: "band"; readonly bands: readonly string[] }
  /** `rows`: taken from the rows of a table, of which there may be none. */
  | { readonly kind: "list"; readonly of: Type; readonly rows?: true }
  /** `lacks`: fields that are known elsewhere, with why they are not here. */
  | {
      readonly kind: "record";
      readonly fields: Readonly<Record<string, Type>>;
      readonly lacks?: ReadonlyMap<string, Bilingual>;
    }
  /** Rows of a lookup table: `T[key]` is a row, macros go over all rows. */
  | { readonly kind: "table"; readonly row: Type & { kind: "record" }; readonly keyed: boolean };

/** A number, with the bounds that it is known to keep to (both belong to it). */
export interface NumberType {
  readonly kind: "number";
  readonly min?: Exact;
  readonly max?: Exact;
}

/**
 * A value at run time; `undefined` is missing. Numbers are exact points, dates whole days since 1970-01-01,
 * choices and bands their ids.
 */
export type Value = Exact | string | boolean | readonly Value[] | Fields | Table | undefined;

/** A record: its fields are computed when asked for. A record of a period also knows its {@link periodIndex}. */
export interface Fields {
  field(name: string): Value;
  /** Where a field stands in the file that the record comes from. */
  placeOf?(name: string): Place;
}

/** A lookup table; `row` is undefined for an unknown key. */
export interface Table {
  readonly rows: readonly Fields[];
  row(key: string): Fields | undefined;
  /** The rows whose field has a value, without going over all; undefined where some row has no value there. */
  where?(field: string, value: Value): readonly Fields[] | undefined;
}

/**
 * Field of a period's record that no rubric can name: the period's whole number among those of its kind, so that
 * neighbours in the calendar differ by one.
 */
export const periodIndex = "#index";

export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";
export type Arithmetic = "+" | "-" | "*" | "/";
export type BinaryOperator = Arithmetic | Comparison | "&&" | "||" | "in";

/** A checked expression: names are known, operand types fit. Plain data, so that a plan can be written as JSON. */
export type Expression =
  | { readonly kind: "literal"; readonly value: Exact | string | boolean }
  /** No value, said on purpose. */
  | { readonly kind: "missing" }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "select"; readonly of: Expression; readonly field: string }
  /** A row of a table by its key. */
  | { readonly kind: "index"; readonly of: Expression; readonly at: Expression }
  | { readonly kind: "not" | "negate"; readonly of: Expression }
  | Binary
  | { readonly kind: "choose"; readonly when: Expression; readonly yes: Expression; readonly no: Expression }
  | { readonly kind: "call"; readonly name: FunctionName; readonly arguments: readonly Expression[] }
  /** `atLeast(band, "tot")`, in the order of `bands`. */
  | {
      readonly kind: "band";
      readonly name: "atLeast" | "below";
      readonly of: Expression;
      readonly than: Expression;
      /** Best first. */
      readonly bands: readonly string[];
    }
  /** A function of the scope, such as `recent(12)`. */
  | { readonly kind: "ask"; readonly name: string; readonly arguments: readonly Expression[] }
  /** `list.all(x, body)` and its kin, and `count(list, x, body)`. */
  | {
      readonly kind: "macro";
      readonly name: Macro;
      readonly list: Expression;
      readonly variable: string;
      readonly body: Expression;
    }
  | { readonly kind: "list"; readonly elements: readonly Expression[] };

export interface Binary {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
  /** What is compared or computed with. */
  readonly operands: Type["kind"];
}

export type Macro = "all" | "exists" | "exists_one" | "filter" | "map" | "count" | "consecutive";
/** `sum`, `mean`, `min` and `max` take one list of numbers, `smallest` and `largest` two numbers or more. */
export type FunctionName =
  | "size"
  | "sum"
  | "mean"
  | "min"
  | "max"
  | "smallest"
  | "largest"
  | "round"
  | "clamp"
  | "days"
  | "months";
