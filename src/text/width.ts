import { eastAsianWidth } from "get-east-asian-width";

const tabStop = 4;
const ascii = /^[\t -~]*$/;
/** Latin letters as Vietnamese has them in NFC, signs, arrows, and what trees are drawn with: each takes one column. */
const narrow =
  /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u1E00-\u1EFF\u2010-\u2027\u2190-\u2193\u2212\u2264\u2265\u2500-\u257F]*$/;

/**
 * Columns that a terminal uses for `text`: wide East Asian characters and emoji take two, what joins the character before it
 * (accents, parts of a flag or of a Hangul syllable) none, tabs go to the next stop of 4, counted from column `from`.
 * The cheap test first: what takes characters apart takes as long to load as a small sheet.
 */
export function displayWidth(text: string, from = 0): number {
  if (narrow.test(text)) return text.length;
  let width = from;
  for (const character of charactersOf(text)) {
    width += character === "\t" ? tabStop - (width % tabStop) : characterWidth(character);
  }
  return width - from;
}

let segmenter: Intl.Segmenter | undefined;

/** What people take for one character, whatever it is made of. */
export function* charactersOf(text: string): Generator<string> {
  if (ascii.test(text)) return yield* text;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

function characterWidth(character: string): number {
  // A variation selector asks for the picture of what would else be a letter.
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(character)) return 2;
  const base = /[^\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u.exec(character);
  return base ? eastAsianWidth(base[0].codePointAt(0) as number) : 0;
}

/** Tabs as the spaces that {@link displayWidth} counts for them. */
export function expandTabs(text: string): string {
  let [result, width] = ["", 0];
  for (const character of charactersOf(text)) {
    const columns = displayWidth(character, width);
    result += character === "\t" ? " ".repeat(columns) : character;
    width += columns;
  }
  return result;
}
