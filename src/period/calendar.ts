import type { Days } from "./date.ts";
import { dateOf, daysInMonth, firstOfMonth } from "./date.ts";
import type { Period, PeriodKind } from "./period.ts";
import { countInYear, periodKinds, periodOf } from "./period.ts";

/** First and last day of a period, both included. */
export interface Extent {
  readonly first: Days;
  readonly last: Days;
}

/** In which months the years of a rubric begin, where they are not those of the calendar, and their second semesters. */
export interface YearTerms {
  readonly starts: number;
  readonly second: number;
}

/** Where a rubric says nothing a school year runs from September to August, its second semester from February. */
const schoolTerms: YearTerms = { starts: 9, second: 2 };

export function extentOf(period: Period, terms: YearTerms = schoolTerms): Extent {
  const { kind, year, index } = period;
  if (period.calendar === "school") {
    const { starts, second } = terms;
    const half = firstOfMonth(second > starts ? year : year + 1, second);
    const first = kind === "semester" && index === 2 ? half : firstOfMonth(year, starts);
    return { first, last: (kind === "semester" && index === 1 ? half : firstOfMonth(year + 1, starts)) - 1 };
  }
  if (kind === "week") return { first: thursdayOf(period) - 3, last: thursdayOf(period) + 3 };
  const months = monthsIn[kind];
  const lastMonth = index * months;
  return {
    first: firstOfMonth(year, lastMonth - months + 1),
    last: firstOfMonth(year, lastMonth) + daysInMonth(year, lastMonth) - 1,
  };
}

/** The days by which a period lies within longer ones: a week belongs to the month of its Thursday. */
export const spanOf = (period: Period, terms?: YearTerms): Extent =>
  period.kind === "week" ? { first: thursdayOf(period), last: thursdayOf(period) } : extentOf(period, terms);

/** The same for a day, which belongs where its week does if weeks are the shortest periods. */
export function spanOfDay(day: Days, shortest: PeriodKind): Extent {
  // 1970-01-01 was a Thursday, and weeks begin on Mondays.
  const belongs = shortest === "week" ? Math.floor((day + 3) / 7) * 7 : day;
  return { first: belongs, last: belongs };
}

const monthsIn = { month: 1, quarter: 3, semester: 6, year: 12 } as const;

/** ISO 8601: week 1 holds the first Thursday of the year; a week belongs to the month of its Thursday. */
function thursdayOf(week: Period): Days {
  const newYear = firstOfMonth(week.year, 1);
  // 1970-01-01 was a Thursday.
  return newYear + ((7 - (((newYear % 7) + 7) % 7)) % 7) + (week.index - 1) * 7;
}

/** The order of time, for sorting: by end, a longer period after the last of its parts. Only equal periods give 0. */
export function comparePeriods(a: Period, b: Period, terms?: YearTerms): number {
  const byEnd = endOf(a, terms) - endOf(b, terms);
  if (byEnd !== 0) return byEnd;
  const byLength = periodKinds.indexOf(a.kind) - periodKinds.indexOf(b.kind);
  return byLength !== 0 ? byLength : a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** A week ends with its Thursday here, so that it never comes after the month it belongs to. */
const endOf = (period: Period, terms?: YearTerms): Days =>
  period.kind === "week" ? thursdayOf(period) : extentOf(period, terms).last;

/**
 * The period of a longer (or the same) kind that `period` belongs to; undefined when there is none. With `terms` weeks and
 * months belong to the semesters and years of these.
 */
export function containing(period: Period, kind: PeriodKind, terms?: YearTerms): Period | undefined {
  if (kind === period.kind) return period;
  if (periodKinds.indexOf(kind) < periodKinds.indexOf(period.kind)) return undefined;
  if (period.calendar === "school") return periodOf(kind, period.year, 1, "school");
  if (kind === "week") return undefined;
  const { year, month } = dateOf(endOf(period));
  if (terms && (kind === "year" || kind === "semester")) {
    const first = month >= terms.starts ? year : year - 1;
    const since = (from: number): number => (from - terms.starts + 12) % 12;
    const index = kind === "semester" && since(month) >= since(terms.second) ? 2 : 1;
    return periodOf(kind, first, index, "school");
  }
  return periodOf(kind, year, Math.floor((month - 1) / monthsIn[kind]) + 1);
}

/** Whether all of a period, of any calendar, lies within another: September 2025 in the school year 2025-2026. */
export function liesWithin(part: Period, whole: Period, terms?: YearTerms): boolean {
  const [inner, outer] = [spanOf(part, terms), extentOf(whole, terms)];
  return inner.first >= outer.first && inner.last <= outer.last;
}

/** The periods of a shorter kind that belong to `period`, in the order of time; none where its calendar has no such parts. */
export function partsOf(period: Period, kind: PeriodKind, terms?: YearTerms): readonly Period[] {
  if (periodKinds.indexOf(kind) >= periodKinds.indexOf(period.kind)) return [];
  const isAcross =
    terms !== undefined && period.calendar === "school" && countInYear(kind, period.year, "school") === 0;
  const [years, calendar] = isAcross
    ? [[period.year, period.year + 1], "civil" as const]
    : [[period.year], period.calendar];
  const parts = years.flatMap((year) =>
    Array.from(
      { length: countInYear(kind, year, calendar) },
      (_, index) => periodOf(kind, year, index + 1, calendar) as Period,
    ),
  );
  return parts.filter((part) => containing(part, period.kind, terms)?.name === period.name);
}

/** A number that grows by one from a period to the next of its kind and calendar. */
export function ordinal(period: Period): number {
  if (period.kind === "week") return Math.floor(thursdayOf(period) / 7);
  return period.year * countInYear(period.kind, period.year, period.calendar) + period.index - 1;
}

/** The period of the same kind that follows; undefined after the last year there is. */
export const next = (period: Period): Period | undefined =>
  periodOf(period.kind, period.year, period.index + 1, period.calendar) ??
  periodOf(period.kind, period.year + 1, 1, period.calendar);

/** The period of the same kind that comes before; undefined before the first year there is. */
export const previous = (period: Period): Period | undefined =>
  periodOf(period.kind, period.year, period.index - 1, period.calendar) ??
  periodOf(period.kind, period.year - 1, countInYear(period.kind, period.year - 1, period.calendar), period.calendar);
