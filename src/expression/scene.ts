import type { Budget } from "./budget.ts";
import type { Expression, Value } from "./tree.ts";

/** A compiled expression; `undefined` is missing. */
export type Evaluate<E> = (env: E) => Value;

/** What the owner of the environment offers besides names, and is told. */
export interface Hooks<E> {
  /** A function of the scope, such as `recent`. */
  readonly ask?: (name: string) => ((env: E, given: readonly Value[]) => Value) | undefined;
  /** A division by zero: its result is missing. */
  readonly onZero?: (env: E) => void;
  /** `table[key]` without such a row: its result is missing. */
  readonly onMissingRow?: (env: E, table: string, key: string) => void;
  /** More steps or digits than {@link Budget} allows: the result is missing. */
  readonly onExhausted?: (env: E) => void;
}

/** Where the element that a macro is at stands. */
export interface Cell {
  value: Value;
}

/** What the parts of an expression are compiled with. */
export interface Scene<E> {
  readonly resolve: (name: string) => Evaluate<E>;
  readonly hooks: Hooks<E>;
  readonly budget: Budget;
  /** Variables of the macros around. */
  readonly variables: ReadonlyMap<string, Cell>;
  compile(expression: Expression, scene: Scene<E>): Evaluate<E>;
}
