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
  const parts = partsOf(e);
  if (parts) for (const part of parts) collect(part, leaves);
  else leaves.set(expressionText(e), e);
}

/** What an operator or function computes with; undefined for a leaf. */
function partsOf(e: Exclude<Expression, { kind: "literal" | "missing" }>): readonly Expression[] | undefined {
  switch (e.kind) {
    case "name":
    case "select":
    case "index":
    case "ask":
    case "macro":
      return undefined;
    case "not":
    case "negate":
      return [e.of];
    case "binary":
      return [e.left, e.right];
    case "choose":
      return [e.when, e.yes, e.no];
    case "band":
      return [e.of, e.than];
    case "list":
      return e.elements;
    case "call":
      return ofLists.includes(e.name) ? undefined : e.arguments;
  }
}
