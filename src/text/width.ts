const tabStop = 4;

/**
 * Columns that a terminal uses for `text`: combining marks take none, wide East Asian characters and emoji two, tabs go
 * to the next stop of 4, counted from column `from`. The cheap test first: Vietnamese in NFC is Latin letters of one column.
 */
export function displayWidth(text: string, from = 0): number {
  if (/^[ -~\u00A1-\u00AC\u00AE-\u02FF\u1E00-\u1EFF]*$/.test(text)) return text.length;
  let width = from;
  for (const character of text) {
    if (character === "\t") width += tabStop - (width % tabStop);
    else if (/\p{Mn}|\p{Me}|\p{Cf}|\p{Cc}/u.test(character)) continue;
    else width += isWide(character.codePointAt(0) as number) || /\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
  }
  return width - from;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** Tabs as the spaces that {@link displayWidth} counts for them. */
export function expandTabs(text: string): string {
  let [result, width] = ["", 0];
  for (const character of text) {
    const columns = displayWidth(character, width);
    result += character === "\t" ? " ".repeat(columns) : character;
    width += columns;
  }
  return result;
}
