import type { DecimalMark } from "../../model/plan.ts";
import { parseDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";

/** A text as a number, with `.` or `,` as decimal mark. */
export interface NumberReading {
  readonly value: Exact;
  readonly mark?: DecimalMark;
  /** What it is too where three digits stand behind its only mark, which may part its thousands: `89.945` is 89945. */
  readonly thousands?: Exact;
}

/** A sign that is a dash, digits and marks of full width, as some keyboards and programs write them. */
const plain = (text: string): string =>
  text
    .replace(/[\uFF05\uFF0B-\uFF0E\uFF10-\uFF19\uFF25\uFF45]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replace(/^[\u2010-\u2013\u2212]/, "-");

/** `thousands` where they are set apart beyond doubt: `1.234.567`, `1 500`, `1,234.5`. A percent sign is no part of a number. */
export function readNumber(cell: string): NumberReading | "thousands" | undefined {
  const text = withoutPercent(cell);
  if (/^[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?$/.test(text)) {
    const mark = /[.,]/.exec(text)?.[0] as DecimalMark | undefined;
    const value = parseDecimal(text.replace(",", "."));
    if (value === undefined) return undefined;
    const other = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? parseDecimal(text.replace(/[.,]/, "")) : undefined;
    return { value, ...(mark && { mark }), ...(other !== undefined && { thousands: other }) };
  }
  return /^[+-]?\d{1,3}(?:[., '\u2019]\d{3})+(?:[.,]\d+)?$/.test(text) ? "thousands" : undefined;
}

/** A score with the most that it can be, as programs for quizzes write it: `50.00 / 60`. Spreadsheets make such a text as `9/10` of a date. */
export function readOutOf(cell: string): { readonly score: string; readonly most: NumberReading } | undefined {
  const { score = "", whole = "" } = /^(?<score>[^/]*[^/\s])\s*\/\s*(?<whole>[\d.,]+)$/.exec(cell)?.groups ?? {};
  const most = readNumber(whole);
  if (mayBeDay.test(cell)) return undefined;
  return typeof most === "object" && readNumber(score) !== undefined && !hasPercent(score)
    ? { score, most }
    : undefined;
}

/** A day and a month, in either order. */
const mayBeDay = /^(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])$|^(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])$/;

/** Does a cell say that its number is a percentage? */
export const hasPercent = (cell: string): boolean => /[%\uFF05]$/.test(cell);

const withoutPercent = (cell: string): string => plain(cell).replace(/ ?%$/, "");
