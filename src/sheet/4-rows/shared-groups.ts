import type { BatchTaker } from "../../model/batch.ts";
import type { Plan } from "../../model/plan.ts";
import { knownText } from "../../text/texts.ts";
import { cellText } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import type { AttributeReader } from "../3-cells/attributes.ts";

/**
 * Does a row have a text that others have too, in a column of texts that are neither keys nor names? A title that is merged over
 * the row says the same where somebody is named.
 */
export function sharesGroup(
  plan: Plan,
  { columns }: AttributeReader,
  batches: BatchTaker | undefined,
): (record: SheetRecord) => boolean {
  const groups = columns.filter(
    ({ column, index, ordinal }) =>
      ordinal > 0 && column.type.kind === "text" && index !== plan.name && !plan.key.includes(index),
  );
  return ({ cells }) =>
    groups.some(({ index, ordinal, read }) => {
      const raw = cells[ordinal - 1] ?? "";
      const text = cellText(raw);
      const texts = batches?.people.values[index]?.texts;
      // Rows that are taken straight from their bytes are no reader's.
      const isOfOthers = read.remembered(raw) !== undefined || (texts !== undefined && knownText(texts, text) >= 0);
      return text !== "" && isOfOthers && cells.filter((cell) => cellText(cell) === text).length === 1;
    });
}
