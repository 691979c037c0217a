import { parseDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";

/** The number in a cell, with `.` or `,` as decimal mark; `thousands` where its thousands are set apart. */
export function readNumber(text: string): Exact | "thousands" | undefined {
  if (/^[+-]?\d+(?:[.,]\d+)?$/.test(text)) return parseDecimal(text.replace(",", "."));
  return /^[+-]?\d{1,3}(?:[., ']\d{3})+(?:[.,]\d+)?$/.test(text) ? "thousands" : undefined;
}
