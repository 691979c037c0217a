import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { parseDecimal } from "../../number/decimal.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";

/**
 * Watches for people in rows without a key and without a score, where a column numbers the rows: one that goes on with the numbers
 * of people, before and behind, is likely somebody, and no title of a group. They are left out and warned of.
 */
export interface UnnamedPeople {
  /** The row of somebody. */
  somebody(record: SheetRecord): void;
  /** A row that is left out. */
  leftOut(record: SheetRecord): void;
  /** Are there rows of which the number of the next person decides? */
  readonly isWaiting: boolean;
  /** After the last row. */
  finish(): void;
}

interface Numbered {
  readonly line: number;
  readonly number: number;
  readonly name: string;
}

/** `nameOrdinal`: of the column that says how people are called, 0 for none. */
export function createUnnamedPeople(
  { names, place }: Pick<BoundHeader, "names" | "place">,
  nameOrdinal: number,
  diagnostics: Diagnostics,
): UnnamedPeople {
  const numberOrdinal = names.findIndex(isRowNumberName) + 1;
  /** The last row of somebody, or one behind it that may be. */
  let last: Numbered | undefined;
  let waiting: Numbered[] = [];

  function read({ line, cells }: SheetRecord): Numbered | undefined {
    const text = cellText(cells[numberOrdinal - 1] ?? "").replace(/\.$/, "");
    const number = /^\d{1,7}$/.test(text) ? parseDecimal(text) : undefined;
    return typeof number === "number" ? { line, number, name: cellText(cells[nameOrdinal - 1] ?? "") } : undefined;
  }

  /** Rows in between may be numbered too, each with the next number. */
  const goesOn = (row: Numbered | undefined): row is Numbered =>
    row !== undefined &&
    last !== undefined &&
    row.number > last.number &&
    row.number - last.number <= row.line - last.line;

  function settle(arePeople: boolean): void {
    for (const { line, number, name } of arePeople ? waiting : [])
      diagnostics.report("D242", { number: String(number), name }, place(line, nameOrdinal));
    waiting = [];
  }

  return {
    somebody(record) {
      if (numberOrdinal === 0) return;
      const row = read(record);
      if (waiting.length > 0) settle(goesOn(row));
      last = row;
    },
    leftOut(record) {
      const row = numberOrdinal > 0 && nameOrdinal > 0 ? read(record) : undefined;
      if (!goesOn(row) || row.name === "") return;
      waiting.push(row);
      last = row;
    },
    get isWaiting() {
      return waiting.length > 0;
    },
    finish: () => settle(true),
  };
}
