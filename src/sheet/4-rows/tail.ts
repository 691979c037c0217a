import { clean } from "../../text/fold.ts";
import { totalWords } from "../vocabulary.ts";

const totals = new Set(totalWords.map((word) => word.toLowerCase()));

/** Is this the whole first text of a row of totals? */
export const isTotalWord = (text: string): boolean => totals.has(text.toLowerCase());

/** The first cell with a text, cleaned; empty for a blank row. */
export function firstText(cells: readonly string[]): string {
  for (const raw of cells) {
    const text = raw === "" ? "" : clean(raw);
    if (text !== "") return text;
  }
  return "";
}
