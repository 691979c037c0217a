import { partName, partsEntering } from "../engine/periods/parts.ts";
import type { Plan } from "../model/plan.ts";
import type { Rollup } from "../model/stage.ts";
import { containing, extentOf, partsOf } from "../period/calendar.ts";
import { firstOfMonth } from "../period/date.ts";
import { periodNamed } from "../period/parse-period.ts";
import type { Calendar, Period, PeriodKind } from "../period/period.ts";
import { countInYear, periodOf } from "../period/period.ts";
import type { Cte } from "./cte.ts";
import type { Dialect } from "./dialect.ts";
import type { Writing } from "./parts.ts";

/**
 * Which parts each longer period has: columns `whole`, `part`, `part_name`, `part_at` (in the order of time), `parts` (how
 * many). `rows`: the stage with all rows of the sheet.
 */
export function calendarOf(writing: Writing, rollup: Rollup, rows: string, { only }: Whole): Cte {
  const about = [`What makes up each ${rollup.period}.`];
  const name = `${rollup.period}_calendar`;
  if (only === undefined)
    return { name, about, select: (rollup.of === "week" ? everyWeek : everyYear)(writing, rollup, rows) };
  const entries = only.flatMap((whole) => {
    const parts = partsEntering(writing.plan, rollup, whole);
    return parts.map(
      (part, at) => `('${whole.name}', '${part.name}', '${partName(part)}', ${at + 1}, ${parts.length})`,
    );
  });
  return {
    name,
    about,
    select: `  SELECT * FROM (VALUES\n    ${entries.join(",\n    ")}\n  ) AS calendar(whole, part, part_name, part_at, parts)`,
  };
}

/** Which longer periods of a kind are computed. */
export interface Whole {
  /** These alone; absent: all of which there are rows. */
  readonly only?: readonly Period[];
  /** Whether one is left out: some of its parts are still to come, and it was not asked for. */
  isWaiting(isPartial: string, name: string): string;
}

/** `seesEarlier`: whether somebody's result rests on those of earlier periods too. */
export function wholeIn(plan: Plan, rollup: Rollup, wanted: string | undefined, seesEarlier: boolean): Whole {
  if (wanted === undefined) return { isWaiting: (isPartial) => isPartial };
  const asked = wholesIn(plan, rollup, periodNamed(wanted));
  if (!seesEarlier) return { only: asked, isWaiting: () => "FALSE" };
  const names = asked.map(({ name }) => `'${name}'`).join(", ");
  return { isWaiting: (isPartial, name) => `${isPartial} AND ${name} NOT IN (${names})` };
}

/** The periods of a rollup's kind that the wanted one is made of, or is. */
function wholesIn(plan: Plan, { period }: Pick<Rollup, "period">, wanted: Period): readonly Period[] {
  if (period === wanted.kind) return [wanted];
  const leading = plan.rollups.find((rollup) => rollup.period === wanted.kind);
  if (!leading) return [];
  return partsEntering(plan, leading, wanted).flatMap((part) => wholesIn(plan, { period }, part));
}

/** How many parts a longer period can have: the semesters of a school year are not alike, nor are the weeks of months. */
export function mostParts(plan: Plan, rollup: Rollup): number {
  const years = rollup.of === "week" ? Array.from({ length: 28 }, (_, at) => longYear + at) : [sample];
  const wholes = years.flatMap((year) =>
    (["civil", "school"] as const).flatMap((calendar) =>
      Array.from(
        { length: countInYear(rollup.period, year, calendar) },
        (_, at) => periodOf(rollup.period, year, at + 1, calendar) as Period,
      ),
    ),
  );
  return Math.max(...wholes.map((whole) => partsEntering(plan, rollup, whole).length));
}

/**
 * Whether a part stands at each place in the calendar of a longer period, also where some are left out: neighbours follow each
 * other. Undefined of chosen weeks, whose place changes from year to year.
 */
export function placesIn(plan: Plan, rollup: Rollup): readonly string[] | undefined {
  const { of, period, parts } = rollup;
  if (of === "week") {
    if (typeof parts === "object") return undefined;
    return Array.from({ length: mostParts(plan, rollup) }, (_, at) => `part_at = ${at + 1}`);
  }
  const wholes = calendarsOf(plan, rollup).flatMap((calendar) => wholesOfYear(period, calendar));
  const names = wholes.map((whole) => partsOf(whole, of, plan.year).map(partName));
  return Array.from({ length: Math.max(...names.map(({ length }) => length)) }, (_, at) => {
    const there = new Set(names.flatMap((each) => each[at] ?? []));
    return `part_name IN (${[...there].map((name) => `'${name}'`).join(", ")})`;
  });
}

const sample = 2001;
const newYear = firstOfMonth(sample, 1);

/** A year with 53 weeks. */
const longYear = 2009;

/** The years of all rows, each with some beside it. */
function yearsOf(rows: string, later: readonly number[], { matches }: Dialect): string {
  // What is no period is listed with what score refuses: no engine may stop at it before.
  const first = `CAST(CASE WHEN ${matches("period", "[12][0-9]{3}.*")} THEN SUBSTR(period, 1, 4) END AS INTEGER)`;
  return `(${later.map((years) => `SELECT DISTINCT ${first} + ${years} AS year_of FROM ${rows}`).join(" UNION ")}) AS years`;
}

/** A period's name by its year and what follows that. */
const named = (year: string, kind: "whole" | "part", { text }: Dialect): string =>
  `CAST(${year} AS ${text}) || CASE WHEN ${kind}_school THEN '-' || CAST(${year} + 1 AS ${text}) ELSE '' END || ${kind}_end`;

/** The same for every year of the rows, from the pattern that a year shows. */
function everyYear({ plan, dialect }: Writing, rollup: Rollup, rows: string): string {
  const pattern = calendarsOf(plan, rollup).flatMap((calendar) =>
    wholesOfYear(rollup.period, calendar).flatMap((whole) => {
      const parts = partsEntering(plan, rollup, whole);
      return parts.map(
        (part, at) =>
          `(${patternOf(whole)}, ${patternOf(part)}, ${part.year - sample}, '${partName(part)}', ${at + 1}, ${parts.length})`,
      );
    }),
  );
  return [
    `  SELECT ${named("year_of", "whole", dialect)} AS whole,`,
    `    ${named("(year_of + later)", "part", dialect)} AS part, part_name, part_at, parts`,
    `  FROM ${yearsOf(rows, [0, -1], dialect)}`,
    "  CROSS JOIN (VALUES",
    `    ${pattern.join(",\n    ")}`,
    "  ) AS pattern(whole_end, whole_school, part_end, part_school, later, part_name, part_at, parts)",
  ].join("\n");
}

/** The same of weeks, each of which belongs where its Thursday does: to the periods of its month. */
function everyWeek({ plan, dialect }: Writing, rollup: Rollup, rows: string): string {
  const weeks = Array.from({ length: countInYear("week", longYear, "civil") }, (_, at) => {
    const name = partName(periodOf("week", longYear, at + 1) as Period);
    return `('${name}', ${at * 7})`;
  });
  const months = wholesOfYear("month", "civil").flatMap((month) => {
    const whole = containing(month, rollup.period, plan.year);
    if (!whole) return [];
    const [first, last] = [month, month].map((each, at) => extentOf(each)[at === 0 ? "first" : "last"] - newYear) as [
      number,
      number,
    ];
    return [`(${first}, ${last}, ${patternOf(whole)}, ${whole.year - sample})`];
  });
  const { parts } = rollup;
  const isPart =
    typeof parts === "object" ? `\n      AND part_name IN (${parts.map((part) => `'${part}'`).join(", ")})` : "";
  const most = typeof parts === "number" ? parts : undefined;
  const isLeap = "CASE WHEN year_of % 4 = 0 AND (year_of % 100 <> 0 OR year_of % 400 = 0) THEN 1 ELSE 0 END";
  const firstDay = dialect.days(`CAST(year_of AS ${dialect.text}) || '-01-01'`);
  return [
    `  SELECT whole, part, part_name, part_at, ${most === undefined ? "parts" : `CASE WHEN parts < ${most} THEN parts ELSE ${most} END AS parts`}`,
    "  FROM (",
    "    SELECT whole, part, part_name, ROW_NUMBER() OVER (PARTITION BY whole ORDER BY part) AS part_at, COUNT(*) OVER (PARTITION BY whole) AS parts",
    "    FROM (",
    `      SELECT ${named("(year_of + earlier)", "whole", dialect)} AS whole, CAST(year_of AS ${dialect.text}) || '-' || part_name AS part, part_name`,
    "      FROM (",
    "        -- The day of the year that a Thursday is, as if that were no leap year.",
    "        SELECT year_of, part_name, day_at - CASE WHEN day_at >= 59 THEN leap_days ELSE 0 END AS day_at",
    "        FROM (",
    `          SELECT year_of, ${isLeap} AS leap_days, part_name, later + (7 - (${firstDay} % 7 + 7) % 7) % 7 AS day_at`,
    `          FROM ${yearsOf(rows, [-1, 0, 1], dialect)}`,
    `          CROSS JOIN (VALUES ${weeks.join(", ")}) AS weeks(part_name, later)`,
    "        ) AS thursdays",
    "        WHERE day_at < 365 + leap_days",
    "      ) AS days",
    "      INNER JOIN (VALUES",
    `        ${months.join(",\n        ")}`,
    `      ) AS months(first_day, last_day, whole_end, whole_school, earlier)`,
    `        ON day_at BETWEEN first_day AND last_day${isPart}`,
    "    ) AS belonging",
    "  ) AS counted",
    ...(most === undefined ? [] : [`  WHERE part_at <= ${most}`]),
  ].join("\n");
}

/** Semesters are named by both calendars where the rubric does not say when its year begins. */
function calendarsOf({ year }: Pick<Plan, "year">, { of }: Pick<Rollup, "of">): readonly Calendar[] {
  if (year) return ["school"];
  return of === "semester" ? ["civil", "school"] : ["civil"];
}

function wholesOfYear(kind: PeriodKind, calendar: Calendar): readonly Period[] {
  const count = countInYear(kind, sample, calendar);
  return Array.from({ length: count }, (_, at) => periodOf(kind, sample, at + 1, calendar) as Period);
}

/** What follows the year in a name, and whether that is a school year. */
const patternOf = ({ name, calendar }: Period): string =>
  calendar === "school" ? `'${name.slice(9)}', TRUE` : `'${name.slice(4)}', FALSE`;

/** The rollups that lead to a period, shorter ones first; all of them where none is asked for. */
export function rollupsTo({ rollups, stage }: Plan, wanted: string | undefined): readonly Rollup[] {
  if (wanted === undefined) return rollups;
  const leading = (kind: PeriodKind): readonly Rollup[] => {
    const rollup = kind === stage.period ? undefined : rollups.find(({ period }) => period === kind);
    return rollup ? [...leading(rollup.of), rollup] : [];
  };
  return leading(periodNamed(wanted).kind);
}

/** The periods of the rows that a wanted one rests on: its own, of its parts, of their parts. */
export const rowsPeriodsIn = (plan: Plan, wanted: string): readonly string[] =>
  [plan.stage, ...rollupsTo(plan, wanted)].flatMap((stage) =>
    wholesIn(plan, stage, periodNamed(wanted)).map(({ name }) => name),
  );
