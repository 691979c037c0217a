import type { Bilingual, Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { fill } from "../text/template.ts";
import { printable } from "../text/visible.ts";
import { entryOf } from "./catalogue.ts";
import type { Code, Diagnostic, Related, Severity } from "./diagnostic.ts";
import { placeText } from "./findings.ts";

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
export const moreText = (code: Code, count: number, language: Language, file?: string): string =>
  phrase("… and {count} more {code}[ in {file}]", { count, code, file })[language];

/** Of places of which the same is said, so many are named: a law that is wrong may have many adopters. */
const mostOfSame = 5;

/** The places that belong to a mistake, and how many more there are of which the same is said. */
export function namedPlaces({ related }: Diagnostic): { readonly named: readonly Related[]; readonly more: number } {
  const named = related.filter(({ message }, at) => related[at - mostOfSame]?.message.en !== message.en);
  return { named, more: related.length - named.length };
}

/** How many places there are beyond those that are named. */
export const morePlacesText = (count: number, language: Language): string =>
  phrase("… and {count} more", { count })[language];

/** A place that belongs to a mistake, with what is said of it. */
export const relatedText = ({ message }: Related, language: Language): string => printable(message[language], 2000);

/** Message, hint and, with a count, how many more there are, each on a line of its own. */
export const ownText = (diagnostic: Diagnostic, language: Language, beyond: number | undefined): string =>
  linesOf(diagnostic, language, beyond, []);

/** The same with the places that belong to it, for formats that have no room of their own for them. */
export function wholeText(diagnostic: Diagnostic, language: Language, beyond: number | undefined): string {
  const { named, more } = namedPlaces(diagnostic);
  const lines = named.map((each) => `${printable(placeText(each.place), 1000)}: ${relatedText(each, language)}`);
  return linesOf(diagnostic, language, beyond, more > 0 ? [...lines, morePlacesText(more, language)] : lines);
}

const linesOf = (
  diagnostic: Diagnostic,
  language: Language,
  beyond: number | undefined,
  places: readonly string[],
): string =>
  [
    messageOf(diagnostic, language),
    ...places,
    hintOf(diagnostic, language),
    beyond === undefined ? undefined : moreText(diagnostic.code, beyond, language),
  ]
    .filter(Boolean)
    .join("\n");
