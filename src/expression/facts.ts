import { sign } from "../number/exact.ts";
import type { Bounds } from "./interval.ts";
import { bounds, excludesZero, isNotNegative, isZero, join, meet } from "./interval.ts";
import { keyOf } from "./key.ts";
import type { Binary, Comparison, Expression, Type } from "./tree.ts";

/** What guards say of a number. */
interface Fact {
  readonly bounds: Bounds;
  readonly notZero: boolean;
}
/** What is known at some point of an expression, by the {@link keyOf} of a number. */
export type Facts = ReadonlyMap<string, Fact>;
export type TypeOf = (expression: Expression) => Type | undefined;

/** By condition, then by the facts before it: without this a chain of n conditions would be gone through n times. */
const whereTrue = new WeakMap<Expression, WeakMap<Facts, Facts>>();
const whereFalse = new WeakMap<Expression, WeakMap<Facts, Facts>>();

/** What is known where `condition` is known to be `holds`. */
export function assume(condition: Expression, holds: boolean, facts: Facts, typeOf: TypeOf): Facts {
  const results = holds ? whereTrue : whereFalse;
  const byFacts = results.get(condition) ?? new WeakMap<Facts, Facts>();
  results.set(condition, byFacts);
  let result = byFacts.get(facts);
  if (result === undefined) {
    result = learn(condition, holds, facts, typeOf);
    byFacts.set(facts, result);
  }
  return result;
}

function learn(condition: Expression, holds: boolean, facts: Facts, typeOf: TypeOf): Facts {
  if (condition.kind === "not") return assume(condition.of, !holds, facts, typeOf);
  if (condition.kind === "binary") return learnBinary(condition, holds, facts, typeOf);
  // Something was found in the list, so the list is not empty.
  const found = condition.kind === "macro" && (condition.name === "exists" || condition.name === "exists_one");
  return found && holds ? narrow(facts, sizeOf(condition.list), {}, true) : facts;
}

/** The tree of `size(list)`: a list with elements is one whose size is not 0. */
export const sizeOf = (list: Expression): Expression => ({ kind: "call", name: "size", arguments: [list] });

function learnBinary(condition: Binary, holds: boolean, facts: Facts, typeOf: TypeOf): Facts {
  const { operator, left, right, operands } = condition;
  switch (operator) {
    case "&&":
    case "||":
      return holds === (operator === "&&")
        ? assume(right, holds, assume(left, holds, facts, typeOf), typeOf)
        : inBoth(assume(left, holds, facts, typeOf), assume(right, holds, facts, typeOf));
    case "in":
      return holds ? narrow(facts, sizeOf(right), {}, true) : facts;
    case "+":
    case "-":
    case "*":
    case "/":
      return facts;
    default:
      if (operands !== "number") return facts;
      return compared(holds ? operator : opposites[operator], left, right, facts, typeOf);
  }
}

const opposites = { "==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<" } as const;

function compared(operator: Comparison, left: Expression, right: Expression, facts: Facts, typeOf: TypeOf): Facts {
  const a = intervalOf(left, facts, typeOf);
  const b = intervalOf(right, facts, typeOf);
  switch (operator) {
    case "==":
      return narrow(narrow(facts, left, b), right, a);
    case "!=": {
      const differ = narrow(narrow(facts, minus(left, right), {}, true), minus(right, left), {}, true);
      return narrow(narrow(differ, left, {}, isZero(b)), right, {}, isZero(a));
    }
    case ">":
    case ">=":
      return compared(operator === ">" ? "<" : "<=", right, left, facts, typeOf);
    case "<":
    case "<=": {
      const strict = operator === "<";
      const less = narrow(facts, left, bounds({ max: b.max }), strict && b.max !== undefined && sign(b.max) <= 0);
      const more = narrow(less, right, bounds({ min: a.min }), strict && isNotNegative(a));
      return narrow(more, minus(right, left), { min: 0 }, strict);
    }
  }
}

const minus = (left: Expression, right: Expression): Expression => ({
  kind: "binary",
  operator: "-",
  left,
  right,
  operands: "number",
});

function narrow(facts: Facts, number: Expression, to: Bounds, notZero = false): Facts {
  if (number.kind === "literal" || (!notZero && to.min === undefined && to.max === undefined)) return facts;
  const before = facts.get(keyOf(number));
  return new Map(facts).set(keyOf(number), {
    bounds: meet(before?.bounds ?? {}, to),
    notZero: notZero || before?.notZero === true,
  });
}

/** What holds whichever of two sets of facts does. */
function inBoth(one: Facts, other: Facts): Facts {
  const facts = new Map<string, Fact>();
  for (const [key, a] of one) {
    const b = other.get(key);
    if (b) facts.set(key, { bounds: join(a.bounds, b.bounds), notZero: isSurelyNotZero(a) && isSurelyNotZero(b) });
  }
  return facts;
}
const isSurelyNotZero = (fact: Fact): boolean => fact.notZero || excludesZero(fact.bounds);

/** The bounds of a number by its type and by what guards say of it. */
export function intervalOf(number: Expression, facts: Facts, typeOf: TypeOf): Bounds {
  const type = typeOf(number);
  const own = type?.kind === "number" ? bounds(type) : {};
  const fact = facts.get(keyOf(number));
  return fact ? meet(own, fact.bounds) : own;
}

/** Can `number` be shown to be other than 0 here? */
export function isNotZero(number: Expression, facts: Facts, typeOf: TypeOf): boolean {
  // Nothing is divided by no value.
  if (number.kind === "missing") return true;
  const fact = facts.get(keyOf(number));
  if (fact?.notZero || excludesZero(intervalOf(number, facts, typeOf))) return true;
  const isShown = (part: Expression): boolean => isNotZero(part, facts, typeOf);
  const isAtLeastZero = (part: Expression): boolean => isNotNegative(intervalOf(part, facts, typeOf));
  if (number.kind === "negate") return isShown(number.of);
  if (number.kind === "choose") {
    const branch = (part: Expression, holds: boolean): boolean =>
      isNotZero(part, assume(number.when, holds, facts, typeOf), typeOf);
    return branch(number.yes, true) && branch(number.no, false);
  }
  if (number.kind !== "binary") return false;
  const { operator, left, right } = number;
  if (operator === "*") return isShown(left) && isShown(right);
  if (operator === "/") return isShown(left);
  return operator === "+" && isAtLeastZero(left) && isAtLeastZero(right) && (isShown(left) || isShown(right));
}
