import type { Exact } from "../number/exact.ts";
import type { Expression } from "./tree.ts";

/** Elements that the macros of an expression may go over for one row: a thousand times what honest rubrics need. */
export const mostSteps = 1_000_000;
/** Digits of a numerator or denominator; exact fractions that are multiplied again and again double theirs each time. */
export const mostDigits = 1_000;

/** What is left of the steps of one evaluation. */
export interface Budget {
  left: number;
}

/** Thrown where the budget ends, and caught where the evaluation began. */
export const exhausted = new Error("the budget of an expression is exhausted");

const largest = 10n ** BigInt(mostDigits);
/** From this size on an operation costs more than a step. */
const large = 1n << 256n;
const stepsOfLarge = 100;

export function spend(budget: Budget, steps: number): void {
  budget.left -= steps;
  if (budget.left < 0) throw exhausted;
}

/** A number that was computed, unless it is too long. Whole numbers that a double holds cost nothing. */
export function paid(budget: Budget, value: Exact): Exact {
  if (typeof value === "number") return value;
  const { n, d } = value;
  const size = n < 0n ? -n : n;
  if (size > largest || d > largest) throw exhausted;
  if (size > large || d > large) spend(budget, stepsOfLarge);
  return value;
}

/** Whether an expression can take many steps or digits at all; the others are not watched. */
export const needsBudget = (e: Expression): boolean =>
  e.kind === "macro" ||
  (e.kind === "call" && e.arguments.length > 0) ||
  (e.kind === "binary" && /^[-+*/]$/.test(e.operator)) ||
  partsOf(e).some(needsBudget);

/** The most steps that an expression takes in any case, where every list that is not written out counts for one element. */
export function stepsOf(e: Expression): number {
  if (e.kind === "macro") return stepsOf(e.list) + sizeOf(e.list) * (1 + stepsOf(e.body));
  return partsOf(e).reduce((sum, part) => sum + stepsOf(part), 0);
}

function sizeOf(e: Expression): number {
  if (e.kind === "list") return e.elements.length;
  return e.kind === "macro" && (e.name === "map" || e.name === "filter") ? sizeOf(e.list) : 1;
}

/** The expressions directly inside another; expressions are plain data. */
export function partsOf(e: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  if (e.kind === "literal" || e.kind === "name") return parts;
  for (const value of Object.values(e)) {
    if (Array.isArray(value)) parts.push(...value.filter(isExpression));
    else if (isExpression(value)) parts.push(value);
  }
  return parts;
}

const isExpression = (part: unknown): part is Expression => typeof part === "object" && part !== null && "kind" in part;
