import type { Code, Parameters } from "../diagnostics/diagnostic.ts";
import type { Exact } from "../number/exact.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { Place, Span } from "../text/source.ts";
import type { Facts, TypeOf } from "./facts.ts";
import type { Syntax } from "./syntax.ts";
import type { Expression, Type } from "./tree.ts";

/** What an expression may speak of. */
export interface Scope {
  /** Variables; `raw`, `full` and `latest` are records. */
  readonly names: ReadonlyMap<string, Type>;
  /** Functions of this place, such as `recent`, besides those of the language; what they give is worked out for those who ask. */
  readonly functions?: ReadonlyMap<string, () => Signature>;
  /** Names that stand for a value that the rubric states: what is written for each. */
  readonly constants?: ReadonlyMap<string, Constant>;
  /** Expressions with names of their own. */
  readonly formulas?: Formulas;
  /** What `items(A)` is of each area, worked out for those who ask; absent: it cannot be asked. */
  readonly items?: () => ReadonlyMap<string, Type>;
  /** Names that mean something elsewhere, with why they cannot stand here and what can. */
  readonly unavailable?: ReadonlyMap<string, Bilingual>;
  /** May the expression say `missing`? What it stands for then has a policy for that. */
  readonly mayMiss?: true;
}
/** A value as an expression would write it. */
export type Constant = Exact | string | boolean | readonly Constant[];
/** An expression that a rubric names once: where it is called it stands as if it were written there, with what is given for its arguments. */
export interface Formula {
  readonly arguments: readonly string[];
  readonly text: string;
  /** Where a stretch of its text stands. */
  at(start: number, end: number): Place;
  /** What was told of it: it may be called often. */
  readonly told: Set<string>;
}

export type Formulas = ReadonlyMap<string, Formula>;

export interface Signature {
  /** A number must keep to the bounds of its type. */
  readonly arguments: readonly Type[];
  readonly result: Type;
}

/** Reports a mistake at a stretch of the expression's text; its result says that there is nothing to go on with. */
export type Report = <C extends Code>(code: C, parameters: Parameters<C>, span: Span) => undefined;

export interface Checked {
  readonly expression: Expression;
  readonly type: Type;
}

/** What the checker knows at one point of an expression. */
export interface Context {
  /** The whole expression. */
  readonly text: string;
  readonly scope: Scope;
  /** Variables of the macros around this point. */
  readonly locals: ReadonlyMap<string, Type>;
  /** What the guards around this point say. */
  readonly facts: Facts;
  readonly report: Report;
  /** The type that an expression was given when it was checked. */
  readonly typeOf: TypeOf;
  /**
   * Checks a part. `wanted` is the type that the other side of a comparison has: it makes a text a date, a band or a
   * value of a choice. Undefined when the part was reported.
   */
  check(syntax: Syntax, context: Context, wanted?: Type): Checked | undefined;
}
