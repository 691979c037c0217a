/**
 * Untrusted text made safe to print: control characters (an escape sequence could repaint the terminal) as their
 * symbols, marks that turn the direction of the text as `�`. One character stays one character; tabs stay.
 */
export const visible = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  text.replace(/[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/g, (character) => {
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
