import type { Days } from "../../period/date.ts";
import { dateOf, dayOf, formatDate, wholeNumber } from "../../period/date.ts";
import { monthIn, readDate, shownDay, withoutMidnight } from "../../period/shown-day.ts";
import { dayOfMonth } from "../../period/vocabulary.ts";

/** Can it be a date only with its month first: `2/13/2010`? */
export const isMonthFirst = (text: string): boolean =>
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text) && readDate(text) === undefined && shownDay(text) !== undefined;

/** The day that a whole number is in a spreadsheet, where it may be one that lost its format: those from 1954 to 2064. */
export function dayOfNumber(text: string): Days | undefined {
  if (!/^[2-5]\d{4}$/.test(text)) return undefined;
  return (dayOf(1899, 12, 30) as Days) + wholeNumber(text);
}

/** What a blank cell or a 0 becomes in the format of a date, in the calendars of spreadsheets. */
const zeros = new Set(["1899-12-30", "1899-12-31", "1900-01-01", "1904-01-01", "0001-01-01"]);

/** The same where it is no day: a zero as Excel shows it, and as databases do. */
const shownZero = /^(?:0{1,2}([/.-])0?1\1|0?1([/.-])0{1,2}\2)1900$|^0{1,2}([/.-])0{1,2}\3(?:0{4}|1900)$|^0000-00-00$/;

export function isDayZero(text: string): boolean {
  const day = withoutMidnight(text);
  const days = readDate(day);
  return days === undefined ? shownZero.test(day) : zeros.has(formatDate(days));
}

export type DayKind = "date" | "month";

/** A date, or a day or year with the name of a month, as spreadsheets show what they took for one: `8-May`, `08-Thg5`, `May-26`. */
export const dayKind = (text: string): DayKind | undefined =>
  readDate(text) !== undefined ? "date" : dayOfMonth.test(text) ? "month" : undefined;

export const isDay = (text: string): boolean => dayKind(text) !== undefined;

/** Is a text what a spreadsheet makes of another: `03/05/2026` or `3-May` of `3-5`, `05/03/2026` where the month stands first? */
export function isMadeOf(other: string, text: string): boolean {
  const [, one, two] = (/^(\d{1,2})[-/.](\d{1,2})$/.exec(other) ?? []).map((digits) => wholeNumber(digits));
  if (one === undefined || !isDay(text)) return false;
  const days = readDate(text);
  const [first, second] = (text.match(/\d+/g) ?? []).map((digits) => wholeNumber(digits));
  const { day, month } = days === undefined ? { day: first, month: monthIn(text) || second } : dateOf(days);
  return (one === day && two === month) || (one === month && two === day);
}
