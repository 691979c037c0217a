/** A syllable of Vietnamese without its tone, as every word of the language is one: consonants, vowels, consonants. */
const parts = /^([bcdđghklmnpqrstvx]*)([aăâeêioôơuưy]+)([cghmnpt]*)$/;
const beginnings = "  b c ch d đ g gh gi h k kh l m n ng ngh nh ph qu r s t th tr v x ";
const vowels =
  " a ă â e ê i o ô ơ u ư y ia iê yê ua uô ưa ươ oa oă oe oo uâ uê uơ uy uya uyê ai ao au ay âu ây eo eu êu iu iêu yêu oai oay oeo oi ôi ơi ui uôi ươi ươu ưi ưu uây uyu uao ";
const ends = "  c ch m n ng nh p t ";
const holds = (list: string, letters: string): boolean => list.includes(` ${letters} `);

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** How many words with letters beyond ASCII a text has, and how many of them are Vietnamese. */
export interface Likeness {
  readonly words: number;
  readonly vietnamese: number;
}

/** A word of signs, or of letters of several languages, is no Vietnamese: so a wrong encoding shows. */
export function likenessOf(text: string): Likeness {
  const { vietnamese, foreign } = accentedWords(text);
  return { words: vietnamese.length + foreign.length, vietnamese: vietnamese.length };
}

/** The words with letters beyond ASCII: those of Vietnamese, and others. */
export function accentedWords(text: string) {
  const [vietnamese, foreign]: [string[], string[]] = [[], []];
  if (!/[^\0-\x7f]/.test(text)) return { vietnamese, foreign };
  const known = new Map<string, boolean>();
  for (const word of wordsIn(text)) {
    if (!/[^ -~]/.test(word)) continue;
    const found = known.get(word) ?? isVietnamese(word);
    known.set(word, found);
    (found ? vietnamese : foreign).push(word);
  }
  return { vietnamese, foreign };
}

/** Where all letters are Latin, these are the same: a pattern of all letters takes long to compile. */
const wordsIn = (text: string): readonly string[] =>
  (/^[\u0300-\u036F\0-\u024F\u1E00-\u1EFF\u2010-\u2122]*$/.test(text)
    ? text.match(/[\u0300-\u036FA-Za-z\u0080-\u024F\u1E00-\u1EFF\u2010-\u2122]+/g)
    : text.match(/[\p{L}\p{M}\u0080-\u00BF\u00D7\u00F7\u2010-\u2122]+/gu)) ?? [];

function isVietnamese(word: string): boolean {
  const plain = word.normalize("NFD");
  // A capital stands first, or all are. A letter of another kind is none of a syllable anyway.
  if (/[a-zđ][\u0300-\u036F]*[A-ZĐ]/.test(plain)) return false;
  const letters = plain.toLowerCase();
  return (letters.match(tones)?.length ?? 0) <= 1 && isSyllable(letters.replace(tones, "").normalize("NFC"));
}

function isSyllable(toneless: string): boolean {
  const [, first, middle = "", last] = parts.exec(toneless) ?? [];
  if (first === undefined || !holds(ends, last ?? "")) return false;
  if (holds(beginnings, first) && holds(vowels, middle)) return true;
  // `gi` and `qu` are consonants.
  return holds(beginnings, first + middle.charAt(0)) && holds(vowels, middle.slice(1));
}
