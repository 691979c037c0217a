import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { columnLetters } from "../../model/places.ts";
import { parseDecimal } from "../../number/decimal.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { Records, SheetRecord } from "../1-records/records.ts";

/** Watches the columns without a name. One that holds values may be what another's name was meant for. */
export interface NamelessColumns {
  /** A row of somebody. */
  see(record: SheetRecord): void;
  /** Rows of people with nothing in these columns. */
  seeBlank(): void;
  /** After the last row: tells of the columns that hold something. */
  finish(): void;
}

interface Nameless {
  readonly ordinal: number;
  /** The first value. */
  first?: { readonly text: string; readonly line: number };
  /** Holds nothing but numbers of the rows, as far as it was read. */
  isCounting: boolean;
  /** The last of them. */
  count?: number;
}

/** `used`: ordinals of the columns that say who somebody is or what he scored: beside these no value may stand without a name. */
export function createNamelessColumns(
  names: readonly string[],
  used: ReadonlySet<number>,
  place: Records["place"],
  diagnostics: Diagnostics,
): NamelessColumns {
  const columns = names.flatMap((name, at): Nameless[] => (name === "" ? [{ ordinal: at + 1, isCounting: true }] : []));
  let lastLine = 0;
  return {
    see({ line, cells }) {
      for (const column of columns) {
        const text = cellText(cells[column.ordinal - 1] ?? "");
        if (text !== "") column.first ??= { text, line };
        const count = /^\d{1,7}$/.test(text) ? parseDecimal(text) : undefined;
        column.isCounting &&= typeof count === "number" && follows(count, column.count, line - lastLine);
        if (typeof count === "number") column.count = count;
      }
      lastLine = line;
    },
    seeBlank() {
      for (const column of columns) column.isCounting = false;
    },
    finish() {
      for (const { ordinal, first, isCounting } of columns) {
        if (!first) continue;
        const parameters = { letters: columnLetters(ordinal), found: first.text };
        const at = place(first.line, ordinal);
        const neighbour = [ordinal - 1, ordinal + 1].find((each) => used.has(each));
        if (neighbour === undefined || isCounting) diagnostics.report("D126", parameters, at);
        else diagnostics.report("D125", { ...parameters, neighbour: names[neighbour - 1] ?? "" }, at);
      }
    },
  };
}

/** Numbers of rows begin with 0 or 1, and again below the title of a group. Rows that are nobody's may have had some of them. */
function follows(count: number, last: number | undefined, lines: number): boolean {
  if (count <= 1 && (last === undefined || lines > 1)) return true;
  return last !== undefined && count > last && count <= last + lines;
}
