import { wholeNumber } from "../period/date.ts";
import type { Column } from "./column.ts";
import type { Plan } from "./plan.ts";

/** The columns that make the key. */
export const keyColumns = ({ key, columns }: Pick<Plan, "key" | "columns">): readonly Column[] =>
  key.map((at) => columns[at] as Column);

export const keyIds = (plan: Pick<Plan, "key" | "columns">): readonly string[] => keyColumns(plan).map(({ id }) => id);

/** Joins the parts of a key of several columns; it cannot occur in cleaned text. */
const separator = "\u001F";
/** What people see, and write in decisions, between the parts. */
const shown = " / ";

/** The texts of the key columns as the one text that identifies a subject. */
export const joinKey = (parts: readonly string[]): string => parts.join(separator);

export const keyParts = (key: string): string[] => key.split(separator);

/** A key as people read it: its parts with a slash between. */
export const showKey = (key: string): string => keyParts(key).join(shown);

/** The key that people wrote with slashes between its parts. */
export const writtenKey = (text: string): string => joinKey(text.split(shown));

/** A number that a spreadsheet may have changed: with zeros before it, or with the decimals of a number behind it. */
const changed = /^(?:0+(\d+)(?:[.,]0+)?|(\d+)[.,]0+)$/;

/** A part of a key without the zeros that a spreadsheet takes away or adds: 7 of `007` and of `7.0`. */
export const asNumber = (part: string): string =>
  part.replace(changed, (_, padded, plain) => (padded ?? plain).replace(/^0+(?=\d)/, ""));

/** Is `short` what a spreadsheet leaves of a long number: `123456789012345000` or `1.23457E+17` of `123456789012345678`? */
export function isShortened(long: string, short: string): boolean {
  const digits = long.replace(/^0+/, "");
  const left = leftOf(short);
  if (!left || !/^\d+$/.test(digits) || digits.length !== left.length) return false;
  const { length } = left.digits;
  const cut = digits.slice(0, length);
  return left.digits === cut || ((digits[length] ?? "") >= "5" && left.digits === `${BigInt(cut) + 1n}`);
}

/** The digits that are left of a number, and how many it had. Spreadsheets keep 15 of them, and show fewer in a narrow column. */
function leftOf(short: string): { readonly digits: string; readonly length: number } | undefined {
  const [, first, rest = "", power] = /^([1-9])(?:[.,](\d+))?E\+(\d+)$/i.exec(short) ?? [];
  if (first !== undefined) return { digits: first + rest, length: wholeNumber(power) + 1 };
  const [, digits] = /^([1-9]\d{14})0+$/.exec(short) ?? [];
  return digits === undefined ? undefined : { digits, length: short.length };
}
