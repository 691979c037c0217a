import { phrase } from "../text/phrase.ts";
import type { Span } from "../text/source.ts";
import type { Given } from "./check-function.ts";
import { checkNumber } from "./check-function.ts";
import type { CheckedList } from "./check-macro.ts";
import { asList, isGuarded, unguarded } from "./check-macro.ts";
import { fieldOf, nameOf } from "./check-name.ts";
import { isRows } from "./compare.ts";
import type { Checked, Context } from "./context.ts";
import { bounds, isNotNegative, larger, smaller } from "./interval.ts";
import type { Call, Syntax } from "./syntax.ts";
import type { Expression, NumberType, Type } from "./tree.ts";
import { asWritten, describe, kinds } from "./words.ts";

type Name = "sum" | "mean" | "min" | "max";

/** `sum(list)`, `sum(list, field)` and kin, and `min(a, b)` and `max(a, b)`. */
export function checkAggregate(name: Name, given: Given, call: Call & Span, context: Context): Checked | undefined {
  const [first, ...rest] = given;
  const head = context.check(first, context);
  if (head === undefined) return undefined;
  if ((name === "min" || name === "max") && rest.length > 0 && head.type.kind === "number") {
    return checkExtreme(name, head, rest, context);
  }
  const list = asList(name, head, first, context);
  const [field, further] = rest;
  if (further) return context.report("R307", { what: asWritten(name), expected: oneField, found: more }, further);
  const numbers = list && field ? fieldOfEach(name, list, first, field, context) : list;
  if (numbers === undefined) return undefined;
  if (numbers.element.kind !== "number") {
    const found = describe(numbers.element);
    return context.report("R307", { what: asWritten(name), expected: kinds.number, found }, field ?? first);
  }
  if (name !== "sum" && !isGuarded(numbers, context)) return unguarded(name, first, call, context);
  const type = name === "sum" ? sumOf(numbers.element) : numbers.element;
  return { expression: { kind: "call", name, arguments: [numbers.expression] }, type };
}
const oneField = phrase("one field of the list");
const more = phrase("more arguments");

const sumOf = (each: NumberType): Type => ({ kind: "number", ...(isNotNegative(each) && { min: 0 }) });

function checkExtreme(
  name: "min" | "max",
  first: Checked,
  rest: readonly Syntax[],
  context: Context,
): Checked | undefined {
  const others = rest.map((syntax) => checkNumber(name, syntax, context));
  let type = bounds(first.type.kind === "number" ? first.type : {});
  const expressions: Expression[] = [first.expression];
  for (const other of others) {
    if (other === undefined) return undefined;
    type = name === "min" ? smaller(type, other.type) : larger(type, other.type);
    expressions.push(other.expression);
  }
  const called = name === "min" ? "smallest" : "largest";
  return { expression: { kind: "call", name: called, arguments: expressions }, type: { kind: "number", ...type } };
}

/** The numbers that a field has in each record of a list, as `list.map(#, #.field)`. */
function fieldOfEach(
  name: Name,
  list: CheckedList,
  listSyntax: Syntax,
  field: Syntax,
  context: Context,
): CheckedList | undefined {
  if (field.kind !== "name" || list.element.kind !== "record") {
    const found =
      list.element.kind === "record" ? asWritten(context.text.slice(field.start, field.end)) : describe(list.type);
    const expected = phrase("a list of records and the name of a field");
    return context.report(
      "R307",
      { what: asWritten(name), expected, found },
      field.kind === "name" ? listSyntax : field,
    );
  }
  const element = fieldOf(list.element, field.name, field, context, nameOf(listSyntax));
  if (element === undefined) return undefined;
  const variable = "#";
  const body: Expression = { kind: "select", of: { kind: "name", name: variable }, field: field.name };
  return {
    expression: { kind: "macro", name: "map", list: list.expression, variable, body },
    type: { kind: "list", of: element, ...(isRows(list.type) && { rows: true }) },
    element,
  };
}
