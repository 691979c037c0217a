import type { Formulas } from "../../expression/context.ts";
import type { Expression, Type } from "../../expression/tree.ts";
import type { Rubric } from "../2-shape/rubric.generated.ts";
import type { Outline } from "./outline.ts";
import type { Constants } from "./parameters.ts";

/** A rubric, its parts by id, and its expressions as far as they have compiled. */
export interface Facts extends Outline {
  readonly rubric: Rubric;
  readonly expressions: Expressions;
  readonly parameters: Constants;
  readonly formulas: Formulas;
}

export interface Compiled {
  readonly expression: Expression;
  readonly type: Type;
  /** As it was written, with the values of parameters. */
  readonly text: string;
}

/** The compiled expressions of a rubric by where they stand: the map or list that holds the text, and its key there. */
export interface Expressions {
  set(holder: object, key: string | number, compiled: Compiled): void;
  /** Undefined for an expression that did not compile (which has been reported) or is not there. */
  get(holder: object, key: string | number): Compiled | undefined;
}

export function createExpressions(): Expressions {
  const held = new Map<object, Map<string | number, Compiled>>();
  return {
    get: (holder, key) => held.get(holder)?.get(key),
    set(holder, key, compiled) {
      const map = held.get(holder) ?? new Map<string | number, Compiled>();
      held.set(holder, map.set(key, compiled));
    },
  };
}
