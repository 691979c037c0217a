import type { Span } from "../text/source.ts";
import type { Constant } from "./context.ts";
import type { Form, Syntax } from "./syntax.ts";
import { expressionText } from "./write.ts";

/** An expression with what is written for each constant in the place of its name, as if its author had written that. */
export interface Filled {
  readonly syntax: Syntax;
  readonly text: string;
}

export function withConstants(written: Syntax, text: string, constants: ReadonlyMap<string, Constant>): Filled {
  const places: { readonly at: Span; readonly constant: Constant }[] = [];
  const syntax = filled(written);
  let result = text;
  for (const { at, constant } of places.sort((a, b) => b.at.start - a.at.start)) {
    result = result.slice(0, at.start) + constantText(constant) + result.slice(at.end);
  }
  return { syntax, text: result };

  function filled(part: Syntax): Syntax {
    switch (part.kind) {
      case "name": {
        const constant = constants.get(part.name);
        if (constant === undefined) return part;
        places.push({ at: part, constant });
        return { start: part.start, end: part.end, ...formOf(constant, part) };
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

function constantText(constant: Constant): string {
  if (Array.isArray(constant)) return `[${constant.map(constantText).join(", ")}]`;
  return expressionText({ kind: "literal", value: constant as Exclude<Constant, readonly Constant[]> });
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
