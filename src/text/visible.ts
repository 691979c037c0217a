/**
 * What may not reach a terminal: control characters, as an escape sequence could repaint it; format characters, some of which
 * turn the direction of the text and none of which is seen; line and paragraph separators, private use and half a character.
 * A joiner within a word or an emoji belongs to it. Tabs stay. Made where it is needed: reading the pattern takes half a millisecond.
 */
const unseen = () =>
  /(?!\t|(?<=[\p{L}\p{M}\p{Extended_Pictographic}])[\u200C\u200D](?=[\p{L}\p{Extended_Pictographic}]))[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Latin letters, digits and marks: the other pattern takes a millisecond to compile. */
const latin = /^[ -~\u00A1-\u00AC\u00AE-\u024F\u1E00-\u1EFF\u2010-\u2027]*$/;

/** A text that is safe to print and takes a column for each letter, as nearly all do. */
export const isLatin = (text: string): boolean => latin.test(text);

/** Untrusted text made safe to print: control characters as their symbols, others as `�`. One character stays one character. */
export const visible = (text: string): string =>
  isLatin(text)
    ? text
    : text.replace(unseen(), (character) => {
        const code = character.charCodeAt(0);
        if (code < 0x20) return String.fromCharCode(0x2400 + code);
        return code === 0x7f ? "\u2421" : "\uFFFD";
      });

/** The first `length` characters of a text, with `…` for the rest. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  // Twice the length in UTF-16 units holds enough code points; the rest of a huge text is never looked at.
  return `${[...text.slice(0, length * 2)].slice(0, length - 1).join("")}…`;
}

/** Untrusted text as one safe line. */
export const printable = (text: string, length: number): string => visible(shorten(text, length).replaceAll("\t", " "));
