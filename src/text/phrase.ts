import type { Bilingual, Language } from "./bilingual.ts";
import type { PhraseParameters } from "./phrases.generated.ts";
import { phrases } from "./phrases.generated.ts";
import { fill } from "./template.ts";

/** A phrase of `messages/phrases`, by its English text; a last word with `#` only tells it from another. */
export type Phrase = keyof PhraseParameters;

/** What fills the holes of a phrase, if it has any. */
export type PhraseArguments<P extends Phrase> = keyof PhraseParameters[P] extends never
  ? []
  : [parameters: PhraseParameters[P]];

/** A phrase in both languages, its holes filled. */
export function phrase<P extends Phrase>(text: P, ...[parameters]: PhraseArguments<P>): Bilingual {
  const whole = (template: string, language: Language) => fill(template, parameters ?? {}, language, asItIs);
  return { en: whole(text.replace(/ #\w+$/, ""), "en"), vi: whole(phrases[text], "vi") };
}

/** Whoever prints a phrase makes it safe: in a result file it stands whole. */
const asItIs = (text: string): string => text;
