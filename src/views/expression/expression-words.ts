import type { Comparison } from "../../expression/tree.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";

export const isComparison = (operator: string): operator is Comparison => Object.hasOwn(comparisons, operator);

/** A comparison of two texts. */
export const comparisons: Readonly<Record<Comparison, (left: string, right: string) => Bilingual>> = {
  "==": (left, right) => phrase("{left} is {right}", { left, right }),
  "!=": (left, right) => phrase("{left} is not {right}", { left, right }),
  "<": (left, right) => phrase("{left} is below {right}", { left, right }),
  "<=": (left, right) => phrase("{left} is at most {right}", { left, right }),
  ">": (left, right) => phrase("{left} is above {right}", { left, right }),
  ">=": (left, right) => phrase("{left} is at least {right}", { left, right }),
};

/** What calculates. */
export const symbols = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

/** What the program itself calls a value. */
export const ownNames: ReadonlyMap<string, Bilingual> = new Map([
  ["total", phrase("the total")],
  ["unclamped", phrase("the total before the limit")],
  ["band", phrase("the band")],
  ["periods", phrase("the rated periods")],
  ["unrated", phrase("the periods without a class")],
  ["average", phrase("the average of the periods")],
  ["state", phrase("the state")],
  ["period", phrase("this period")],
  ["period_start", phrase("the first day of the period")],
  ["period_end", phrase("the last day of the period")],
]);

/** What stands before what a function is given. */
export const functions: ReadonlyMap<string, Bilingual> = new Map([
  ["size", phrase("number of")],
  ["sum", phrase("sum of")],
  ["mean", phrase("mean of")],
  ["min", phrase("least of")],
  ["max", phrase("greatest of")],
  ["smallest", phrase("least of")],
  ["largest", phrase("greatest of")],
]);
