import type { Span } from "../text/source.ts";
import type { Constant } from "./context.ts";
import type { Form, Syntax } from "./syntax.ts";

/** The expression with what is written for each constant in the place of its name, as if its author had written that. */
export function withConstants(syntax: Syntax, constants: ReadonlyMap<string, Constant>): Syntax {
  return filled(syntax);

  function filled(part: Syntax): Syntax {
    switch (part.kind) {
      case "name": {
        const constant = constants.get(part.name);
        return constant === undefined ? part : { start: part.start, end: part.end, ...formOf(constant, part) };
      }
      case "select":
      case "not":
      case "negate":
        return { ...part, of: filled(part.of) };
      case "index":
        return { ...part, of: filled(part.of), at: filled(part.at) };
      case "call": {
        const receiver = part.receiver && filled(part.receiver);
        return { ...part, ...(receiver && { receiver }), arguments: part.arguments.map(filled) };
      }
      case "list":
        return { ...part, elements: part.elements.map(filled) };
      case "binary":
        return { ...part, left: filled(part.left), right: filled(part.right) };
      case "choose":
        return { ...part, when: filled(part.when), yes: filled(part.yes), no: filled(part.no) };
      case "number":
      case "text":
      case "flag":
      case "percent":
      case "refused":
        return part;
    }
  }
}

function formOf(constant: Constant, { start, end }: Span): Form {
  if (typeof constant === "string") return { kind: "text", value: constant };
  if (typeof constant === "boolean") return { kind: "flag", value: constant };
  if (Array.isArray(constant)) {
    return {
      kind: "list",
      elements: constant.map((each: Constant) => ({ start, end, ...formOf(each, { start, end }) })),
    };
  }
  return { kind: "number", value: constant as Exclude<typeof constant, readonly Constant[]> };
}
