import { clean, longestTitle, withoutAccents } from "../../text/fold.ts";
import { shortWeightWords, weightWords } from "../vocabulary.ts";
import type { StatedMaximum } from "./stated-maximum.ts";

/** What an item weighs, behind its name in a head or alone in a cell below: `Tư tưởng (hệ số 2)`, `Tư tưởng x2`, `HS 2`, `(60%)`. */
export function statedWeight(head: string): StatedMaximum | undefined {
  const text = clean(head);
  if (!/\d/.test(text) || text.length > longestTitle) return undefined;
  for (const form of forms) {
    const figure = form.exec(text)?.groups?.figure;
    if (figure !== undefined) return { name: clean(text.replace(form, " ")), figure };
  }
  return undefined;
}

const words = [...weightWords, ...shortWeightWords]
  .flatMap((word) => [word, withoutAccents(word.normalize("NFD"))])
  .join("|");
const figure = String.raw`(?<figure>\d+(?:[.,]\d+)?\s*%?)`;
const weight = String.raw`(?:(?:${words})\s*[.:=]?|[x×*])\s*${figure}`;
const forms = [
  new RegExp(String.raw`\s*[([]\s*${weight}\s*[)\]]`, "iu"),
  new RegExp(String.raw`\s*[([]\s*${figure}(?<=%)\s*[)\]]`, "u"),
  new RegExp(String.raw`(?:^|\s*[-–—:,;]\s*|\s+)${weight}(?=[\s)\]]|$)`, "iu"),
];
