/** The languages that `score` speaks. */
export type Language = "en" | "vi";

/** The same text in both. */
export interface Bilingual {
  readonly en: string;
  readonly vi: string;
}

/** What is no sentence, as a name or a number: it reads the same in both. */
export const untranslated = (text: string): Bilingual => ({ en: text, vi: text });

/** A text that is made in a language when somebody asks for it there: texts of the other would have to be loaded. */
export function inBoth(textIn: (language: Language) => string): Bilingual {
  let en: string | undefined;
  let vi: string | undefined;
  return {
    get en() {
      en ??= textIn("en");
      return en;
    },
    get vi() {
      vi ??= textIn("vi");
      return vi;
    },
  };
}
