import { phrase } from "../text/phrase.ts";
import type { Span } from "../text/source.ts";
import { suggest } from "../text/suggest.ts";
import type { Checked, Context } from "./context.ts";
import { elsewhere } from "./elsewhere.ts";
import { usageOf } from "./formulas.ts";
import type { Syntax } from "./syntax.ts";
import type { Type } from "./tree.ts";
import { asWritten, describe, kinds } from "./words.ts";

export function checkName(name: string, span: Span, context: Context): Checked | undefined {
  const { names, unavailable } = context.scope;
  const type = context.locals.get(name) ?? names.get(name);
  if (type !== undefined) return { expression: { kind: "name", name }, type };
  if (name === missing) {
    if (context.scope.mayMiss) return { expression: { kind: "missing" }, type: { kind: "missing" } };
    return context.report("R319", { name, reason: onlyScores }, span);
  }
  const reason = unavailable?.get(name);
  if (reason !== undefined) return context.report("R319", { name, reason }, span);
  const formula = context.scope.formulas?.get(name);
  if (formula) {
    const isFormula = phrase("it is a formula, which is called as `{usage}`", { usage: usageOf(name, formula) });
    return context.report("R319", { name, reason: isFormula }, span);
  }
  const known = elsewhere.get(name);
  if (known) return context.report("R319", { name, reason: known }, span);
  return context.report("R303", { name, suggestion: suggest(name, [...context.locals.keys(), ...names.keys()]) }, span);
}

/** The word for no value. */
export const missing = "missing";
const onlyScores = phrase("only a `value`, and the `score` of a rollup, can say that there is no score");

export function checkSelect(syntax: Extract<Syntax, { kind: "select" }>, context: Context): Checked | undefined {
  const { field, fieldSpan } = syntax;
  const of = context.check(syntax.of, context);
  if (of === undefined) return undefined;
  if (of.type.kind !== "record") {
    const expected = of.type.kind === "table" ? rowOfTable : kinds.record;
    const text = `sum(${nameOf(syntax.of)}, ${field})`;
    const advice =
      of.type.kind === "list" && of.type.of.kind === "record"
        ? phrase("of several write `{text}`", { text })
        : undefined;
    return context.report(
      "R307",
      { what: asWritten(`.${field}`), expected, found: describe(of.type), advice },
      syntax.of,
    );
  }
  const type = fieldOf(of.type, field, fieldSpan, context, nameOf(syntax.of));
  return type && { expression: { kind: "select", of: of.expression, field }, type };
}
const rowOfTable = phrase("one row, `table[key]`");

/** The type of a record's field, or undefined when it was reported. */
export function fieldOf(
  record: Type & { kind: "record" },
  field: string,
  span: Span,
  context: Context,
  of: string,
): Type | undefined {
  if (Object.hasOwn(record.fields, field)) return record.fields[field];
  const reason = record.lacks?.get(field);
  if (reason !== undefined) return context.report("R319", { name: `${of}.${field}`, reason }, span);
  return context.report("R304", { of, field, suggestion: suggest(field, Object.keys(record.fields)) }, span);
}

/** What a message calls the record. */
export function nameOf(syntax: Syntax): string {
  if (syntax.kind === "name") return syntax.name;
  if (syntax.kind === "select") return `${nameOf(syntax.of)}.${syntax.field}`;
  return syntax.kind === "index" ? `${nameOf(syntax.of)}[…]` : "…";
}

export function checkIndex(syntax: Extract<Syntax, { kind: "index" }>, context: Context): Checked | undefined {
  const of = context.check(syntax.of, context);
  const at = context.check(syntax.at, context);
  if (of === undefined || at === undefined) return undefined;
  if (of.type.kind !== "table" || !of.type.keyed) {
    const expected = phrase("a table with a key");
    const advice = syntax.of.kind === "name" && syntax.of.name === "periods" ? oneOfPeriods : undefined;
    return context.report("R307", { what: asWritten("[…]"), expected, found: describe(of.type), advice }, syntax.of);
  }
  if (!isKey(at.type)) {
    return context.report("R307", { what: theKey, expected: kinds.text, found: describe(at.type) }, syntax.at);
  }
  return { expression: { kind: "index", of: of.expression, at: at.expression }, type: of.type.row };
}

const oneOfPeriods = phrase("the last of them is `latest`; any of them: `periods.exists(p, …)`");

/** Keys of tables are texts, as all keys are. */
export const isKey = (type: Type): boolean => type.kind === "text" || type.kind === "choice" || type.kind === "band";
export const theKey = phrase("the key of a table");
