import { phrase } from "../text/phrase.ts";
import { isKey, theKey } from "./check-name.ts";
import { isComparable } from "./compare.ts";
import type { Checked, Context } from "./context.ts";
import { assume, isNotZero } from "./facts.ts";
import { bounds, combine, isZero } from "./interval.ts";
import { checkPair } from "./pair.ts";
import type { Syntax } from "./syntax.ts";
import type { Arithmetic, BinaryOperator, Comparison, Type } from "./tree.ts";
import { asWritten, describe, kinds } from "./words.ts";
import { operandText } from "./write.ts";

type BinarySyntax = Extract<Syntax, { kind: "binary" }>;
const flag: Type = { kind: "flag" };

export function checkBinary(syntax: BinarySyntax, context: Context): Checked | undefined {
  switch (syntax.operator) {
    case "&&":
    case "||":
      return checkLogic(syntax, syntax.operator, context);
    case "+":
    case "-":
    case "*":
    case "/":
      return checkArithmetic(syntax, syntax.operator, context);
    case "in":
      return checkIn(syntax, context);
    default:
      return checkComparison(syntax, syntax.operator, context);
  }
}

function checkLogic(syntax: BinarySyntax, operator: "&&" | "||", context: Context): Checked | undefined {
  const left = operand(syntax.left, "flag", operator, context);
  // The right side only matters where the left one has not decided: it is a guard of the right side.
  const facts = left && assume(left.expression, operator === "&&", context.facts, context.typeOf);
  const right = operand(syntax.right, "flag", operator, facts ? { ...context, facts } : context);
  return left && right && binary(operator, left, right, flag);
}

function checkArithmetic(syntax: BinarySyntax, operator: Arithmetic, context: Context): Checked | undefined {
  const left = operand(syntax.left, "number", operator, context);
  const right = operand(syntax.right, "number", operator, context);
  if (left?.type.kind !== "number" || right?.type.kind !== "number") return undefined;
  if (operator === "/" && !isNotZero(right.expression, context.facts, context.typeOf)) {
    const { start, end } = syntax.right;
    const divisor = context.text.slice(start, end);
    if (isZero(right.type)) return context.report("R320", { divisor }, syntax.right);
    return context.report("R316", { divisor, operand: operandText(right.expression, "/") }, syntax.right);
  }
  return binary(operator, left, right, { kind: "number", ...combine(operator, bounds(left.type), bounds(right.type)) });
}

function operand(syntax: Syntax, kind: "flag" | "number", operator: string, context: Context): Checked | undefined {
  const checked = context.check(syntax, context);
  if (checked === undefined || checked.type.kind === kind) return checked;
  const texts = { what: asWritten(operator), expected: kinds[kind], found: describe(checked.type) };
  return context.report("R307", texts, syntax);
}

function checkComparison(syntax: BinarySyntax, operator: Comparison, context: Context): Checked | undefined {
  const [left, right] = checkPair(syntax.left, syntax.right, context, context);
  if (left === undefined || right === undefined) return undefined;
  const isOrder = operator !== "==" && operator !== "!=";
  if (isOrder && left.type.kind === "band" && right.type.kind === "band")
    return context.report("R310", { operator }, syntax);
  const hasOrder = left.type.kind === "number" || left.type.kind === "date";
  if (!isComparable(left.type, right.type) || (isOrder && !hasOrder)) {
    const cell = cellMeant(syntax.left, right.type, context) ?? cellMeant(syntax.right, left.type, context);
    return context.report("R308", { left: describe(left.type), right: describe(right.type), operator, cell }, syntax);
  }
  return binary(operator, left, right, flag);
}

/** The score of an item is a number; what is no number is compared with what its cell says. */
function cellMeant(part: Syntax, other: Type, { scope }: Context): string | undefined {
  const raw = scope.names.get("raw");
  if (part.kind !== "name" || raw?.kind !== "record" || !Object.hasOwn(raw.fields, part.name)) return undefined;
  return raw.fields[part.name]?.kind !== "number" && other.kind !== "number" ? `raw.${part.name}` : undefined;
}

function checkIn(syntax: BinarySyntax, context: Context): Checked | undefined {
  const isListed = syntax.right.kind === "list";
  // `x in ["a", "b"]`: x says what the texts are. `"a" in list`: the list says what the text is.
  const first = context.check(isListed ? syntax.left : syntax.right, context);
  const second = isListed
    ? context.check(syntax.right, context, first && { kind: "list", of: first.type })
    : context.check(syntax.left, context, first?.type.kind === "list" ? first.type.of : undefined);
  const [left, right] = isListed ? [first, second] : [second, first];
  if (left === undefined || right === undefined) return undefined;
  const found = describe(right.type);
  if (right.type.kind === "table" && right.type.keyed) {
    if (isKey(left.type)) return binary("in", left, right, flag);
    return context.report("R307", { what: theKey, expected: kinds.text, found: describe(left.type) }, syntax.left);
  }
  if (right.type.kind !== "list") {
    const expected = phrase("a list, or a table with a key");
    return context.report("R307", { what: asWritten("in"), expected, found }, syntax.right);
  }
  if (isComparable(left.type, right.type.of)) return binary("in", left, right, flag);
  return context.report("R308", { left: describe(left.type), right: found, operator: "in" }, syntax);
}

function binary(operator: BinaryOperator, left: Checked, right: Checked, type: Type): Checked {
  const operands = left.type.kind;
  return { expression: { kind: "binary", operator, left: left.expression, right: right.expression, operands }, type };
}
