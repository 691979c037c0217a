import { itemsName } from "./check-items.ts";
import type { Scope } from "./context.ts";
import { parse } from "./parse.ts";
import type { Syntax } from "./syntax.ts";
import { withParts } from "./syntax.ts";

/** What a scope says of each word of an expression. */
export type Meaning = readonly unknown[];

/**
 * All that a scope says of the words of a text: a text that was sound under one scope means the same under another that says the
 * same of them. Undefined where the text cannot be read, or calls a formula, which has words of its own.
 */
export function meaningOf(text: string, scope: Scope): Meaning | undefined {
  const { names, constants, unavailable, functions, formulas, items, mayMiss } = scope;
  const syntax = parse(text, () => undefined);
  const words = syntax && wordsOf(syntax);
  if (!words || [...words].some((word) => formulas?.has(word))) return undefined;
  const areas = words.has(itemsName) ? items?.() : undefined;
  return [
    mayMiss,
    ...[...words].flatMap((word) => [
      names.get(word),
      constants?.get(word),
      unavailable?.has(word),
      functions?.get(word)?.(),
      areas?.get(word),
    ]),
  ];
}

const known = new WeakMap<Syntax, ReadonlySet<string>>();

/** The names that stand in an expression, those of what it calls too. */
function wordsOf(syntax: Syntax): ReadonlySet<string> {
  const before = known.get(syntax);
  if (before) return before;
  const words = new Set<string>();
  const visit = (part: Syntax): Syntax => {
    if (part.kind === "name" || part.kind === "call") words.add(part.name);
    return withParts(part, visit);
  };
  visit(syntax);
  known.set(syntax, words);
  return words;
}
