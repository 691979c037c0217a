import { compare } from "../number/exact.ts";
import { round } from "../number/rounding.ts";
import { phrase } from "../text/phrase.ts";
import { sameBands } from "./compare.ts";
import type { Checked, Context, Signature } from "./context.ts";
import { bounds, isPositive, isWithin, larger, rising, smaller } from "./interval.ts";
import type { Syntax } from "./syntax.ts";
import type { FunctionName, NumberType, Type } from "./tree.ts";
import { asWritten, between, describe, kinds } from "./words.ts";

/** The arguments of a call: as many as the function takes. */
export type Given = readonly [Syntax, Syntax, Syntax, ...Syntax[]];

export interface CheckedNumber extends Checked {
  readonly type: NumberType;
}

export function checkNumber(name: string, syntax: Syntax, context: Context): CheckedNumber | undefined {
  const checked = context.check(syntax, context);
  if (checked === undefined) return undefined;
  const { expression, type } = checked;
  if (type.kind === "number") return { expression, type };
  return context.report("R307", { what: asWritten(name), expected: kinds.number, found: describe(type) }, syntax);
}

const call = (name: FunctionName, given: readonly Checked[], type: Type): Checked => ({
  expression: { kind: "call", name, arguments: given.map(({ expression }) => expression) },
  type,
});

export function checkSize([syntax]: Given, context: Context): Checked | undefined {
  const list = context.check(syntax, context);
  if (list === undefined) return undefined;
  if (list.type.kind === "list" || list.type.kind === "table") return call("size", [list], { kind: "number", min: 0 });
  return context.report("R307", { what: asWritten("size"), expected: kinds.list, found: describe(list.type) }, syntax);
}

export function checkBand(name: "atLeast" | "below", [first, second]: Given, context: Context): Checked | undefined {
  const of = context.check(first, context);
  const than = context.check(second, context, of?.type);
  if (of === undefined || than === undefined) return undefined;
  const wrong = (type: Type, syntax: Syntax): undefined =>
    context.report("R307", { what: asWritten(name), expected: kinds.band, found: describe(type) }, syntax);
  if (of.type.kind !== "band") return wrong(of.type, first);
  if (than.type.kind !== "band") return wrong(than.type, second);
  const { bands } = of.type;
  if (!sameBands(bands, than.type.bands)) {
    const expected = phrase("one of the bands {bands}", { bands });
    const found = { en: than.type.bands.join(", "), vi: than.type.bands.join(", ") };
    return context.report("R307", { what: asWritten(name), expected, found }, second);
  }
  return {
    expression: { kind: "band", name, of: of.expression, than: than.expression, bands },
    type: { kind: "flag" },
  };
}

/** `round(x, step)`: half up, to a multiple of `step`. */
export function checkRound([first, second]: Given, context: Context): Checked | undefined {
  const x = checkNumber("round", first, context);
  const step = checkNumber("round", second, context);
  if (x === undefined || step === undefined) return undefined;
  const { min, max } = step.type;
  if (min === undefined || !isPositive(step.type)) {
    const what = phrase("the step of `round`");
    const expected = phrase("a number above 0");
    const found = phrase("one that can be 0 or less");
    return context.report("R307", { what, expected, found }, second);
  }
  const isFixed = max !== undefined && compare(min, max) === 0;
  const range = isFixed ? rising(x.type, (value) => round(value, { to: min, mode: "half_up" })) : {};
  return call("round", [x, step], { kind: "number", ...range });
}

export function checkClamp([first, second, third]: Given, context: Context): Checked | undefined {
  const x = checkNumber("clamp", first, context);
  const lowest = checkNumber("clamp", second, context);
  const highest = checkNumber("clamp", third, context);
  if (x === undefined || lowest === undefined || highest === undefined) return undefined;
  const [low, high] = [lowest.type.min, highest.type.max];
  if (low !== undefined && high !== undefined && compare(low, high) > 0) {
    const what = phrase("the highest value of `clamp`");
    const expected = phrase("a number not below the lowest");
    return context.report("R307", { what, expected, found: phrase("a lower one") }, third);
  }
  const range = smaller(larger(bounds(x.type), lowest.type), highest.type);
  return call("clamp", [x, lowest, highest], { kind: "number", ...range });
}

/** `days(from, to)`, `months(from, to)`: positive when `to` is the later one. */
export function checkBetween(name: "days" | "months", [first, second]: Given, context: Context): Checked | undefined {
  const dates = [first, second].map((syntax) => {
    const date = context.check(syntax, context, { kind: "date" });
    if (date === undefined || date.type.kind === "date") return date;
    return context.report("R307", { what: asWritten(name), expected: kinds.date, found: describe(date.type) }, syntax);
  });
  const [from, to] = dates;
  return from && to && call(name, [from, to], { kind: "number" });
}

/** A function of the scope. */
export function checkAsk(
  name: string,
  { arguments: types, result }: Signature,
  given: Given,
  context: Context,
): Checked | undefined {
  const expressions = [];
  for (const [index, wanted] of types.entries()) {
    const syntax = given[index] as Syntax;
    const checked = context.check(syntax, context, wanted);
    if (checked === undefined) return undefined;
    const { type } = checked;
    const isRange = type.kind === "number" && wanted.kind === "number";
    if (type.kind !== wanted.kind || (isRange && !isWithin(type, wanted))) {
      const found = isRange ? phrase("one that can be outside") : describe(type);
      const expected = isRange ? between(wanted) : describe(wanted);
      return context.report("R307", { what: asWritten(name), expected, found }, syntax);
    }
    expressions.push(checked.expression);
  }
  return { expression: { kind: "ask", name, arguments: expressions }, type: result };
}
