import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { CellValue, TablePlan } from "../../model/column.ts";
import { toKey } from "../../number/exact.ts";
import { stretchesText } from "../../text/stretches.ts";
import type { ListRow } from "./list-row.ts";

/** A row of a table by its values. */
interface ReadRow {
  readonly values: readonly (CellValue | undefined)[];
  readonly placeOf: ListRow["place"];
}

/**
 * Tells of each file of a table that it is a copy of an earlier one, or has rows of it, as an export that goes on further does; whether it is
 * a copy. Rows are equal by what the rubric reads of them. Within one file equal rows are facts of their own.
 */
export function sharedRows({ key }: TablePlan, diagnostics: Diagnostics): (rows: readonly ReadRow[]) => boolean {
  const sizes = new Map<string, number>();
  /** By row: how often each file has it. */
  const seen = new Map<string, Map<string, number>>();
  return (rows) => {
    const [first] = rows;
    if (!first) return false;
    const place = first.placeOf("");
    const own = new Map<string, number>();
    const shared = new Map<string, number[]>();
    for (const row of rows) {
      const text = JSON.stringify(row.values.map(comparable));
      const count = (own.get(text) ?? 0) + 1;
      own.set(text, count);
      for (const [other, most] of seen.get(text) ?? []) {
        if (count > most) continue;
        const lines = shared.get(other) ?? [];
        lines.push(row.placeOf("").line);
        shared.set(other, lines);
      }
    }
    const copied = [...shared].find(([other, { length }]) => length === rows.length && length === sizes.get(other));
    // Two who write one row each may well write the same.
    const isCopy = copied !== undefined && (rows.length > 1 || key !== undefined);
    if (isCopy) diagnostics.report("D511", { other: copied[0] }, place);
    // A key that stands twice is told for itself.
    else if (key === undefined)
      for (const [other, lines] of shared)
        diagnostics.report("D512", { count: lines.length, lines: stretchesText(lines), other }, place);
    for (const [text, count] of own)
      seen.set(text, (seen.get(text) ?? new Map<string, number>()).set(place.file, count));
    sizes.set(place.file, rows.length);
    return isCopy;
  };
}

const comparable = (value: CellValue | undefined) => (typeof value === "object" ? [toKey(value)] : value);
