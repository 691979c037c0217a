import type { CellValue, ColumnType } from "../../model/plan.ts";
import type { Exact } from "../../number/exact.ts";
import { compare } from "../../number/exact.ts";
import { parseDate } from "../../period/date.ts";
import type { DecimalMarks } from "./decimal-mark.ts";
import { watched } from "./decimal-mark.ts";
import { expectedDate, expectedNumber, expectedText, expectedWords } from "./expected.ts";
import type { Decoder, Fault } from "./fault.ts";
import { readNumber } from "./number-cell.ts";
import { noWords, wordTable, yesNoTable, yesWords } from "./words.ts";

/** How the cells of a column of this type are read. */
export function columnDecoder(type: ColumnType, marks: DecimalMarks): Decoder<CellValue> {
  switch (type.kind) {
    case "text":
      return (text) => text;
    case "choice": {
      const words = type.values.flatMap(({ id, label }) => (label === undefined ? [id] : [id, label]));
      const ids = wordTable(type.values.flatMap(({ id, label }) => [[id, id] as const, [label ?? id, id] as const]));
      return (text) => ids.get(text) ?? { code: "D206", expected: expectedWords(words, text) };
    }
    case "number":
      return watched((text) => numberIn(text.replace(/ ?%$/, ""), type.min, type.max), marks);
    case "date":
      return (text) => parseDate(text) ?? { code: "D210", expected: expectedDate };
    case "flag": {
      const words = yesNoTable();
      return (text) => words.get(text) ?? { code: "D207", expected: expectedWords([...yesWords, ...noWords]) };
    }
  }
}

/** A number within limits; also what items read that take any number. */
export function numberIn(text: string, min?: Exact, max?: Exact): Exact | Fault {
  const value = readNumber(text);
  if (value === undefined) return { code: "D202", expected: expectedNumber(min, max) };
  if (value === "thousands") return { code: "D209", expected: expectedNumber(min, max) };
  const isBelow = min !== undefined && compare(value, min) < 0;
  if (isBelow || (max !== undefined && compare(value, max) > 0))
    return { code: "D203", expected: expectedNumber(min, max) };
  return value;
}

/** What a blank cell of a column should have held. */
export function expectedOf(type: ColumnType) {
  switch (type.kind) {
    case "text":
      return expectedText;
    case "choice":
      return expectedWords(type.values.map(({ id, label }) => label ?? id));
    case "number":
      return expectedNumber(type.min, type.max);
    case "date":
      return expectedDate;
    case "flag":
      return expectedWords([...yesWords, ...noWords]);
  }
}
