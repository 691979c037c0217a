import { toKey } from "../number/exact.ts";
import type { Expression } from "./tree.ts";

const keys = new WeakMap<Expression, string>();

/** A text that is the same for expressions that are written alike, and so have the same value in one place. */
export function keyOf(expression: Expression): string {
  let key = keys.get(expression);
  if (key === undefined) {
    key = write(expression);
    keys.set(expression, key);
  }
  return key;
}

function write(e: Expression): string {
  switch (e.kind) {
    case "literal":
      return typeof e.value === "string" || typeof e.value === "boolean" ? JSON.stringify(e.value) : toKey(e.value);
    case "missing":
      return "missing";
    case "name":
      return e.name;
    case "select":
      return `${keyOf(e.of)}.${e.field}`;
    case "index":
      return `${keyOf(e.of)}[${keyOf(e.at)}]`;
    case "not":
      return `!${keyOf(e.of)}`;
    case "negate":
      return `-${keyOf(e.of)}`;
    case "binary":
      return `(${keyOf(e.left)}${e.operator}${keyOf(e.right)})`;
    case "choose":
      return `(${keyOf(e.when)}?${keyOf(e.yes)}:${keyOf(e.no)})`;
    case "call":
    case "ask":
      return `${e.name}(${e.arguments.map(keyOf).join()})`;
    case "band":
      return `${e.name}(${keyOf(e.of)},${keyOf(e.than)})`;
    case "macro":
      return `${keyOf(e.list)}.${e.name}(${e.variable},${keyOf(e.body)})`;
    case "list":
      return `[${e.elements.map(keyOf).join()}]`;
  }
}
