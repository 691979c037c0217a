import { compileExpression } from "../../expression/compile.ts";
import type { Scope } from "../../expression/context.ts";
import type { Type } from "../../expression/tree.ts";
import type { Place } from "../../text/source.ts";
import type { Compiled } from "../3-facts/expressions.ts";
import type { Context } from "./context.ts";

/** Compiles the expression at `key` of `holder` (behind its first `skip` characters: the `=` of a band) and keeps it for the plan; undefined (and reported) when it is wrong. */
export function compileAt(
  context: Context,
  holder: object,
  key: string | number,
  scope: Scope,
  expected: Type | Type["kind"],
  skip = 0,
): Compiled | undefined {
  const text = ((holder as Record<string | number, string>)[key] as string).slice(skip);
  const at = (start: number, end: number): Place => context.places.within(holder, key, start + skip, end + skip);
  const compiled = compileExpression(text, scope, expected, at, context.diagnostics);
  if (compiled) context.expressions.set(holder, key, compiled);
  return compiled;
}
