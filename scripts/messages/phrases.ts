// Reads messages/phrases/*.md and makes TypeScript of them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Bilingual } from "../../src/text/bilingual.ts";
import { inAscii, origin, typeOfHoles } from "./catalogue.ts";

/** The phrases of all files of a folder, each once. Throws where a file does not keep to the layout. */
export function readPhrases(folder: string): readonly Bilingual[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const phrases = names.sort().flatMap((name) => phrasesIn(name, readFileSync(join(folder, name), "utf8")));
  const twice = phrases.find(({ en }, index) => phrases.findIndex((other) => other.en === en) < index);
  if (twice) throw new Error(`${folder}: "${twice.en}" stands twice`);
  return phrases;
}

/** Below a title, each phrase is a line in English and the same in Vietnamese. */
export function phrasesIn(name: string, text: string): readonly Bilingual[] {
  const phrases: Bilingual[] = [];
  let en: string | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const [, language, words] = /^\* (en|vi): (.+)$/.exec(line) ?? [];
    const isHeading = /^#+ /.test(line) || line === "";
    if (words !== undefined && language === (en === undefined ? "en" : "vi")) {
      if (en !== undefined) phrases.push({ en, vi: words });
      en = en === undefined ? words : undefined;
    } else if (!isHeading || en !== undefined) {
      throw new Error(`messages/phrases/${name}:${index + 1}: a phrase is a line \`* en: …\` and a line \`* vi: …\``);
    }
  }
  return phrases;
}

export const phrasesSource = (
  phrases: readonly Bilingual[],
): string => `${origin}import type { Filling } from "./template.ts";

/** What fills the holes of each phrase, by its English text. */
export interface PhraseParameters {
${phrases.map(({ en }) => `  readonly ${JSON.stringify(en)}: ${typeOfHoles(en)};`).join("\n")}
}

/** JSON of the phrases in Vietnamese, by their English text. */
export const phrases = ${JSON.stringify(inAscii(Object.fromEntries(phrases.map(({ en, vi }) => [en, vi]))))};
`;
