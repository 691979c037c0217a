import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { isRowNumberName } from "../2-header/row-number-name.ts";
import { beginsAnew } from "./unnumbered-people.ts";

/**
 * Asks about titles of parts of a group that are numbered as people are: `2 | Đảng viên dự bị` says nothing of anybody, and the numbers
 * begin anew right below it.
 */
export interface NumberedTitles {
  /** The row of somebody; `isBlank`: that says nothing of him, as a title does not. */
  somebody(record: Pick<SheetRecord, "line" | "cells">, isBlank: boolean): void;
}

/** `ordinal`: of the column in which people are named. */
export function createNumberedTitles(
  { names, place }: Pick<BoundHeader, "names" | "place">,
  ordinal: number,
  diagnostics: Diagnostics,
): NumberedTitles {
  const numberOrdinal = names.findIndex(isRowNumberName) + 1;
  let above: { readonly line: number; readonly found: string } | undefined;
  return {
    somebody({ line, cells }, isBlank) {
      const number = cellText(cells[numberOrdinal - 1] ?? "");
      if (above && line - above.line === 1 && beginsAnew.test(number))
        diagnostics.report("D132", { found: above.found }, place(above.line, ordinal));
      above = isBlank && /\d/.test(number) ? { line, found: cellText(cells[ordinal - 1] ?? "") } : undefined;
    },
  };
}
