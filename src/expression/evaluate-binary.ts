import type { Exact } from "../number/exact.ts";
import { add, compare, divide, equal, multiply, sign, subtract } from "../number/exact.ts";
import { paid } from "./budget.ts";
import { elementsOf } from "./evaluate-macro.ts";
import type { Evaluate, Scene } from "./scene.ts";
import type { Binary, Comparison, Table, Value } from "./tree.ts";

export function binary<E>(e: Binary, scene: Scene<E>): Evaluate<E> {
  const left = scene.compile(e.left, scene);
  const right = scene.compile(e.right, scene);
  switch (e.operator) {
    case "&&":
      return decide(left, right, false);
    case "||":
      return decide(left, right, true);
    case "+":
      return arithmetic(left, right, add, scene);
    case "-":
      return arithmetic(left, right, subtract, scene);
    case "*":
      return arithmetic(left, right, multiply, scene);
    case "/":
      return quotient(left, right, scene);
    case "in":
      return membership(left, right, e.operands === "number");
    default:
      if (e.right.kind === "literal") return comparisonWith(e, left, e.right.value);
      return comparison(e.operator, left, right, e.operands);
  }
}

/** `&&` is decided by a false side, `||` by a true one, whatever the other is. */
function decide<E>(left: Evaluate<E>, right: Evaluate<E>, decisive: boolean): Evaluate<E> {
  return (env) => {
    const first = left(env);
    if (first === decisive) return decisive;
    const second = right(env);
    if (second === decisive) return decisive;
    return first === undefined || second === undefined ? undefined : !decisive;
  };
}

function arithmetic<E>(
  left: Evaluate<E>,
  right: Evaluate<E>,
  f: (a: Exact, b: Exact) => Exact,
  { budget }: Scene<E>,
): Evaluate<E> {
  return (env) => {
    const a = left(env) as Exact | undefined;
    const b = right(env) as Exact | undefined;
    return a === undefined || b === undefined ? undefined : paid(budget, f(a, b));
  };
}

function quotient<E>(left: Evaluate<E>, right: Evaluate<E>, { hooks, budget }: Scene<E>): Evaluate<E> {
  return (env) => {
    const a = left(env) as Exact | undefined;
    const b = right(env) as Exact | undefined;
    if (a === undefined || b === undefined) return undefined;
    if (sign(b) !== 0) return paid(budget, divide(a, b));
    hooks.onZero?.(env);
    return undefined;
  };
}

/** Whether the result of comparing numbers (or days) is what each operator asks for. */
export const asks: Readonly<Record<Comparison, (order: number) => boolean>> = {
  "==": (order) => order === 0,
  "!=": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

function comparison<E>(
  operator: Comparison,
  left: Evaluate<E>,
  right: Evaluate<E>,
  operands: Binary["operands"],
): Evaluate<E> {
  const isAsked = asks[operator];
  const isNumber = operands === "number" || operands === "date";
  return (env) => {
    const a = left(env);
    const b = right(env);
    if (a === undefined || b === undefined) return undefined;
    return isAsked(isNumber ? compare(a as Exact, b as Exact) : a === b ? 0 : 1);
  };
}

/** The usual case of a rule, `ky_luat != "khong"`: one call less, and no second value to look for. */
function comparisonWith<E>({ operator, operands }: Binary, left: Evaluate<E>, literal: Value): Evaluate<E> {
  const isAsked = asks[operator as Comparison];
  if (operands === "number" || operands === "date") {
    return (env) => {
      const value = left(env);
      return value === undefined ? undefined : isAsked(compare(value as Exact, literal as Exact));
    };
  }
  const isEqual = operator === "==";
  return (env) => {
    const value = left(env);
    return value === undefined ? undefined : (value === literal) === isEqual;
  };
}

/** Found: true, whatever else is missing. */
function membership<E>(left: Evaluate<E>, right: Evaluate<E>, isNumber: boolean): Evaluate<E> {
  return (env) => {
    const value = left(env);
    const among = right(env) as readonly Value[] | Table | undefined;
    if (value === undefined || among === undefined) return undefined;
    if ("rows" in among) return among.row(value as string) !== undefined;
    let result: boolean | undefined = false;
    for (const element of elementsOf(among)) {
      if (element === undefined) result = undefined;
      else if (isNumber ? equal(value as Exact, element as Exact) : value === element) return true;
    }
    return result;
  };
}
