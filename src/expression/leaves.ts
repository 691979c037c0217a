import { operandsOf } from "./operands.ts";
import type { Expression } from "./tree.ts";
import { expressionText } from "./write.ts";

/** Functions of lists: their arguments are no single values. */
const ofLists: readonly string[] = ["size", "sum", "mean", "min", "max"];

/**
 * The parts of an expression that bring values into it, each once, in the order in which they stand: names, fields, rows of
 * tables, and what functions and macros make of lists. Literals bring nothing that cannot be read.
 */
export function leavesOf(expression: Expression): readonly Expression[] {
  const leaves = new Map<string, Expression>();
  collect(expression, leaves);
  return [...leaves.values()];
}

function collect(e: Expression, leaves: Map<string, Expression>): void {
  if (e.kind === "literal" || e.kind === "missing") return;
  if (isLeaf(e)) leaves.set(expressionText(e), e);
  else for (const part of operandsOf(e)) collect(part, leaves);
}

/** Everything but operators, and functions of single values. */
const isLeaf = (e: Expression): boolean =>
  ["name", "select", "index", "ask", "macro"].includes(e.kind) || (e.kind === "call" && ofLists.includes(e.name));
