import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { Records, SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";

/** Watches texts of all sheets for letters that a program wrote as `?`, since its encoding had none for them: `Nguy?n V?n A`. */
export interface LostLetters {
  /** A row of somebody; `ordinals`: of its columns of texts. */
  see(record: SheetRecord, ordinals: readonly number[], place: Records["place"]): void;
  /** After the last sheet. */
  finish(): void;
}

export function createLostLetters(diagnostics: Diagnostics): LostLetters {
  /** Each with its place: rows that are taken straight from their bytes are no reader's where their texts were seen before. */
  const lost = new Map<string, ReturnType<Records["place"]>>();
  let isSure = false;
  return {
    see({ line, cells }, ordinals, place) {
      for (const ordinal of ordinals) {
        const raw = cells[ordinal - 1] ?? "";
        if (!raw.includes("?")) continue;
        const text = cellText(raw);
        if (!mayBeLost(text) || lost.has(text)) continue;
        lost.set(text, place(line, ordinal));
        isSure ||= isLost(text);
      }
    },
    finish() {
      const [first] = lost;
      if (first && (isSure || lost.size > 1))
        diagnostics.report("D161", { found: first[0], count: lost.size }, first[1]);
    },
  };
}

/** Beside a letter; at the end of a word one alone may be meant as it stands. */
const mayBeLost = (text: string): boolean => /\p{L}\?|(?:^| )\?\p{L}/u.test(text);
const isLost = (text: string): boolean => /\p{L}\?\p{L}/u.test(text);

/** Ordinals of the columns of texts. */
export const textOrdinals = (plan: Plan, { layout }: BoundHeader): readonly number[] =>
  plan.columns.flatMap(({ type }, index) =>
    type.kind === "text" && layout.columns[index] ? layout.columns[index] : [],
  );
