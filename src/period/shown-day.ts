import type { Days } from "./date.ts";
import { dayOf, formatDate, parseDate, wholeNumber } from "./date.ts";
import { dayInWords, dayOfMonth, months } from "./vocabulary.ts";

/** A time of day that adds nothing, as programs write dates: `00:00:00`, `T00:00:00Z`, `12:00:00 AM`. */
const midnight =
  /(?:T| ?, ?| )(?:0{1,2}:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d| ?(?:AM|SA))?|12:00(?::00)? ?(?:AM|SA))$/i;

/** A text without a midnight behind it. */
export const withoutMidnight = (text: string): string => text.replace(midnight, "");

/** `2026-03-31`, `2026/03/31`, `31/03/2026`, with a midnight or without, `31 tháng 3 năm 2026`; undefined for any other text. */
export function readDate(text: string): Days | undefined {
  const day = withoutMidnight(text);
  const [, year = "", month = "", date = ""] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(day) ?? [];
  if (year !== "") return parseDate(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
  return parseDate(dayInWords.exec(day)?.slice(1).join("/") ?? day);
}

/** The day that a text shows as people and spreadsheets write it: `1/2/10` and `1-Feb-2010` too, and `2/13/2010`, where only the month can stand first. */
export function shownDay(text: string): Days | undefined {
  const day = withoutMidnight(text);
  const [first = "", second = "", year = ""] =
    /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d\d|\d{4})$/.exec(day)?.slice(1) ??
    (dayOfMonth.test(day) ? figuresOf(day) : []);
  const [one, two] = [wholeNumber(first), wholeNumber(second)];
  return readDate(text) ?? dayOf(wholeYear(year), two, one) ?? dayOf(wholeYear(year), one, two);
}

/** A text that shows a day as `2026-03-31`; any other as it is. */
export function inFigures(text: string): string {
  const day = /\d$|\d[ T].*\d/.test(text) ? shownDay(text) : undefined;
  return day === undefined ? text : formatDate(day);
}

/** Day, month and year, of which a month with a name is a number like the others. */
function figuresOf(dayOfMonth: string): readonly string[] {
  const figures = dayOfMonth.match(/\d+/g) ?? [];
  const month = monthIn(dayOfMonth);
  return month === 0 ? figures : [...figures.slice(0, 1), String(month), ...figures.slice(1)];
}

/** Two digits as spreadsheets read them. */
const wholeYear = (digits: string): number =>
  wholeNumber(digits.length === 2 ? `${digits < "30" ? 20 : 19}${digits}` : digits);

/** The number of the month that a text has the English name of; 0 for none. */
export const monthIn = (text: string): number => months.indexOf(/[a-z]{3}/i.exec(text)?.[0].toLowerCase() ?? "") + 1;
