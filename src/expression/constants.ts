import type { Span } from "../text/source.ts";
import type { Constant } from "./context.ts";
import type { Form, Syntax } from "./syntax.ts";
import { withParts } from "./syntax.ts";
import { expressionText } from "./write.ts";

/** An expression with what is written for each constant in the place of its name, as if its author had written that. */
export interface Filled {
  readonly syntax: Syntax;
  readonly text: string;
}

/** @param text of the expression; parts whose place lies behind it came from elsewhere, and are no part of the text */
export function withConstants(written: Syntax, text: string, constants: ReadonlyMap<string, Constant>): Filled {
  if (constants.size === 0) return { syntax: written, text };
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
        if (part.start < text.length) places.push({ at: part, constant });
        return { start: part.start, end: part.end, ...formOf(constant, part) };
      }
      default:
        return withParts(part, filled);
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
