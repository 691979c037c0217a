import { numberedWords } from "./vocabulary.ts";

/**
 * A name without the number that stands before it in forms: `I. Tư tưởng`, `1.2 Tư tưởng`, `II.2. Tư tưởng`, `a) Tư tưởng`, `Câu 4: Tư tưởng`. Where
 * there is no mark behind it, the number has several parts.
 */
export const withoutNumber = (text: string): string => text.replace(numbering, "");

const words = numberedWords.flatMap((word) => [word, word.toLowerCase(), word.toUpperCase()]);
const word = String.raw`(?:(?:${words.join("|")})\s+)?`;
const number = String.raw`(?:\d{1,3}|[IVXLC]{1,7}|\p{L})(?:\.\d{1,3})*`;
const numbering = new RegExp(
  String.raw`^(?:\(?${word}${number}(?:[.)/:](?!\d)|\s[-–])|\d{1,3}(?:\.\d{1,3})+(?=\s))\s*`,
  "u",
);
