/** Dates are whole days since 1970-01-01 of the Gregorian calendar: no clock and no time zone has a part in them. */
export type Days = number;

/** `2026-03-31`, `31/03/2026`, `31-3-2026` or `31.3.2026`; undefined for anything else and for a day that does not exist. */
export function parseDate(text: string): Days | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (iso) return dayOf(wholeNumber(iso[1]), wholeNumber(iso[2]), wholeNumber(iso[3]));
  const local = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  return local ? dayOf(wholeNumber(local[4]), wholeNumber(local[3]), wholeNumber(local[1])) : undefined;
}

/** The date as `2026-03-31`. */
export function formatDate(days: Days): string {
  const { year, month, day } = dateOf(days);
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

/** The number that a text of decimal digits stands for; 0 for none. */
export function wholeNumber(digits: string | undefined): number {
  let value = 0;
  for (let at = 0; at < (digits?.length ?? 0); at++) value = value * 10 + (digits as string).charCodeAt(at) - 48;
  return value;
}

/** Days of a date, or undefined when the month has no such day. */
export function dayOf(year: number, month: number, day: number): Days | undefined {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return firstOfMonth(year, month) + day - 1;
}

export function dateOf(days: Days): { year: number; month: number; day: number } {
  let year = 1970 + Math.floor(days / 366);
  while (firstOfMonth(year + 1, 1) <= days) year++;
  while (firstOfMonth(year, 1) > days) year--;
  let month = 12;
  while (firstOfMonth(year, month) > days) month--;
  return { year, month, day: days - firstOfMonth(year, month) + 1 };
}

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export function daysInMonth(year: number, month: number): number {
  const days = (daysBeforeMonth[month] as number) - (daysBeforeMonth[month - 1] as number);
  return month === 2 && isLeap(year) ? days + 1 : days;
}

/** Days of the first day of a month. */
export function firstOfMonth(year: number, month: number): Days {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return before * 365 + leapDays + (daysBeforeMonth[month - 1] as number) + leapDay - daysTo1970;
}

/** From 0001-01-01 to 1970-01-01. */
const daysTo1970 = 719_162;
