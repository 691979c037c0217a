import type { Bilingual } from "../text/bilingual.ts";
import { clean } from "../text/fold.ts";
import { romanNumbers } from "./vocabulary.ts";

const certain = 4;
const fewestLetters = 3;

/**
 * Does a row right below the header number or explain the columns? Every cell with a text stands in brackets, `(1)`,
 * `(3)=(1)+(2)`, or the cells count without them: `A, B, 1, 2, 3=1+2`, `1.`, `0, 1, 2`. Less than four of them, and no
 * sum, may be somebody: `perhaps`; so may three letters and more alone, which may be grades.
 */
export function columnNumbers(cells: readonly string[]): "certainly" | "perhaps" | undefined {
  const texts = cells.map(clean);
  const named = texts.filter(Boolean);
  if (named.length < 2) return undefined;
  if (areBracketed(named)) return "certainly";
  const counts = named.map((text) => (named.length < certain ? countOf(text) : countOf(text).replace(/[.,]0+$/, "")));
  if (counts.length >= fewestLetters && counts.every((count, at) => count === letterAt(at))) return "perhaps";
  if (!isCounting(counts) && !isNumbering(texts)) return undefined;
  return named.length >= certain || named.some((text) => text.includes("=")) ? "certainly" : "perhaps";
}

/** What is asked of a row that perhaps numbers the columns; `what`: what else it may be. A number with a decimal counts no column. */
export const askedOf = (cells: readonly string[], what: Bilingual) => {
  const row = cells.map(clean).filter(Boolean).join(", ");
  return { row, what, decimal: /\d/.test(row) ? { en: "3.0", vi: "3,0" } : undefined };
};

/** `(1)`, `[2]`, `(3)=(1)+(2)`. */
export const areBracketed = (texts: readonly string[]): boolean =>
  texts.length > 1 && texts.every((text) => /^(?:\(.{1,20}\)|\[.{1,20}\])$/.test(text));

const letterAt = (at: number): string => String.fromCharCode(65 + at);

/** The columns that have a number have that of their place. */
const isNumbering = (texts: readonly string[]): boolean =>
  texts.every((text, at) => text === "" || countOf(text) === String(at + 1));

/** A number may say what it is the sum of, and begin with zeros. Where there are many, programs write them as `1.0` too. */
const countOf = (text: string): string =>
  text
    .replace(/[()[\]]/g, "")
    .replace(/ ?=.*$/, "")
    .replace(/^0+(?=\d)/, "")
    .replace(/\.$/, "")
    .toUpperCase();

/** From 0; or letters from A, if any, then numbers from 1. */
function isCounting(counts: readonly string[]): boolean {
  if (counts.every((count, at) => count === String(at))) return true;
  const end = counts.findIndex((count, at) => count !== letterAt(at));
  const numbers = end < 0 ? [] : counts.slice(end);
  return numbers.length > 0 && numbers.every((count, at) => count === String(at + 1) || count === romanNumbers[at]);
}
