import { extentOf } from "../period/calendar.ts";
import { formatDate } from "../period/date.ts";
import type { Period, PeriodKind } from "../period/period.ts";
import { countInYear, periodOf } from "../period/period.ts";
import { periodWords } from "../period/spoken-period.ts";
import type { Writing } from "./parts.ts";
import { NotInSql } from "./scope.ts";

/** A year with 53 weeks and no leap day. */
const sample = 2009;

/** The name of a period of this kind as people say it; `name` is the expression of its canonical name. */
export function periodWordsSql(name: string, kind: PeriodKind, { dialect, plan }: Writing): string {
  const cases = periodsLike(kind).map(({ like, period }) => {
    const pieces = periodWords(period.name)[plan.language].split(/(2009|2010)/);
    const said = pieces.flatMap((piece) => (piece === "" ? [] : (years[piece]?.(name) ?? dialect.literal(piece))));
    return `WHEN ${name} LIKE '${like}' THEN ${said.join(" || ")}`;
  });
  return `CASE ${cases.join(" ")} ELSE ${name} END`;
}

/** The years of a name that stand for the sample year and the one after it. */
const years: Readonly<Record<string, (name: string) => string>> = {
  2009: (name) => `SUBSTR(${name}, 1, 4)`,
  2010: (name) => `SUBSTR(${name}, 6, 4)`,
};

/** Every period of a year, and what the names of its like have in common. */
const periodsLike = (kind: PeriodKind) =>
  (["civil", "school"] as const).flatMap((calendar) =>
    Array.from({ length: countInYear(kind, sample, calendar) }, (_, at) => {
      const period = periodOf(kind, sample, at + 1, calendar) as Period;
      return { like: period.name.replace(/\d{4}/g, "____"), period };
    }),
  );

/** `period`, and the dates `period_start` and `period_end`, from the name of a row's period; undefined for another name. */
export function periodSql(name: string, { stage, plan }: Writing): string | undefined {
  if (name === "period") return "period";
  if (name !== "period_start" && name !== "period_end") return undefined;
  const end = name === "period_start" ? "first" : "last";
  // A week's days follow no pattern that its name shows.
  if (stage.period === "week") throw new NotInSql(name);
  const days = periodsLike(stage.period).map(
    ({ like, period }) =>
      `WHEN period LIKE '${like}' THEN ${dateSql(formatDate(extentOf(period, plan.year)[end]), end)}`,
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
