import { clean, spelling } from "../../text/fold.ts";
import type { TextRows } from "../1-records/records.ts";
import { isClosing } from "../closing-words.ts";
import { areBracketed, columnNumbers } from "../column-numbers.ts";
import { firstText, isOfSums, wordOfRow } from "../row-words.ts";
import type { ListColumn, ListRow } from "./list-row.ts";

/** Tells the rows that are none of a list: numbers of its columns, its head once more, totals, signatures below it. */
export interface OtherRows {
  /** The rows of the list that this one shows to be some, in their order; without itself where it is none, or nobody knows yet. */
  take(row: ListRow, cells: readonly string[]): readonly ListRow[];
  /** Lines of those that are none; after the last row. */
  readonly lines: readonly number[];
}

/** `onPerhaps` takes each row that may number the columns or be one of the list. */
export function createOtherRows(
  columns: readonly ListColumn[],
  heads: TextRows,
  { isOfPeople, neverCounts }: { readonly isOfPeople?: true; readonly neverCounts?: true },
  onPerhaps: (row: ListRow, cells: readonly string[]) => void,
): OtherRows {
  const lines: number[] = [];
  /** Nothing stands in them but remarks: of the list if a row of it follows. */
  let waiting: ListRow[] = [];
  let isBelowHead = true;
  const telling = columns.filter(({ isFree }) => !isFree);
  const keys = columns.filter(({ isKey }) => isKey);

  const isBlank = (row: ListRow, of: readonly ListColumn[]): boolean =>
    of.length > 0 && of.every(({ id }) => row.text(id) === "");
  const lacks = (row: ListRow): boolean => columns.some(({ id, required }) => required && row.text(id) === "");

  function isHead(cells: readonly string[]): boolean {
    const filled = [...cells.map(clean).entries()].filter(([, text]) => text !== "");
    const isIn = (head: readonly string[]): boolean =>
      filled.every(([at, text]) => spelling(text) === spelling(head[at] ?? ""));
    return filled.length > 1 && heads.some(isIn);
  }

  function isOther(row: ListRow, cells: readonly string[]): boolean {
    const text = firstText(cells);
    if (isHead(cells)) {
      isBelowHead = true;
      return true;
    }
    const word = wordOfRow(text);
    const isTotal = isOfSums(text) || ((word === "total" || word === "statistic") && isBlank(row, keys));
    const numbers = columnNumbers(cells);
    const isNumbering = isBelowHead
      ? numbers === "certainly" || (neverCounts === true && numbers !== undefined)
      : areBracketed(cells.map(clean).filter(Boolean));
    return isTotal || isNumbering;
  }

  return {
    take(row, cells) {
      if (isOther(row, cells)) {
        lines.push(row.line);
        return [];
      }
      // A key A or 0 before a number is an ordinary row of a table.
      const mayNumber = isOfPeople === true || firstText(cells) === "1";
      if (mayNumber && isBelowHead && columnNumbers(cells) === "perhaps") {
        onPerhaps(row, cells);
        return [];
      }
      isBelowHead = false;
      const isSignature = isOfPeople === true && isClosing(firstText(cells));
      if (isSignature || (isBlank(row, telling) && lacks(row))) {
        waiting.push(row);
        return [];
      }
      const rows = [...waiting, row];
      waiting = [];
      return rows;
    },
    get lines() {
      return [...lines, ...waiting.map(({ line }) => line)].sort((a, b) => a - b);
    },
  };
}
