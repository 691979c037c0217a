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

/** An expression with other parts directly inside it. */
export function withParts(syntax: Syntax, change: (part: Syntax) => Syntax): Syntax {
  switch (syntax.kind) {
    case "select":
    case "not":
    case "negate":
      return { ...syntax, of: change(syntax.of) };
    case "index":
      return { ...syntax, of: change(syntax.of), at: change(syntax.at) };
    case "call": {
      const receiver = syntax.receiver && change(syntax.receiver);
      return { ...syntax, ...(receiver && { receiver }), arguments: syntax.arguments.map(change) };
    }
    case "list":
      return { ...syntax, elements: syntax.elements.map(change) };
    case "binary":
      return { ...syntax, left: change(syntax.left), right: change(syntax.right) };
    case "choose":
      return { ...syntax, when: change(syntax.when), yes: change(syntax.yes), no: change(syntax.no) };
    case "number":
    case "text":
    case "flag":
    case "name":
    case "percent":
    case "refused":
      return syntax;
  }
}
