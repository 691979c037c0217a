import { clean } from "../../text/fold.ts";

/** Words that begin a row of totals. With their accents: Công and Tống are names of people. */
const totalWords = new Set(["tổng cộng", "tổng", "cộng", "trung bình", "total", "average"]);

/** The same words, as people are told of them. */
export const totalWordList = {
  en: "Tổng cộng, Tổng, Cộng, Trung bình, Total or Average",
  vi: "Tổng cộng, Tổng, Cộng hoặc Trung bình",
};

/** Is this the whole first text of a row of totals? */
export const isTotalWord = (text: string): boolean => totalWords.has(text.toLowerCase());

/** The first cell with a text, cleaned; empty for a blank row. */
export function firstText(cells: readonly string[]): string {
  for (const raw of cells) {
    const text = raw === "" ? "" : clean(raw);
    if (text !== "") return text;
  }
  return "";
}
