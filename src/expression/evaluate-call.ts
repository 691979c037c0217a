import type { Exact } from "../number/exact.ts";
import { add, divide, maximum, minimum, subtract } from "../number/exact.ts";
import { round } from "../number/rounding.ts";
import type { Budget } from "./budget.ts";
import { paid } from "./budget.ts";
import { monthsBetween } from "./date.ts";
import { elementsOf } from "./evaluate-macro.ts";
import type { Evaluate, Scene } from "./scene.ts";
import type { Expression, FunctionName, Table, Value } from "./tree.ts";

/** A function of arguments none of which is missing; it pays for what it adds up. */
type Function = (budget: Budget, ...given: never[]) => Value;

/** Of a list of which no element is missing. */
const overNumbers =
  (f: (numbers: readonly Exact[], budget: Budget) => Value): Function =>
  (budget, list: readonly (Exact | undefined)[]) =>
    list.includes(undefined) ? undefined : f(list as readonly Exact[], budget);
const ofSome = (f: (numbers: readonly Exact[], budget: Budget) => Value): Function =>
  overNumbers((numbers, budget) => (numbers.length === 0 ? undefined : f(numbers, budget)));
const total = (numbers: readonly Exact[], budget: Budget): Exact =>
  numbers.reduce((sum, value) => paid(budget, add(sum, value)), 0);

const functions: Readonly<Record<FunctionName, Function>> = {
  size: (_, among: readonly Value[] | Table) => elementsOf(among).length,
  sum: overNumbers(total),
  mean: ofSome((numbers, budget) => divide(total(numbers, budget), numbers.length)),
  min: ofSome((numbers) => numbers.reduce(minimum)),
  max: ofSome((numbers) => numbers.reduce(maximum)),
  smallest: (_, ...numbers: Exact[]) => numbers.reduce(minimum),
  largest: (_, ...numbers: Exact[]) => numbers.reduce(maximum),
  round: (_, x: Exact, to: Exact) => round(x, { to, mode: "half_up" }),
  clamp: (_, x: Exact, lowest: Exact, highest: Exact) => minimum(maximum(x, lowest), highest),
  days: (_, from: Exact, to: Exact) => subtract(to, from),
  months: (_, from: number, to: number) => monthsBetween(from, to),
};

export function call<E>(name: FunctionName, given: readonly Evaluate<E>[], { budget }: Scene<E>): Evaluate<E> {
  const f = functions[name] as (budget: Budget, ...values: Value[]) => Value;
  return (env) => {
    const values: Value[] = [];
    for (const argument of given) {
      const value = argument(env);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return f(budget, ...values);
  };
}

/** `atLeast` and `below`; a band that is none of `bands` is missing. */
export function bandCall<E>(
  { name, bands }: Extract<Expression, { kind: "band" }>,
  of: Evaluate<E>,
  than: Evaluate<E>,
): Evaluate<E> {
  const place = new Map<Value, number>(bands.map((band, index) => [band, index]));
  const isAtLeast = name === "atLeast";
  return (env) => {
    const one = place.get(of(env));
    const other = place.get(than(env));
    // The best band stands first.
    return one === undefined || other === undefined ? undefined : one <= other === isAtLeast;
  };
}
