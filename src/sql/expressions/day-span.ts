import { extentOf } from "../../period/calendar.ts";
import { formatDate } from "../../period/date.ts";
import type { Period, PeriodKind } from "../../period/period.ts";
import { countInYear, periodKinds, periodOf } from "../../period/period.ts";
import { looksLike } from "../1-rows/row-period.ts";
import type { Dialect } from "../dialect.ts";
import type { Writing } from "../parts.ts";

/** A year with 53 weeks and no leap day. */
const sample = 2009;

/** Every period of a year, and what the names of its like have in common. */
const periodsLike = (kind: PeriodKind) =>
  (["civil", "school"] as const).flatMap((calendar) =>
    Array.from({ length: countInYear(kind, sample, calendar) }, (_, at) => {
      const period = periodOf(kind, sample, at + 1, calendar) as Period;
      return { like: period.name.replace(/\d{4}/g, "____"), period };
    }),
  );

/** The first or last day of the period of a kind that a text names, as a date: the branches of a CASE. No weeks. */
export function boundsOf(
  x: string,
  kind: Exclude<PeriodKind, "week">,
  end: "first" | "last",
  { plan }: Pick<Writing, "plan">,
): readonly string[] {
  return periodsLike(kind).map(
    ({ like, period }) =>
      `WHEN ${x} LIKE '${like}' THEN ${dateSql(x, formatDate(extentOf(period, plan.year)[end]), end)}`,
  );
}

/** Days from 1970-01-01 to the first or last day of the period of a kind that a text names; NULL of another text. */
export function boundDays(
  x: string,
  kind: PeriodKind,
  end: "first" | "last",
  writing: Pick<Writing, "plan" | "dialect">,
): string {
  const { dialect } = writing;
  const day =
    kind === "week"
      ? `${thursdayOf(x, dialect)} ${end === "first" ? "- 3" : "+ 3"}`
      : dialect.days(`CASE ${boundsOf(x, kind, end, writing).join(" ")} END`);
  return `CASE WHEN ${looksLike(x, kind, dialect)} THEN ${day} END`;
}

/** The days by which a named period of any kind lies in longer ones: a week belongs where its Thursday does. */
export function spanDays(x: string, end: "first" | "last", writing: Pick<Writing, "plan" | "dialect">): string {
  const { dialect } = writing;
  const longer = periodKinds.flatMap((kind) => (kind === "week" ? [] : boundsOf(x, kind, end, writing)));
  return `CASE WHEN ${looksLike(x, "week", dialect)} THEN ${thursdayOf(x, dialect)} ELSE ${dialect.days(`CASE ${longer.join(" ")} END`)} END`;
}

/** Days to the Thursday of a week by its name; 1970-01-01 was one. */
export function thursdayOf(x: string, { days }: Pick<Dialect, "days">): string {
  const newYear = days(`SUBSTR(${x}, 1, 4) || '-01-01'`);
  return `${newYear} + (7 - (${newYear} % 7 + 7) % 7) % 7 + (CAST(SUBSTR(${x}, 7, 2) AS INTEGER) - 1) * 7`;
}

/** A date of the sample year or the one after it in the year that a text names: its second one where it names two. */
function dateSql(x: string, date: string, end: "first" | "last"): string {
  const year = date.startsWith(String(sample)) ? `SUBSTR(${x}, 1, 4)` : `SUBSTR(${x}, 6, 4)`;
  if (end === "first" || date.slice(5, 7) !== "02") return `${year} || '${date.slice(4)}'`;
  return `${year} || '-02-' || ${monthEnds("'02'", `CAST(${year} AS INTEGER)`)}`;
}

/** The last day of a month, as two digits. */
export function monthEnds(month: string, year: string): string {
  const isLeap = `${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0)`;
  return `CASE WHEN ${month} IN ('04', '06', '09', '11') THEN '30' WHEN ${month} <> '02' THEN '31' WHEN ${isLeap} THEN '29' ELSE '28' END`;
}
