import { phrase } from "../text/phrase.ts";
import { checkBinary } from "./check-binary.ts";
import { checkCall } from "./check-call.ts";
import { checkIndex, checkName, checkSelect } from "./check-name.ts";
import { checkText } from "./check-text.ts";
import { isComparable, unite } from "./compare.ts";
import type { Checked, Context, Report, Scope } from "./context.ts";
import { assume, intervalOf } from "./facts.ts";
import { bounds, opposite, single } from "./interval.ts";
import { checkPair } from "./pair.ts";
import type { Form, Syntax } from "./syntax.ts";
import type { Expression, Type } from "./tree.ts";
import { asWritten, describe, kinds } from "./words.ts";

/** The context in which an expression begins. */
export function rootContext(text: string, scope: Scope, report: Report): Context {
  const types = new WeakMap<Expression, Type>();
  const typeOf = (expression: Expression): Type | undefined => types.get(expression);
  return {
    text,
    scope,
    locals: new Map(),
    facts: new Map(),
    report,
    typeOf,
    check(syntax, context, wanted) {
      const checked = checkForm(syntax, context, wanted);
      if (checked === undefined) return undefined;
      const { expression } = checked;
      types.set(expression, checked.type);
      // A guard around this point may know more of a number than its type does.
      if (checked.type.kind !== "number") return checked;
      const type: Type = { kind: "number", ...intervalOf(expression, context.facts, typeOf) };
      types.set(expression, type);
      return { expression, type };
    },
  };
}

function checkForm(syntax: Syntax, context: Context, wanted: Type | undefined): Checked | undefined {
  switch (syntax.kind) {
    case "number":
      return {
        expression: { kind: "literal", value: syntax.value },
        type: { kind: "number", ...single(syntax.value) },
      };
    case "flag":
      return { expression: { kind: "literal", value: syntax.value }, type: { kind: "flag" } };
    case "text":
      return checkText(syntax.value, syntax, context, wanted);
    case "name":
      return checkName(syntax.name, syntax, context);
    case "select":
      return checkSelect(syntax, context);
    case "index":
      return checkIndex(syntax, context);
    case "call":
      return checkCall(syntax, context);
    case "list":
      return checkList(syntax, context, wanted);
    case "not":
    case "negate":
      return checkSign(syntax, context);
    case "binary":
      return checkBinary(syntax, context);
    case "choose":
      return checkChoose(syntax, context, wanted);
    case "percent":
      return context.report("R313", {}, syntax.sign);
    case "refused":
      return context.report("R315", { what: syntax.what }, syntax);
  }
}

function checkSign(syntax: Syntax & { kind: "not" | "negate" }, context: Context): Checked | undefined {
  const { kind } = syntax;
  const of = context.check(syntax.of, context);
  if (of === undefined) return undefined;
  const expression: Expression = { kind, of: of.expression };
  if (kind === "not" && of.type.kind === "flag") return { expression, type: of.type };
  if (kind === "negate" && of.type.kind === "number") {
    return { expression, type: { kind: "number", ...opposite(bounds(of.type)) } };
  }
  const [what, expected] = kind === "not" ? [asWritten("!"), kinds.flag] : [asWritten("-"), kinds.number];
  return context.report("R307", { what, expected, found: describe(of.type) }, syntax.of);
}

function checkChoose(
  syntax: Extract<Syntax, { kind: "choose" }>,
  context: Context,
  wanted: Type | undefined,
): Checked | undefined {
  const when = context.check(syntax.when, context);
  if (when !== undefined && when.type.kind !== "flag") {
    const texts = { what: asWritten("?"), expected: kinds.flag, found: describe(when.type) };
    return context.report("R307", texts, syntax.when);
  }
  const where = (holds: boolean): Context =>
    when ? { ...context, facts: assume(when.expression, holds, context.facts, context.typeOf) } : context;
  const [yes, no] = checkPair(syntax.yes, syntax.no, where(true), where(false), wanted);
  if (!when || !yes || !no) return undefined;
  const type = unite(yes.type, no.type);
  if (type === undefined) {
    const found = { yes: describe(yes.type), no: describe(no.type) };
    return context.report("R311", found, { start: syntax.yes.start, end: syntax.no.end });
  }
  return {
    expression: { kind: "choose", when: when.expression, yes: yes.expression, no: no.expression },
    type,
  };
}

function checkList(
  syntax: Extract<Form, { kind: "list" }> & Syntax,
  context: Context,
  wanted: Type | undefined,
): Checked | undefined {
  const [first, ...rest] = syntax.elements;
  if (first === undefined) {
    return context.report("R315", { what: phrase("an empty list") }, syntax);
  }
  const each = wanted?.kind === "list" ? wanted.of : undefined;
  const head = context.check(first, context, each);
  if (head === undefined) return undefined;
  let of = head.type;
  const elements = [head.expression];
  for (const element of rest) {
    const checked = context.check(element, context, each ?? head.type);
    if (checked === undefined) return undefined;
    const united = isComparable(of, checked.type) ? unite(of, checked.type) : undefined;
    if (united === undefined) {
      const what = phrase("a list that begins like this");
      return context.report("R307", { what, expected: describe(of), found: describe(checked.type) }, element);
    }
    of = united;
    elements.push(checked.expression);
  }
  return { expression: { kind: "list", elements }, type: { kind: "list", of } };
}
