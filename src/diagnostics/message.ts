import type { Bilingual, Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { fill } from "../text/template.ts";
import { entryOf } from "./catalogue.ts";
import type { Code, Diagnostic, Severity } from "./diagnostic.ts";

/** What went wrong, in one line: what was found, what was expected. */
export const messageOf = ({ code, parameters }: Diagnostic, language: Language): string =>
  fill(entryOf(code).message[language], parameters, language);

/** What to do about it; undefined where the catalogue has no advice. */
export function hintOf({ code, parameters }: Diagnostic, language: Language): string | undefined {
  const { hint } = entryOf(code);
  return hint && (fill(hint[language], parameters, language) || undefined);
}

export const severityWords: Readonly<Record<Severity, Bilingual>> = {
  error: phrase("error"),
  warning: phrase("warning"),
  note: phrase("note"),
};

/** How many of a code there are beyond those that are told. */
export const moreText = (code: Code, count: number, language: Language): string =>
  phrase("… and {count} more {code}", { count, code })[language];

/** Message, hint and, with a count, how many more there are, each on a line of its own. */
export const wholeText = (diagnostic: Diagnostic, language: Language, beyond: number | undefined): string =>
  [
    messageOf(diagnostic, language),
    hintOf(diagnostic, language),
    beyond === undefined ? undefined : moreText(diagnostic.code, beyond, language),
  ]
    .filter(Boolean)
    .join("\n");
