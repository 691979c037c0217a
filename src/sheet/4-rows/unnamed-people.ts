import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import { mayBeName, numberOfRow } from "../row-words.ts";

/**
 * Watches for people in rows without a key and without a score. Where a column numbers the rows, one that goes on with the numbers
 * of people, before and behind, is likely somebody, and no title of a group; where none does, a name below people and right above somebody.
 * So is a name beside a group that others are in, wherever it stands, and one below the last person, alone or beside words in score cells.
 * They are left out and warned of.
 */
export interface UnnamedPeople {
  /** The row of somebody. */
  somebody(record: SheetRecord): void;
  /** A row that is left out; `mayBeMember`: nothing in it looks like a signature. */
  leftOut(record: SheetRecord, mayBeMember: boolean): void;
  /** A row that may be the title of a group: below the last person it may as well be somebody. */
  seeTitle(record: SheetRecord, mayBeMember: boolean): void;
  /** A row with words where scores stand, which is left out unless somebody follows. */
  seeWords(record: SheetRecord, mayBeMember: boolean): void;
  /** Has a row a number as people have? */
  isNumbered(record: SheetRecord): boolean;
  /** Are there rows of which the number of the next person decides? */
  readonly isWaiting: boolean;
  /** After the last row. */
  finish(): void;
}

interface Row {
  readonly line: number;
  /** Absent where no column numbers the rows. */
  readonly number?: number;
  readonly name: string;
}

/** `nameOrdinal`: of the column that says how people are called, 0 for none. `isOfOthers`: does a row have the group of others? */
export function createUnnamedPeople(
  { names, place }: Pick<BoundHeader, "names" | "place">,
  nameOrdinal: number,
  isOfOthers: (record: SheetRecord) => boolean,
  diagnostics: Diagnostics,
): UnnamedPeople {
  const numberOrdinal = names.findIndex(isRowNumberName) + 1;
  /** The last row of somebody, or one behind it that may be. */
  let last: Row | undefined;
  let waiting: Row[] = [];
  /** Those below the last person, who are people unless somebody follows. */
  let ending: Row[] = [];
  let hasPeople = false;

  function read({ line, cells }: SheetRecord): Row | undefined {
    const name = cellText(cells[nameOrdinal - 1] ?? "");
    if (numberOrdinal === 0) return { line, name };
    const number = numberOfRow(cellText(cells[numberOrdinal - 1] ?? ""));
    return number === undefined ? undefined : { line, number, name };
  }

  /** Rows in between may be numbered too, each with the next number. */
  const goesOn = (row: Row | undefined): row is Row =>
    row !== undefined &&
    last !== undefined &&
    (row.number === undefined || last.number === undefined
      ? row.line - last.line === 1
      : row.number > last.number && row.number - last.number <= row.line - last.line);

  function warn({ line, number, name }: Row): void {
    diagnostics.report(
      "D242",
      { number: number === undefined ? undefined : String(number), name },
      place(line, nameOrdinal),
    );
  }

  function settle(arePeople: boolean): void {
    if (arePeople) waiting.forEach(warn);
    waiting = [];
  }

  function seeTitle(record: SheetRecord, mayBeMember: boolean): void {
    const name = cellText(record.cells[nameOrdinal - 1] ?? "");
    if (hasPeople && mayBeMember && isNamedAlone(record.cells, name)) ending.push({ line: record.line, name });
  }

  return {
    isNumbered: (record) => read(record)?.number !== undefined,
    seeTitle,
    seeWords({ line, cells }, mayBeMember) {
      const name = cellText(cells[nameOrdinal - 1] ?? "");
      if (mayBeMember && isName(name)) ending.push({ line, name });
    },
    somebody(record) {
      if (nameOrdinal === 0) return;
      const row = read(record);
      if (waiting.length > 0) settle(goesOn(row));
      last = row;
      ending = [];
      hasPeople = true;
    },
    leftOut(record, mayBeMember) {
      if (nameOrdinal === 0) return;
      const name = cellText(record.cells[nameOrdinal - 1] ?? "");
      const row = read(record);
      if (mayBeMember && mayBeName(name) && isOfOthers(record)) {
        warn({ line: record.line, name, ...row });
        last = row ?? last;
        return;
      }
      const mayBe = numberOrdinal > 0 ? goesOn(row) : last !== undefined && row !== undefined && mayBeName(row.name);
      const isWaiting = mayBe && row !== undefined && row.name !== "";
      if (row?.number === undefined) seeTitle(record, mayBeMember);
      else if (isWaiting) ending.push(row);
      if (!isWaiting) return;
      waiting.push(row);
      last = row;
    },
    get isWaiting() {
      return waiting.length > 0;
    },
    finish: () => ending.forEach(warn),
  };
}

/** Names of several people, or of their posts, stand beside one another where they sign. */
const isNamedAlone = (cells: readonly string[], name: string): boolean =>
  isName(name) && cells.map(cellText).filter(mayBeName).join() === name;

const isName = (text: string): boolean => mayBeName(text) && text.split(" ").length <= mostOfName;

/** More words are a remark. */
const mostOfName = 6;
