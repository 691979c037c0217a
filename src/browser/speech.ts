import type { Bilingual, Language } from "../text/bilingual.ts";
import { element } from "./element.ts";

/** The words of the page in one of its languages, which the reader may change at any time. */
export interface Speech {
  readonly language: () => Language;
  /** A text that is said anew when the language changes. */
  readonly say: (text: Bilingual) => HTMLElement;
  /** The same for an attribute such as `aria-label`. */
  readonly name: <E extends Element>(of: E, attribute: string, text: Bilingual) => E;
  readonly change: (language: Language) => void;
}

export function createSpeech(first: Language, onChange: () => void): Speech {
  let language = first;
  const said: (() => void)[] = [];
  const keep = (tell: () => void): void => {
    said.push(tell);
    tell();
  };
  document.documentElement.lang = language;
  return {
    language: () => language,
    say(text) {
      const made = element("span");
      keep(() => {
        made.textContent = text[language];
      });
      return made;
    },
    name(of, attribute, text) {
      keep(() => of.setAttribute(attribute, text[language]));
      return of;
    },
    change(to) {
      language = to;
      document.documentElement.lang = to;
      for (const tell of said) tell();
      onChange();
    },
  };
}
