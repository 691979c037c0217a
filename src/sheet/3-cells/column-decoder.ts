import type { CellValue, ColumnType } from "../../model/column.ts";
import { wordsOf } from "../../model/column.ts";
import type { Exact } from "../../number/exact.ts";
import { compare, divide, isWhole } from "../../number/exact.ts";
import type { Days } from "../../period/date.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import { readDate } from "../../period/shown-day.ts";
import { parseYearless } from "../../period/yearless.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { noWords, yesWords } from "../../text/vocabulary.ts";
import { isDay, isDayZero, isMonthFirst } from "./date-cell.ts";
import type { DecimalMarks } from "./decimal-mark.ts";
import {
  expectedDate,
  expectedDayFirst,
  expectedNumber,
  expectedSteps,
  expectedText,
  expectedWholeDate,
  expectedWords,
} from "./expected.ts";
import type { Decoder, Fault } from "./fault.ts";
import type { NumberTarget } from "./number-cell.ts";
import { anyNumberDecoder } from "./number-cell.ts";
import type { TypedWords } from "./typed-words.ts";
import { wordTable, yesNoEntries } from "./words.ts";

/** How the cells of a column of this type are read. */
export function columnDecoder(type: ColumnType, marks: DecimalMarks, typed?: TypedWords): Decoder<CellValue> {
  switch (type.kind) {
    case "text":
      return (text) => text;
    case "choice": {
      const words = type.values.map(({ id, label }) => label ?? id);
      const ids = wordTable(
        type.values.flatMap((value) => wordsOf(value).map((word) => [word, value.id] as const)),
        typed,
      );
      return (text, at) => ids.get(text, at) ?? { code: "D206", expected: expectedWords(words, text) };
    }
    case "number":
      return anyNumberDecoder(limits(type), expectedIn(type), marks);
    case "date":
      return dateIn;
    case "flag": {
      const words = wordTable(yesNoEntries([], true, false), typed);
      return (text, at) => words.get(text, at) ?? { code: "D207", expected: expectedWords([...yesWords, ...noWords]) };
    }
  }
}

function dateIn(text: string): Days | Fault {
  if (isDayZero(text)) return { code: "D234", expected: expectedDate };
  const days = readDate(text);
  if (days !== undefined) return days;
  if (isMonthFirst(text)) return { code: "D210", expected: expectedDayFirst(text) };
  const isPart = isDay(text) || parsePeriod(text) !== undefined || parseYearless(text) !== undefined;
  return { code: "D210", expected: isPart ? expectedWholeDate : expectedDate };
}

type NumberType = ColumnType & { readonly kind: "number" };

const expectedIn = ({ min, max, step }: NumberType): Bilingual =>
  step === undefined ? expectedNumber(min, max) : expectedSteps(expectedNumber(min, max), step);

function limits(type: NumberType): NumberTarget<Exact> {
  const { min, max, step } = type;
  const expected = expectedIn(type);
  return (value) => {
    const isBelow = min !== undefined && compare(value, min) < 0;
    if (isBelow || (max !== undefined && compare(value, max) > 0)) return { code: "D203", expected };
    return step === undefined || isWhole(divide(value, step)) ? value : { code: "D205", expected };
  };
}

/** What a blank cell of a column should have held. */
export function expectedOf(type: ColumnType) {
  switch (type.kind) {
    case "text":
      return expectedText;
    case "choice":
      return expectedWords(type.values.map(({ id, label }) => label ?? id));
    case "number":
      return expectedIn(type);
    case "date":
      return expectedDate;
    case "flag":
      return expectedWords([...yesWords, ...noWords]);
  }
}
