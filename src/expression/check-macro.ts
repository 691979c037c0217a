import { phrase } from "../text/phrase.ts";
import type { Span } from "../text/source.ts";
import type { Given } from "./check-function.ts";
import { missing } from "./check-name.ts";
import { isRows } from "./compare.ts";
import type { Checked, Context } from "./context.ts";
import { isNotZero, sizeOf } from "./facts.ts";
import type { Call, Syntax } from "./syntax.ts";
import type { Expression, Macro, Type } from "./tree.ts";
import { asWritten, describe, kinds } from "./words.ts";

/** `list.all(x, body)` and its kin. */
export function checkMacro(name: Macro, given: Given, call: Call & Span, context: Context): Checked | undefined {
  const [listSyntax, variableSyntax, bodySyntax] = given;
  const checked = context.check(listSyntax, context);
  const list = checked && asList(name, checked, listSyntax, context);
  const variable = checkVariable(name, variableSyntax, context);
  if (list === undefined || variable === undefined) return undefined;
  const rows = isRows(list.type);
  // Of all records that expressions see, a period alone has a total.
  const ofPeriods = list.element.kind === "record" && Object.hasOwn(list.element.fields, "total");
  if (name === "consecutive" && (rows || !ofPeriods)) {
    const expected = phrase("a list of periods");
    return context.report("R307", { what: asWritten(name), expected, found: describe(list.type) }, listSyntax);
  }
  const locals = new Map(context.locals).set(variable, list.element);
  const body = context.check(bodySyntax, { ...context, locals });
  if (body === undefined) return undefined;
  if (name !== "map" && body.type.kind !== "flag") {
    const what = phrase("the condition of `{name}`", { name });
    return context.report("R307", { what, expected: kinds.flag, found: describe(body.type) }, bodySyntax);
  }
  if (name === "all" && !isGuarded(list, context)) return unguarded(name, listSyntax, call, context);
  return {
    expression: { kind: "macro", name, list: list.expression, variable, body: body.expression },
    type: resultOf(name, list.element, body.type, rows),
  };
}

function resultOf(name: Macro, element: Type, body: Type, rows: boolean): Type {
  switch (name) {
    case "all":
    case "exists":
    case "exists_one":
      return { kind: "flag" };
    case "count":
    case "consecutive":
      return { kind: "number", min: 0 };
    case "filter":
    case "map":
      return { kind: "list", of: name === "filter" ? element : body, ...(rows && { rows: true }) };
  }
}

/** A list, or the rows of a table. */
export interface CheckedList extends Checked {
  readonly element: Type;
}
export function asList(name: string, list: Checked, syntax: Syntax, context: Context): CheckedList | undefined {
  if (list.type.kind === "list") return { ...list, element: list.type.of };
  if (list.type.kind === "table") return { ...list, element: list.type.row };
  return context.report("R307", { what: asWritten(name), expected: kinds.list, found: describe(list.type) }, syntax);
}

/** A new name: one that hides another would let a reader take one for the other. */
function checkVariable(name: Macro, syntax: Syntax, context: Context): string | undefined {
  if (syntax.kind !== "name") {
    const expected = phrase("a name for the element");
    const found = asWritten(context.text.slice(syntax.start, syntax.end));
    return context.report("R307", { what: asWritten(name), expected, found }, syntax);
  }
  const { names, unavailable } = context.scope;
  const isTaken =
    syntax.name === missing ||
    context.locals.has(syntax.name) ||
    names.has(syntax.name) ||
    unavailable?.has(syntax.name) === true;
  return isTaken ? context.report("R318", { name: syntax.name }, syntax) : syntax.name;
}

/** Does the list have elements, as far as the rubric must care? Rows of a table only where a guard says so. */
export function isGuarded({ expression, type }: Checked, context: Context): boolean {
  return !isRows(type) || isFilled(expression, context);
}

function isFilled(list: Expression, context: Context): boolean {
  if (isNotZero(sizeOf(list), context.facts, context.typeOf)) return true;
  return list.kind === "macro" && list.name === "map" && isFilled(list.list, context);
}

export function unguarded(name: string, list: Syntax, call: Span, context: Context): undefined {
  return context.report("R317", { name, list: context.text.slice(list.start, list.end) }, call);
}
