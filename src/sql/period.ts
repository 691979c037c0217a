import { extentOf } from "../period/calendar.ts";
import { formatDate } from "../period/date.ts";
import type { Period, PeriodKind } from "../period/period.ts";
import { countInYear, periodOf } from "../period/period.ts";
import type { Writing } from "./parts.ts";
import { NotInSql } from "./scope.ts";

/** `period`, and the dates `period_start` and `period_end`, from the name of a row's period; undefined for another name. */
export function periodSql(name: string, { stage, plan }: Writing): string | undefined {
  if (name === "period") return "period";
  if (name !== "period_start" && name !== "period_end") return undefined;
  const end = name === "period_start" ? "first" : "last";
  // A week's days follow no pattern that its name shows, and a school year those that the rubric states.
  if (stage.period === "week" || plan.year) throw new NotInSql(name);
  const days = monthsOf(stage.period).map(({ name: each, index }) => {
    const date = formatDate(extentOf(periodIn(stage.period, 2001, index))[end]);
    return `WHEN '${each.slice(5)}' THEN '${date.slice(4)}'`;
  });
  const year = "SUBSTR(period, 1, 4)";
  if (stage.period === "year") return `${year} || '${end === "first" ? "-01-01" : "-12-31"}'`;
  const leap = `WHEN '02' THEN '-02-' || ${monthEnds("'02'", `CAST(${year} AS INTEGER)`)}`;
  const usual =
    stage.period === "month" && end === "last"
      ? days.map((each) => (each.startsWith("WHEN '02'") ? leap : each))
      : days;
  return `${year} || CASE SUBSTR(period, 6) ${usual.join(" ")} END`;
}

const periodIn = (kind: PeriodKind, year: number, index: number): Period => periodOf(kind, year, index) as Period;
const monthsOf = (kind: PeriodKind): readonly Period[] =>
  Array.from({ length: countInYear(kind, 2001, "civil") }, (_, index) => periodIn(kind, 2001, index + 1));

/** The last day of a month, as two digits. */
export function monthEnds(month: string, year: string): string {
  const isLeap = `${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0)`;
  return `CASE WHEN ${month} IN ('04', '06', '09', '11') THEN '30' WHEN ${month} <> '02' THEN '31' WHEN ${isLeap} THEN '29' ELSE '28' END`;
}
