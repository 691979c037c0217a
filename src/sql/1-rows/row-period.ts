import type { Plan } from "../../model/plan.ts";
import { extentOf } from "../../period/calendar.ts";
import type { Days } from "../../period/date.ts";
import { dateOf, parseDate } from "../../period/date.ts";
import type { Calendar, Period, PeriodKind } from "../../period/period.ts";
import { countInYear, periodOf } from "../../period/period.ts";
import { rollupsTo } from "../calendar.ts";
import type { Dialect } from "../dialect.ts";
import type { Writing } from "../parts.ts";

/**
 * Whether a row's period is one that rows may have: of their own kind, or of a rollup's, whose result such a row is. In the
 * rollups that lead to a wanted period alone.
 */
export const isPeriod = (writing: Writing, wanted: string | undefined): string =>
  [writing.plan.stage, ...rollupsTo(writing.plan, wanted)]
    .map(({ period }) => `(${isOfKind(writing, period)})`)
    .join(" OR ");

/** Whether a row's period is of a kind, of the calendar or a school year, for which the rubric is valid. */
export function isOfKind(writing: Writing, kind: PeriodKind): string {
  const form = ofCalendar(writing, kind, "civil", civil[kind]);
  // Not every year has the week 53.
  if (kind === "week") return `${form} AND ${isInItsYear("period", writing.dialect)}`;
  const ofSchool = school[kind];
  if (ofSchool === undefined) return form;
  // One year and the next: other names are not turned into numbers.
  const year = (at: number): string => `CAST(SUBSTR(period, ${at}, 4) AS INTEGER)`;
  const follows = `CASE WHEN ${writing.dialect.matches("period", ofSchool)} THEN ${year(6)} = ${year(1)} + 1 ELSE FALSE END`;
  return `(${form}) OR (${ofCalendar(writing, kind, "school", ofSchool)} AND ${follows})`;
}

/** Whether a text is written as the name of a period of a kind. */
export const looksLike = (x: string, kind: PeriodKind, { matches }: Dialect): string =>
  matches(x, [civil[kind], school[kind]].filter((pattern) => pattern !== undefined).join("|"));

/** Whether a text names a period of any kind. */
export function isAnyPeriod(x: string, dialect: Dialect): string {
  const { matches } = dialect;
  const year = (at: number): string => `CAST(SUBSTR(${x}, ${at}, 4) AS INTEGER)`;
  const ofSchool = matches(x, Object.values(school).join("|"));
  return `(${matches(x, Object.values(civil).join("|"))} AND ${isInItsYear(x, dialect)} OR CASE WHEN ${ofSchool} THEN ${year(6)} = ${year(1)} + 1 ELSE FALSE END)`;
}

/** Whether a name is of no week 53 in a year that has 52: those have 53 of which the first or the last day is a Thursday. */
function isInItsYear(x: string, { matches, quotient }: Dialect): string {
  const weekday = (year: string): string =>
    `(${year} + ${quotient(year, "4")} - ${quotient(year, "100")} + ${quotient(year, "400")}) % 7`;
  const year = `CAST(SUBSTR(${x}, 1, 4) AS INTEGER)`;
  const isLong = `${weekday(year)} = 4 OR ${weekday(`(${year} - 1)`)} = 3`;
  return `CASE WHEN ${matches(x, "[0-9]{4}-W53")} THEN ${isLong} ELSE TRUE END`;
}

/** Names of one calendar stand in the order of time. */
function ofCalendar({ plan, dialect }: Writing, kind: PeriodKind, calendar: Calendar, pattern: string): string {
  const { ordered, matches } = dialect;
  const [first, last] = [plan.valid?.from, plan.valid?.to].map((day) => parseDate(day ?? ""));
  return [
    matches("period", pattern),
    ...(first === undefined ? [] : [`${ordered("period")} >= '${nameAt(plan, kind, calendar, first)}'`]),
    ...(last === undefined ? [] : [`${ordered("period")} <= '${nameAt(plan, kind, calendar, last)}'`]),
  ].join(" AND ");
}

const civil: Readonly<Record<PeriodKind, string>> = {
  week: "(19|20|21)[0-9]{2}-W(0[1-9]|[1-4][0-9]|5[0-3])",
  month: "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])",
  quarter: "(19|20|21)[0-9]{2}-Q[1-4]",
  semester: "(19|20|21)[0-9]{2}-H[12]",
  year: "(19|20|21)[0-9]{2}",
};

const school: Partial<Readonly<Record<PeriodKind, string>>> = {
  semester: "(19|20|21)[0-9]{2}-[12][0-9]{3}-HK[12]",
  year: "(19|20|21)[0-9]{2}-[12][0-9]{3}",
};

/** The name of the period that a day lies in. */
function nameAt({ year: terms }: Plan, kind: PeriodKind, calendar: Calendar, day: Days): string {
  const { year } = dateOf(day);
  const periods = [year - 1, year, year + 1].flatMap((each) =>
    Array.from(
      { length: countInYear(kind, each, calendar) },
      (_, at) => periodOf(kind, each, at + 1, calendar) as Period,
    ),
  );
  return (periods.find((each) => extentOf(each, terms).last >= day) as Period).name;
}
