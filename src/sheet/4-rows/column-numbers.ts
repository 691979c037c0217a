import { clean } from "../../text/fold.ts";

const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
const certain = 4;

/**
 * Does a row right below the header number or explain the columns? Every cell with a text stands in brackets, `(1)`,
 * `(3)=(1)+(2)`, or the cells count without them: `A, B, 1, 2, 3=1+2`, `1.`, `0, 1, 2`. Less than four of them, and no
 * sum, may be somebody: `perhaps`.
 */
export function columnNumbers(cells: readonly string[]): "certainly" | "perhaps" | undefined {
  const texts = cells.map(clean);
  const named = texts.filter(Boolean);
  if (named.length < 2) return undefined;
  if (named.every((text) => /^(?:\(.{1,20}\)|\[.{1,20}\])$/.test(text))) return "certainly";
  if (!isCounting(named.map(countOf)) && !texts.every((text, at) => text === "" || countOf(text) === String(at + 1))) {
    return undefined;
  }
  return named.length >= certain || named.some((text) => text.includes("=")) ? "certainly" : "perhaps";
}

/** A number may say what it is the sum of. */
const countOf = (text: string): string =>
  text
    .replace(/[()[\]]/g, "")
    .replace(/ ?=.*$/, "")
    .replace(/\.$/, "")
    .toUpperCase();

/** From 0; or letters from A, if any, then numbers from 1. */
function isCounting(counts: readonly string[]): boolean {
  if (counts.every((count, at) => count === String(at))) return true;
  const end = counts.findIndex((count, at) => count !== String.fromCharCode(65 + at));
  const numbers = end < 0 ? [] : counts.slice(end);
  return numbers.length > 0 && numbers.every((count, at) => count === String(at + 1) || count === roman[at]);
}
