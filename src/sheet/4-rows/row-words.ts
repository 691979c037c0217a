import { clean, spelling } from "../../text/fold.ts";
import { maximaWords, totalWords } from "../vocabulary.ts";

const totals = new Set(totalWords.map(spelling));
const maxima = new Set(maximaWords.map(spelling));

/** What a row is about by the whole of a text in it, which may end with a colon. */
export function wordOfRow(text: string): "total" | "maxima" | undefined {
  // The cheap test first: it is asked of every key.
  if (!/^(?:tổng|cộng|trung|bình|điểm|tối|total|average|max)/i.test(text)) return undefined;
  const word = spelling(text.replace(/ *:$/, ""));
  return totals.has(word) ? "total" : maxima.has(word) ? "maxima" : undefined;
}

/** May {@link wordOfRow} know the text (UTF-8) by its first two bytes? No word has a digit there, but most keys have. */
export function mayBeWord(bytes: Uint8Array, start: number): boolean {
  const second = bytes[start + 1] ?? 0;
  return second < 0x30 || second > 0x39;
}

/** Is a word of several syllables, or with a colon: nobody is called so. */
export const isNoName = (text: string): boolean => /[ :]/.test(text);

/** The first cell with a text, cleaned; empty for a blank row. */
export function firstText(cells: readonly string[]): string {
  for (const raw of cells) {
    const text = raw === "" ? "" : clean(raw);
    if (text !== "") return text;
  }
  return "";
}
