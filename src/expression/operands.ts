import type { Expression } from "./tree.ts";

/** What an expression is made of. */
export function operandsOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case "literal":
    case "missing":
    case "name":
      return [];
    case "select":
    case "not":
    case "negate":
      return [e.of];
    case "index":
      return [e.of, e.at];
    case "binary":
      return [e.left, e.right];
    case "choose":
      return [e.when, e.yes, e.no];
    case "band":
      return [e.of, e.than];
    case "macro":
      return [e.list, e.body];
    case "list":
      return e.elements;
    case "call":
    case "ask":
      return e.arguments;
  }
}
