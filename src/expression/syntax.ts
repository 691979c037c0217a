import type { Exact } from "../number/exact.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { Span } from "../text/source.ts";
import type { BinaryOperator } from "./tree.ts";

/** An expression as it is written: nothing in it is known to have a meaning yet. Spans are offsets in its text. */
export type Syntax = Span & Form;
export type Form =
  | { readonly kind: "number"; readonly value: Exact }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "flag"; readonly value: boolean }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "select"; readonly of: Syntax; readonly field: string; readonly fieldSpan: Span }
  | { readonly kind: "index"; readonly of: Syntax; readonly at: Syntax }
  | Call
  | { readonly kind: "list"; readonly elements: readonly Syntax[] }
  | { readonly kind: "not" | "negate"; readonly of: Syntax }
  | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Syntax; readonly right: Syntax }
  | { readonly kind: "choose"; readonly when: Syntax; readonly yes: Syntax; readonly no: Syntax }
  /** `a % b`: CEL has it, this language writes percentages as decimals. `sign` is the `%` itself. */
  | { readonly kind: "percent"; readonly sign: Span }
  /** CEL that this language does not have. */
  | { readonly kind: "refused"; readonly what: Bilingual };

/** `name(…)`, or `receiver.name(…)`. */
export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly nameSpan: Span;
  readonly receiver?: Syntax;
  readonly arguments: readonly Syntax[];
}
