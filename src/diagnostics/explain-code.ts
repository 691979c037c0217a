import type { Language } from "../text/bilingual.ts";
import { suggest } from "../text/suggest.ts";
import { openHoles } from "../text/template.ts";
import { shorten } from "../text/visible.ts";
import type { OpenText } from "./advice.ts";
import { adviceIn } from "./advice.ts";
import { allCodes, entryOf } from "./catalogue.ts";
import type { Code } from "./diagnostic.ts";
import type { Explanation } from "./explanation.ts";

/** Some examples are of lines that are too long. */
const longestLine = 160;
const mostLines = 60;

/** The code that a person means by `text` (case does not matter), or undefined. */
export function findCode(text: string): Code | undefined {
  const code = text.trim().toUpperCase();
  return isCode(code) ? code : undefined;
}

/** A code near to one that does not exist. */
export const nearestCode = (text: string): string | undefined => suggest(text, allCodes());

/** What `score explain CODE` tells programs, with the examples as they are: the files of each by name, and its command. */
export function explainedCode(
  code: Code,
  { advice: general, why, bad, fixed }: Explanation,
  open: OpenText,
  language: Language,
): string {
  const { severity, message, hint } = entryOf(code);
  const [advice] = adviceIn(hint, open, general);
  const said = { code, severity, message: open(message), hint: advice, why: why[language] };
  return `${JSON.stringify({ ...said, bad, fixed, page: pageOf(code) }, undefined, 2)}\n`;
}

/** Texts in a language. Holes are called by their names, which are English, or by words for these. */
export const openedIn =
  (language: Language, words: Readonly<Record<string, string>>): OpenText =>
  (text) =>
    openHoles(text[language], (name) => (language === "en" ? name : (words[name] ?? name)));

/** Where a code is described in the documentation. */
export const pageOf = (code: Code): string => `docs/diagnostics/${entryOf(code).family}.md#${code.toLowerCase()}`;

/** The lines of a file in an example: long ones cut, and only the first of very many. */
export function exampleLines(content: string): readonly string[] {
  const lines = content.replace(/\n+$/, "").split("\n");
  const shown = lines.slice(0, mostLines).map((line) => shorten(line, longestLine).trimEnd());
  return lines.length > mostLines ? [...shown, `… (${lines.length})`] : shown;
}

const isCode = (text: string): text is Code => allCodes().some((code) => code === text);
