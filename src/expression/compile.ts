import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Place } from "../text/source.ts";
import { mostSteps, stepsOf } from "./budget.ts";
import { rootContext } from "./check.ts";
import { unite } from "./compare.ts";
import { withConstants } from "./constants.ts";
import type { Checked, Formulas, Scope } from "./context.ts";
import { joined, withFormulas } from "./formulas.ts";
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
  const { formulas = noFormulas, constants = noConstants } = scope;
  const all = joined(text, formulas, at, diagnostics);
  const { report } = all;
  const written = parse(text, report);
  const whole = written && withFormulas(written, formulas, all);
  if (whole === undefined) return undefined;
  const { syntax, text: filled } = withConstants(whole, text, constants);
  const context = rootContext(all.text, scope, report);
  const wanted = typeof expected === "object" ? expected : undefined;
  const checked = context.check(syntax, context, wanted);
  if (checked && stepsOf(checked.expression) > mostSteps) return report("R321", { most: mostSteps }, syntax);
  if (checked === undefined) return undefined;
  if (expected === undefined || fits(checked.type, expected)) return { ...checked, text: filled };
  const needs = wanted ? describe(wanted) : kinds[expected as Type["kind"]];
  return report("R312", { expected: needs, found: describe(checked.type) }, syntax);
}

const noFormulas: Formulas = new Map();
const noConstants: NonNullable<Scope["constants"]> = new Map();

function fits(type: Type, expected: Type | Type["kind"]): boolean {
  const kind = typeof expected === "string" ? expected : expected.kind;
  if (kind === "text" && type.kind === "choice") return true;
  if (typeof expected === "string" || type.kind !== kind) return type.kind === kind;
  return kind === "record" || kind === "table" || unite(type, expected) !== undefined;
}
