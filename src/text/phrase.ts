import type { Bilingual, Language } from "./bilingual.ts";
import { inBoth } from "./bilingual.ts";
import type { PhraseParameters } from "./phrases.generated.ts";
import { phrases } from "./phrases.generated.ts";
import { fill } from "./template.ts";

/** A phrase of `messages/phrases`, by its English text; a last word with `#` only tells it from another. */
export type Phrase = keyof PhraseParameters;

/** What fills the holes of a phrase, if it has any. */
type PhraseArguments<P extends Phrase> = keyof PhraseParameters[P] extends never
  ? []
  : [parameters: PhraseParameters[P]];

/** A phrase in both languages, its holes filled. */
export const phrase = <P extends Phrase>(text: P, ...[parameters]: PhraseArguments<P>): Bilingual =>
  inBoth((language) => {
    const template = language === "en" ? text.replace(/ #\w+$/, "") : inVietnamese(text);
    return fill(template, parameters ?? {}, language, asItIs);
  });

/** A phrase in one language. */
export type Say = <P extends Phrase>(text: P, ...parameters: PhraseArguments<P>) => string;

export const sayIn =
  (language: Language): Say =>
  (text, ...parameters) =>
    phrase(text, ...parameters)[language];

let vietnamese: Readonly<Record<Phrase, string>> | undefined;

/** The phrases are taken apart when the first is asked for: whoever reads English does not wait for it. */
function inVietnamese(text: Phrase): string {
  vietnamese ??= JSON.parse(phrases) as Readonly<Record<Phrase, string>>;
  return vietnamese[text];
}

/** Whoever prints a phrase makes it safe: in a result file it stands whole. */
const asItIs = (text: string): string => text;
