import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { Records, SheetRecord } from "../1-records/records.ts";

/** Watches columns of texts for letters that a program wrote as `?`, since its encoding had none for them: `Nguy?n V?n A`. */
export interface LostLetters {
  /** A row of somebody. */
  see(record: SheetRecord): void;
  /** After the last row. */
  finish(): void;
}

/** One may be meant as it stands. */
const fewest = 2;

export function createLostLetters(
  ordinals: readonly number[],
  place: Records["place"],
  diagnostics: Diagnostics,
): LostLetters {
  let count = 0;
  let first: { readonly found: string; readonly line: number; readonly ordinal: number } | undefined;
  return {
    see({ line, cells }) {
      for (const ordinal of ordinals) {
        const raw = cells[ordinal - 1] ?? "";
        if (!raw.includes("?") || !isLost.test(cellText(raw))) continue;
        count++;
        first ??= { found: cellText(raw), line, ordinal };
      }
    },
    finish() {
      if (first && count >= fewest)
        diagnostics.report("D161", { found: first.found, count }, place(first.line, first.ordinal));
    },
  };
}

/** Within a word, or at an end of one with more behind it. */
const isLost = /\p{L}\?(?=\p{L}| \p{L})|(?:^| )\?\p{L}/u;
