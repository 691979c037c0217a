import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { parseDecimal } from "../../number/decimal.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import { mayBeName } from "../row-words.ts";

/**
 * Watches for people in rows without a key and without a score. Where a column numbers the rows, one that goes on with the numbers
 * of people, before and behind, is likely somebody, and no title of a group; where none does, a name below people and right above somebody.
 * They are left out and warned of.
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

interface Row {
  readonly line: number;
  /** Absent where no column numbers the rows. */
  readonly number?: number;
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
  let last: Row | undefined;
  let waiting: Row[] = [];

  function read({ line, cells }: SheetRecord): Row | undefined {
    const name = cellText(cells[nameOrdinal - 1] ?? "");
    if (numberOrdinal === 0) return { line, name };
    const text = cellText(cells[numberOrdinal - 1] ?? "").replace(/\.$/, "");
    const number = /^\d{1,7}$/.test(text) ? parseDecimal(text) : undefined;
    return typeof number === "number" ? { line, number, name } : undefined;
  }

  /** Rows in between may be numbered too, each with the next number. */
  const goesOn = (row: Row | undefined): row is Row =>
    row !== undefined &&
    last !== undefined &&
    (row.number === undefined || last.number === undefined
      ? row.line - last.line === 1
      : row.number > last.number && row.number - last.number <= row.line - last.line);

  function settle(arePeople: boolean): void {
    for (const { line, number, name } of arePeople ? waiting : [])
      diagnostics.report(
        "D242",
        { number: number === undefined ? undefined : String(number), name },
        place(line, nameOrdinal),
      );
    waiting = [];
  }

  return {
    somebody(record) {
      if (nameOrdinal === 0) return;
      const row = read(record);
      if (waiting.length > 0) settle(goesOn(row));
      last = row;
    },
    leftOut(record) {
      const row = nameOrdinal > 0 ? read(record) : undefined;
      const mayBe = numberOrdinal > 0 ? goesOn(row) : last !== undefined && row !== undefined && mayBeName(row.name);
      if (!mayBe || row === undefined || row.name === "") return;
      waiting.push(row);
      last = row;
    },
    get isWaiting() {
      return waiting.length > 0;
    },
    finish: () => settle(numberOrdinal > 0),
  };
}
