import type { Code, Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Place } from "../text/source.ts";
import { mostSteps, stepsOf } from "./budget.ts";
import { rootContext } from "./check.ts";
import { unite } from "./compare.ts";
import { withConstants } from "./constants.ts";
import type { Checked, Report, Scope } from "./context.ts";
import { parse } from "./parse.ts";
import type { Type } from "./tree.ts";
import { describe, kinds } from "./words.ts";

/** `text`: as it was written, with the values of constants. */
export interface Compiled extends Checked {
  readonly text: string;
}

/**
 * Reads and checks an expression. Mistakes are reported as R3xx at `at(start, end)`, offsets in `text`; then the result
 * is undefined. Any text is fine, none throws.
 *
 * @param expected what the place needs: a kind, or a whole type, which also makes a text in quotes a band, a date or a
 * value of a choice; absent when anything will do.
 */
export function compileExpression(
  text: string,
  scope: Scope,
  expected: Type | Type["kind"] | undefined,
  at: (start: number, end: number) => Place,
  diagnostics: Diagnostics,
): Compiled | undefined {
  const report: Report = (code: Code, parameters, { start, end }) => {
    diagnostics.report(code, parameters, at(start, end));
    return undefined;
  };
  const written = parse(text, report);
  if (written === undefined) return undefined;
  const { syntax, text: filled } = scope.constants
    ? withConstants(written, text, scope.constants)
    : { syntax: written, text };
  const context = rootContext(text, scope, report);
  const wanted = typeof expected === "object" ? expected : undefined;
  const checked = context.check(syntax, context, wanted);
  if (checked && stepsOf(checked.expression) > mostSteps) return report("R321", { most: mostSteps }, syntax);
  if (checked === undefined) return undefined;
  if (expected === undefined || fits(checked.type, expected)) return { ...checked, text: filled };
  const needs = wanted ? describe(wanted) : kinds[expected as Type["kind"]];
  return report("R312", { expected: needs, found: describe(checked.type) }, syntax);
}

function fits(type: Type, expected: Type | Type["kind"]): boolean {
  const kind = typeof expected === "string" ? expected : expected.kind;
  if (kind === "text" && type.kind === "choice") return true;
  if (typeof expected === "string" || type.kind !== kind) return type.kind === kind;
  return kind === "record" || kind === "table" || unite(type, expected) !== undefined;
}
