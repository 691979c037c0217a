import { extentOf } from "../period/calendar.ts";
import { formatDate } from "../period/date.ts";
import type { Period } from "../period/period.ts";
import { countInYear, periodOf } from "../period/period.ts";
import type { Writing } from "./parts.ts";
import { NotInSql } from "./scope.ts";

const sample = 2001;

/** `period`, and the dates `period_start` and `period_end`, from the name of a row's period; undefined for another name. */
export function periodSql(name: string, { stage, plan }: Writing): string | undefined {
  if (name === "period") return "period";
  if (name !== "period_start" && name !== "period_end") return undefined;
  const end = name === "period_start" ? "first" : "last";
  // A week's days follow no pattern that its name shows.
  if (stage.period === "week") throw new NotInSql(name);
  const days = (["civil", "school"] as const).flatMap((calendar) =>
    Array.from({ length: countInYear(stage.period, sample, calendar) }, (_, at) => {
      const period = periodOf(stage.period, sample, at + 1, calendar) as Period;
      const like = period.name.replace(/\d{4}/g, "____");
      return `WHEN period LIKE '${like}' THEN ${dateSql(formatDate(extentOf(period, plan.year)[end]), end)}`;
    }),
  );
  return `CASE ${days.join(" ")} END`;
}

/** A date of the sample year or the one after it in the year of a row's period: its second one where it names two. */
function dateSql(date: string, end: "first" | "last"): string {
  const year = date.startsWith(String(sample)) ? "SUBSTR(period, 1, 4)" : "SUBSTR(period, 6, 4)";
  if (end === "first" || date.slice(5, 7) !== "02") return `${year} || '${date.slice(4)}'`;
  return `${year} || '-02-' || ${monthEnds("'02'", `CAST(${year} AS INTEGER)`)}`;
}

/** The last day of a month, as two digits. */
export function monthEnds(month: string, year: string): string {
  const isLeap = `${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0)`;
  return `CASE WHEN ${month} IN ('04', '06', '09', '11') THEN '30' WHEN ${month} <> '02' THEN '31' WHEN ${isLeap} THEN '29' ELSE '28' END`;
}
