import { cellText } from "../1-records/cell-text.ts";
import type { Records, TextRows } from "../1-records/records.ts";
import { findHeader, headerRows } from "../2-header/find-header.ts";
import type { Targets } from "../2-header/targets.ts";
import { isClosing } from "../closing-words.ts";
import { columnNumbers } from "../column-numbers.ts";
import { firstText, wordOfRow } from "../row-words.ts";

/**
 * Is a tab a form that nobody has filled in: a header with the key and items, and below it no key, no name and nothing where scores
 * stand? What closes a form may stand in any column; maxima, sums and numbers of the columns are nobody's.
 */
export function isUnfilled(records: Pick<Records, "head">, targets: Targets, nameColumn: number | undefined): boolean {
  const hasNobody = (rows: TextRows): boolean => isEmptyBelow(rows, targets, nameColumn);
  return hasNobody(records.head(headerRows)) && hasNobody(records.head(Number.MAX_SAFE_INTEGER));
}

function isEmptyBelow(rows: TextRows, targets: Targets, nameColumn: number | undefined): boolean {
  const header = findHeader(rows, targets);
  if (!header?.certain) return false;
  const meanings = header.names.map((name) => targets.named(name)?.meanings ?? []);
  const scores = placesOf(meanings, ({ kind }) => kind === "cell");
  const keys = placesOf(meanings, ({ isKey }) => isKey);
  const names = placesOf(meanings, ({ kind, index }) => kind === "column" && index === nameColumn);
  let isClosed = false;
  return rows.slice(header.last + 1).every((cells) => {
    const texts = cells.map(cellText);
    if (wordOfRow(firstText(cells)) || columnNumbers(cells)) return true;
    isClosed ||= texts.some(isClosing);
    const isFilled = (at: number): boolean => (texts[at] ?? "") !== "";
    return !scores.some(isFilled) && (isClosed || ![...keys, ...names].some(isFilled));
  });
}

const placesOf = <T>(meanings: readonly (readonly T[])[], isWanted: (meaning: T) => boolean): readonly number[] =>
  meanings.flatMap((found, at) => (found.some(isWanted) ? [at] : []));
