/** A syllable of Vietnamese without its tone, as every word of the language is one: beginning, vowels, end. */
const syllable =
  /^(?:ngh?|nh|gh?|ch|kh|ph|qu|t[hr]?|gi|[bcdđhklmrsvx])?(?:[aăâeêioôơuưy]|[iy]ê|ia|yê|ươ|ưa|uô|ua|o[aăeo]|u[êyơâ]|uyê|uya|a[iouy]|âu|ây|e[ou]|êu|iu|iêu|yêu|oai|oay|oeo|oi|ôi|ơi|ui|uôi|ươi|ươu|ưi|ưu|uây|uyu|uao|oong?)(?:ng|nh|ch|[cmnpt])?$/;

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** How many words with letters beyond ASCII a text has, and how many of them are Vietnamese. */
export interface Likeness {
  readonly words: number;
  readonly vietnamese: number;
}

/** A word of signs, or of letters of several languages, is no Vietnamese: so a wrong encoding shows. */
export function likenessOf(text: string): Likeness {
  if (!/[^\0-\x7f]/.test(text)) return { words: 0, vietnamese: 0 };
  const words =
    text.match(/[\p{L}\p{M}\u0080-\u00BF\u00D7\u00F7\u2010-\u2122]+/gu)?.filter((word) => /[^ -~]/.test(word)) ?? [];
  const known = new Map<string, boolean>();
  const isKnown = (word: string): boolean => {
    const found = known.get(word) ?? isVietnamese(word);
    known.set(word, found);
    return found;
  };
  return { words: words.length, vietnamese: words.filter(isKnown).length };
}

function isVietnamese(word: string): boolean {
  const parts = word.normalize("NFD").toLowerCase();
  return (parts.match(tones)?.length ?? 0) <= 1 && syllable.test(parts.replace(tones, "").normalize("NFC"));
}
