import { clean } from "../../text/fold.ts";

const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/**
 * A row below the header that numbers or explains the columns: every cell with a text stands in parentheses, `(1)`,
 * `(3)=(1)+(2)`, or the cells count without them: `A, B, 1, 2, 3=1+2`. Somebody's key and scores may count like that by
 * chance, so one of the `words` (ordinals of columns that hold no such thing, as the name) must count too.
 */
export function isColumnNumbers(cells: readonly string[], words: readonly number[]): boolean {
  const texts = cells.map(clean).filter(Boolean);
  if (texts.length > 1 && texts.every((text) => /^(?:\(.{1,20}\)|\[.{1,20}\])$/.test(text))) return true;
  return texts.length > 2 && words.some((at) => clean(cells[at - 1] ?? "") !== "") && isCounting(texts);
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
