import type { Days } from "../../period/date.ts";
import { dateOf, dayOf, formatDate, parseDate, wholeNumber } from "../../period/date.ts";
import { dayInWords, dayOfMonth, months } from "../vocabulary.ts";

/** A time of day that adds nothing, as programs write dates: `00:00:00`, `T00:00:00Z`, `12:00:00 AM`. */
const midnight =
  /(?:T| ?, ?| )(?:0{1,2}:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d| ?(?:AM|SA))?|12:00(?::00)? ?(?:AM|SA))$/i;

/** `2026-03-31`, `2026/03/31`, `31/03/2026`, with a midnight or without, `31 tháng 3 năm 2026`; undefined for any other text. */
export function readDate(text: string): Days | undefined {
  const day = text.replace(midnight, "");
  const [, year = "", month = "", date = ""] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(day) ?? [];
  if (year !== "") return parseDate(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
  return parseDate(dayInWords.exec(day)?.slice(1).join("/") ?? day);
}

/** The day that a text shows as people and spreadsheets write it: `1/2/10` and `1-Feb-2010` too, and `2/13/2010`, where only the month can stand first. */
export function shownDay(text: string): Days | undefined {
  const day = text.replace(midnight, "");
  const [first = "", second = "", year = ""] =
    /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d\d|\d{4})$/.exec(day)?.slice(1) ??
    (dayOfMonth.test(day) ? figuresOf(day) : []);
  const [one, two] = [wholeNumber(first), wholeNumber(second)];
  return readDate(text) ?? dayOf(wholeYear(year), two, one) ?? dayOf(wholeYear(year), one, two);
}

/** Can it be a date only with its month first: `2/13/2010`? */
export const isMonthFirst = (text: string): boolean =>
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(text) && readDate(text) === undefined && shownDay(text) !== undefined;

/** Day, month and year, of which a month with a name is a number like the others. */
function figuresOf(dayOfMonth: string): readonly string[] {
  const figures = dayOfMonth.match(/\d+/g) ?? [];
  const month = monthIn(dayOfMonth);
  return month === 0 ? figures : [...figures.slice(0, 1), String(month), ...figures.slice(1)];
}

/** Two digits as spreadsheets read them. */
const wholeYear = (digits: string): number =>
  wholeNumber(digits.length === 2 ? `${digits < "30" ? 20 : 19}${digits}` : digits);

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
  const day = text.replace(midnight, "");
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

/** The number of the month that a text has the English name of; 0 for none. */
const monthIn = (text: string): number => months.indexOf(/[a-z]{3}/i.exec(text)?.[0].toLowerCase() ?? "") + 1;
