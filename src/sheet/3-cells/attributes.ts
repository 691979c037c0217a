import type { CellValue, Column } from "../../model/column.ts";
import { labelOf, periodId } from "../../model/column.ts";
import { cellText, isNumberAt, rawKey } from "../1-records/cell-text.ts";
import type { SheetRecord } from "../1-records/records.ts";
import { unitIn } from "../group-titles.ts";
import { acceptedBy, groupsOf } from "../spellings/pools.ts";
import { columnDecoder, expectedOf } from "./column-decoder.ts";
import type { Condition } from "./condition.ts";
import { conditionOf, readingOrder } from "./condition.ts";
import { saysNothing, undamaged } from "./damage.ts";
import { unwatched } from "./decimal-mark.ts";
import { expectedText } from "./expected.ts";
import type { CellReader, Decoder } from "./fault.ts";
import { cellReader, isFault } from "./fault.ts";
import type { SheetReading } from "./sheet-reading.ts";

/** A plan column, with what reads its cells. */
export interface AttributeColumn {
  readonly index: number;
  readonly column: Column;
  /** 0 where the sheet has no such column. */
  readonly ordinal: number;
  readonly condition: Condition | undefined;
  readonly read: CellReader<CellValue>;
}

/** Reads the plan columns of a row, all but the period. */
export interface AttributeReader {
  readonly columns: readonly AttributeColumn[];
  /** What cannot be read is reported and left undefined. */
  read(record: SheetRecord, isRating: boolean): (CellValue | undefined)[];
}

/** `isNaming`: it says who somebody is or where he belongs, which a mark for nothing does not. */
function columnReader(
  { type, compare }: Column,
  isKey: boolean,
  isNaming: boolean,
  { marks, typed }: SheetReading,
): CellReader<CellValue> {
  const decode = undamaged(compare ? columnDecoder(type, unwatched) : columnDecoder(type, marks, typed), isKey);
  const isMissing = (text: string): boolean => isNaming && type.kind === "text" && saysNothing(text);
  const named: Decoder<CellValue> = (text, at) =>
    isMissing(text) ? { code: "D239", expected: expectedText } : decode(text, at);
  return cellReader(named, (text) => !marks.asks(text));
}

/** `around`: by index of the plan column, the values that stand in no cell of the row which is read. */
export function createAttributeReader(
  reading: SheetReading,
  around?: { readonly values: ReadonlyMap<number, string> },
): AttributeReader {
  const { plan, header, complaints, diagnostics } = reading;
  const conditions = plan.columns.map(({ when }) => when && conditionOf(when, plan));
  const naming = [...groupsOf(plan), plan.name];
  const accepted = acceptedBy(plan);
  const columns: readonly AttributeColumn[] = readingOrder(conditions)
    .filter((index) => plan.columns[index]?.id !== periodId)
    .map((index) => {
      const column = plan.columns[index] as Column;
      const read = columnReader(
        column,
        plan.key.includes(index),
        naming.includes(index) || accepted.includes(column.id),
        reading,
      );
      return { index, column, ordinal: header.layout.columns[index] ?? 0, condition: conditions[index], read };
    });

  function read(record: SheetRecord, isRating: boolean): (CellValue | undefined)[] {
    const { line, cells } = record;
    const values = plan.columns.map((): CellValue | undefined => undefined);
    const at = { line, column: 0, isNumber: false };
    for (const { index, column, ordinal, condition, read } of columns) {
      // In a text, as in a key, 007 is not 7.
      const own = column.type.kind === "text" ? rawKey(record, ordinal) : (cells[ordinal - 1] ?? "");
      const raw = around?.values.get(index) ?? own;
      at.column = ordinal;
      at.isNumber = isNumberAt(record, ordinal);
      const value = read(raw, at);
      if (isFault(value)) {
        if (column.compare) noteUncompared(value.expected, line, ordinal, raw);
        else complaints.cell(value, ordinal, raw);
        continue;
      }
      // After an error nobody knows what applies: only what stands in the cells is checked.
      const applies = condition === undefined || (complaints.code === undefined ? condition.holds(values) : undefined);
      if (value !== null && applies === false) complainOfFilled(column, condition as Condition, ordinal, raw);
      else if (value !== null) values[index] = value;
      else if (column.is !== undefined) continue;
      else if (applies && column.default !== undefined) values[index] = column.default;
      else if (column.of !== "subject" && !isRating) continue;
      else if (applies && column.required && !column.compare) complainOfBlank(column, index, ordinal);
    }
    return values;
  }
  return { columns, read };

  function complainOfBlank(column: Column, index: number, ordinal: number): void {
    if (ordinal > 0) complaints.blank(expectedOf(column.type), ordinal);
    else if (column.from)
      complaints.once("D241", column.id, {
        column: labelOf(column.id, column.headers),
        key: complaints.key,
        names: header.disputed.get(index),
        title: unitIn([complaints.key]),
      });
    else complaints.row("D217", { column: column.id, key: complaints.key });
  }

  function complainOfFilled(column: Column, { uses }: Condition, ordinal: number, raw: string): void {
    const deciding = uses.map((index) => plan.columns[index]?.id).join(", ");
    complaints.row(
      "D211",
      {
        header: complaints.header(ordinal),
        key: complaints.key,
        found: cellText(raw),
        what: column.id,
        columns: deciding,
      },
      ordinal,
    );
  }

  function noteUncompared(expected: { en: string; vi: string }, line: number, ordinal: number, raw: string): void {
    const parameters = { header: complaints.header(ordinal), key: complaints.key, found: cellText(raw), expected };
    diagnostics.report("D218", parameters, header.place(line, ordinal));
  }
}
