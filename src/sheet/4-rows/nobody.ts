import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { BoundHeader } from "../2-header/header.ts";
import { cellText } from "../3-cells/cell-text.ts";
import { isColumnNumbers } from "../3-cells/column-numbers.ts";
import { totalWords } from "../vocabulary.ts";
import type { SkippedRow } from "./notes.ts";
import { listedRows } from "./notes.ts";
import { firstText, isTotalWord } from "./tail.ts";

/** Rows that are nobody's: numbers of the columns, totals, titles of groups, signatures. */
export interface NobodyRows {
  /** Is it such a row? Lists it; one that may have been somebody's is `broken`, and reported. `isFirst`: nobody stands above it. */
  take(record: SheetRecord, key: readonly string[], isFirst: boolean): "skipped" | "broken" | undefined;
  readonly skipped: readonly SkippedRow[];
  readonly skippedCount: number;
}

/** `holdsScore`: does a row hold something that an item or anybody else would read as a score? */
export function createNobodyRows(
  plan: Plan,
  header: BoundHeader,
  holdsScore: (record: SheetRecord) => boolean,
  diagnostics: Diagnostics,
): NobodyRows {
  const { columns } = header.layout;
  const keyOrdinals = plan.key.map((index) => columns[index] ?? 0);
  /** Columns that say who somebody is; with two or more of them a row with one text only is no person. */
  const identity = plan.columns.flatMap((column, index) =>
    column.required && !column.compare && !column.when ? [columns[index] ?? 0] : [],
  );
  /** Columns in which nobody has a number. */
  const words = [
    plan.name === undefined || plan.key.includes(plan.name) ? 0 : (columns[plan.name] ?? 0),
    header.period,
  ].filter((ordinal) => ordinal > 0);
  const skipped: SkippedRow[] = [];
  let skippedCount = 0;

  function skip(line: number, why: SkippedRow["why"], text: string): "skipped" {
    skippedCount++;
    if (skipped.length < listedRows) skipped.push({ line, why, text: text.slice(0, 200) });
    return "skipped";
  }

  /** A row of totals whose word stands in the key column, as where the first cells are merged. */
  function isTotalRow([first = ""]: readonly string[], cells: readonly string[]): boolean {
    if (!isTotalWord(first)) return false;
    return identity.length > 1 && identity.filter((ordinal) => cellText(cells[ordinal - 1] ?? "") !== "").length === 1;
  }

  return {
    skipped,
    get skippedCount() {
      return skippedCount;
    },
    take(record, key, isFirst) {
      const { line, cells } = record;
      if (isFirst && isColumnNumbers(cells, words)) return skip(line, "column numbers", firstText(cells));
      if (!key.includes("") && !isTotalRow(key, cells)) return undefined;
      const text = firstText(cells);
      if (text === "") return "skipped";
      if (isTotalWord(text)) return skip(line, "total", text);
      if (!holdsScore(record)) return skip(line, "no key", text);
      const ordinal = keyOrdinals[Math.max(0, key.indexOf(""))] ?? 1;
      const parameters = { header: header.names[ordinal - 1] ?? "", words: totalWords };
      diagnostics.report("D215", parameters, header.place(line, ordinal));
      return "broken";
    },
  };
}
