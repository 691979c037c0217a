import { formatDecimal, placesNeeded } from "../number/decimal.ts";
import { toKey } from "../number/exact.ts";
import { dateText } from "./date.ts";
import type { BinaryOperator, Expression } from "./tree.ts";

/** An expression as a rubric would write it, with no more brackets than it needs. */
export const expressionText = (e: Expression): string => write(e).text;

/** The same as it stands on the right of an operator: in brackets unless it binds more tightly. */
export const operandText = (e: Expression, operator: BinaryOperator): string => operand(e, bindingOf(operator) + 1);

/** `binds`: how tightly, so that an operand that binds less is put into brackets. */
interface Written {
  readonly text: string;
  readonly binds: number;
}

const levels = [["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">=", "in"], ["+", "-"], ["*", "/"]] as const;
const choice = 0;
const prefix = levels.length + 1;
const whole = prefix + 1;
const bindingOf = (operator: BinaryOperator): number =>
  levels.findIndex((level) => level.some((each) => each === operator)) + 1;

function write(e: Expression): Written {
  switch (e.kind) {
    case "literal":
      return literal(e.value);
    case "missing":
      return { text: "missing", binds: whole };
    case "name":
      return { text: e.name, binds: whole };
    case "select":
      return { text: `${operand(e.of, whole)}.${e.field}`, binds: whole };
    case "index":
      return { text: `${operand(e.of, whole)}[${expressionText(e.at)}]`, binds: whole };
    case "not":
      return { text: `!${operand(e.of, prefix)}`, binds: prefix };
    case "negate":
      return { text: `-${operand(e.of, prefix)}`, binds: prefix };
    case "binary": {
      const binds = bindingOf(e.operator);
      // The same operator on the right needs brackets: a - (b - c).
      const [left, right] = e.operands === "date" ? [dated(e.left), dated(e.right)] : [e.left, e.right];
      return { text: `${operand(left, binds)} ${e.operator} ${operand(right, binds + 1)}`, binds };
    }
    case "choose":
      return {
        text: `${operand(e.when, choice + 1)} ? ${operand(e.yes, choice + 1)} : ${operand(e.no, choice)}`,
        binds: choice,
      };
    case "call":
      return called(
        names[e.name] ?? e.name,
        e.name === "days" || e.name === "months" ? e.arguments.map(dated) : e.arguments.flatMap(unmapped),
      );
    case "ask":
      return called(e.name, e.name === "items" ? e.arguments.map(bare) : e.arguments);
    case "band":
      return called(e.name, [e.of, e.than]);
    case "macro": {
      const of = `${e.variable}, ${expressionText(e.body)}`;
      const counted = e.name === "count" || e.name === "consecutive";
      const text = counted
        ? `${e.name}(${expressionText(e.list)}, ${of})`
        : `${operand(e.list, whole)}.${e.name}(${of})`;
      return { text, binds: whole };
    }
    case "list":
      return { text: `[${e.elements.map(expressionText).join(", ")}]`, binds: whole };
  }
}

/** An area stands for itself. */
const bare = (e: Expression): Expression =>
  e.kind === "literal" && typeof e.value === "string" ? { kind: "name", name: e.value } : e;

/** A date that stands in the rubric is a number of days here. */
const dated = (e: Expression): Expression =>
  e.kind === "literal" && typeof e.value === "number" ? { kind: "literal", value: dateText(e.value) } : e;

/** `sum(list, field)` is the sum of a `map` whose variable no rubric can name. */
const unmapped = (e: Expression): readonly Expression[] =>
  e.kind === "macro" && e.variable === "#" && e.body.kind === "select"
    ? [e.list, { kind: "name", name: e.body.field }]
    : [e];

/** The functions that a rubric writes by another name. */
const names: Readonly<Record<string, string>> = { smallest: "min", largest: "max" };

const called = (name: string, given: readonly Expression[]): Written => ({
  text: `${name}(${given.map(expressionText).join(", ")})`,
  binds: whole,
});

function operand(e: Expression, least: number): string {
  const { text, binds } = write(e);
  return binds < least ? `(${text})` : text;
}

function literal(value: Extract<Expression, { kind: "literal" }>["value"]): Written {
  if (typeof value === "string") return { text: JSON.stringify(value), binds: whole };
  if (typeof value === "boolean") return { text: String(value), binds: whole };
  const text = placesNeeded(value) === undefined ? toKey(value) : formatDecimal(value);
  return { text, binds: text.startsWith("-") ? prefix : text.includes("/") ? levels.length : whole };
}
