import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Span } from "../text/source.ts";

/** What is wrong with a text that is no CEL, and what its author probably meant. */
interface Problem {
  readonly problem: Bilingual;
  readonly advice: Bilingual;
}

/** The parser's codes whose cause is a text literal or a name; all others are about an unexpected sign or word. */
const problems: ReadonlyMap<string, (found: string) => Bilingual> = new Map<string, (found: string) => Bilingual>([
  ["unterminated_string", () => unclosed],
  ["unterminated_triple_quoted_string", () => unclosed],
  ["newline_in_string", () => unclosed],
  ["reserved_identifier", (found) => phrase("`{found}` is a reserved word", { found })],
  ["invalid_macro_argument", (found) => phrase("`{found}` stands where a variable is named", { found })],
]);
const unclosed = phrase("a text in quotes is not closed");

/** Signs and words that people write, and the advice for each. */
const advices: readonly (readonly [RegExp, Bilingual])[] = [
  [/^=/, phrase("equality is written `==`")],
  [/^&|^(?:and|và)$/i, phrase("“and” is written `&&`")],
  [/^\||^(?:or|hoặc)$/i, phrase("“or” is written `||`")],
  [/^[“”‘’«»]/, phrase('use straight quotes: "tot"')],
  [/^[≥≤≠×÷]/, phrase("write >=, <=, !=, * or /")],
  [/^[,.]/, phrase("a decimal is written 0.5")],
  [/^\p{L}/u, phrase("names have letters without accents, and no spaces")],
];
const example = phrase('an expression looks like `A1 >= 5 && ky_luat != "khong"`');

/** `code` is the parser's; `span` is where it stopped. */
export function problemOf(code: string, text: string, span: Span): Problem {
  const found = foundAt(text, span);
  const before = /(\w+)\s*$/.exec(text.slice(Math.max(0, span.start - 20), span.start))?.[1] ?? "";
  const advice =
    adviceAfter(text.slice(0, span.start), found) ?? (before === "not" ? phrase("“not” is written `!`") : undefined);
  const known = advices.find(([word]) => word.test(found))?.[1] ?? example;
  return { problem: problems.get(code)?.(found) ?? unexpected(code, text, span), advice: advice ?? known };
}

/** Behind a sign of comparison: `<>`, `> =`, and a text that lacks its quotes, of which the first letters may be a name. */
function adviceAfter(before: string, found: string): Bilingual | undefined {
  if (before.endsWith("<") && found.startsWith(">")) return phrase("“not equal” is written `!=`");
  const apart = /([<>!]) +$/.exec(before)?.[1];
  if (apart !== undefined && found.startsWith("=")) return phrase("it is written together: `{sign}=`", { sign: apart });
  const isText = /[=!]= *\w*$/.test(before) && /^\p{L}/u.test(found);
  return isText ? phrase('a text stands in quotation marks: `== "khong"`') : undefined;
}

/** What stands there; of a word the parser may have taken the first letter alone. */
const foundAt = (text: string, { start, end }: Span): string =>
  /^\p{L}[\p{L}\p{M}\p{N}_]*/u.exec(text.slice(start))?.[0] ?? text.slice(start, end);

function unexpected(code: string, text: string, span: Span): Bilingual {
  const found = foundAt(text, span);
  if (/escape|surrogate/.test(code)) return phrase("`{found}` is no escape", { found });
  if (found.trim() === "") return phrase("it ends too early");
  return phrase("`{found}` is unexpected here", { found });
}

/** The `%` before the place where the parser stopped, as in `20%` or `20% * x`. */
export function percentBefore(text: string, { start }: Span): Span | undefined {
  const before = text.slice(0, start).trimEnd();
  return before.endsWith("%") ? { start: before.length - 1, end: before.length } : undefined;
}
