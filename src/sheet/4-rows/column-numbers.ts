import { clean } from "../../text/fold.ts";

const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
const certain = 4;

/**
 * Does a row right below the header number or explain the columns? Every cell with a text stands in brackets, `(1)`,
 * `(3)=(1)+(2)`, or the cells count without them: `A, B, 1, 2, 3=1+2`. Less than four of them, and no
 * sum, may be somebody: `perhaps`.
 */
export function columnNumbers(cells: readonly string[]): "certainly" | "perhaps" | undefined {
  const texts = cells.map(clean).filter(Boolean);
  if (texts.length < 2) return undefined;
  if (texts.every((text) => /^(?:\(.{1,20}\)|\[.{1,20}\])$/.test(text))) return "certainly";
  if (!isCounting(texts)) return undefined;
  return texts.length >= certain || texts.some((text) => text.includes("=")) ? "certainly" : "perhaps";
}

/** Letters from A, if any, then numbers from 1; a number may say what it is the sum of. */
function isCounting(texts: readonly string[]): boolean {
  const counts = texts.map((text) =>
    text
      .replace(/[()[\]]/g, "")
      .replace(/ ?=.*$/, "")
      .toUpperCase(),
  );
  const end = counts.findIndex((count, at) => count !== String.fromCharCode(65 + at));
  const numbers = end < 0 ? [] : counts.slice(end);
  return numbers.length > 0 && numbers.every((count, at) => count === String(at + 1) || count === roman[at]);
}
