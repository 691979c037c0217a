import { partName, partsEntering } from "../engine/periods/parts.ts";
import type { Plan, Rollup } from "../model/plan.ts";
import { periodNamed } from "../period/parse-period.ts";
import type { Calendar, Period, PeriodKind } from "../period/period.ts";
import { countInYear, periodOf } from "../period/period.ts";
import { phrase } from "../text/phrase.ts";
import type { Cte, Writing } from "./parts.ts";
import { NotInSql } from "./scope.ts";

/** Which parts each longer period has: columns `whole`, `part`, `part_name`, `part_at` (in the order of time), `parts`. */
export function calendarOf(writing: Writing, rollup: Rollup, below: string, wanted: string | undefined): Cte {
  const about = [`What makes up each ${rollup.period}.`];
  const name = `${rollup.period}_calendar`;
  if (wanted !== undefined) {
    const wholes = wholesIn(writing.plan, rollup, periodNamed(wanted));
    const rows = wholes.flatMap((whole) => {
      const parts = partsEntering(writing.plan, rollup, whole);
      return parts.map(
        (part, at) => `('${whole.name}', '${part.name}', '${partName(part)}', ${at + 1}, ${parts.length})`,
      );
    });
    return {
      name,
      about,
      select: `  SELECT * FROM (VALUES\n    ${rows.join(",\n    ")}\n  ) AS calendar(whole, part, part_name, part_at, parts)`,
    };
  }
  if (rollup.of === "week") {
    throw new NotInSql("rollups", phrase("weeks belong to months by a calendar: name the period with --period"));
  }
  return { name, about, select: everyYear(writing, rollup, below) };
}

/** The periods of a rollup's kind that the wanted one is made of, or is. */
export function wholesIn(plan: Plan, { period }: Pick<Rollup, "period">, wanted: Period): readonly Period[] {
  if (period === wanted.kind) return [wanted];
  const leading = plan.rollups.find((rollup) => rollup.period === wanted.kind);
  if (!leading) return [];
  return partsEntering(plan, leading, wanted).flatMap((part) => wholesIn(plan, { period }, part));
}

const sample = 2001;

/** The same for every year of the rows, from the pattern that a year shows. */
function everyYear({ plan, dialect }: Writing, rollup: Rollup, below: string): string {
  const { text } = dialect;
  const calendars: readonly Calendar[] = plan.year
    ? ["school"]
    : rollup.of === "semester"
      ? ["civil", "school"]
      : ["civil"];
  const rows = calendars.flatMap((calendar) =>
    wholesOfYear(rollup.period, calendar).flatMap((whole) => {
      const parts = partsEntering(plan, rollup, whole);
      return parts.map((part, at) => {
        const later = part.year - sample;
        return `(${patternOf(whole)}, ${patternOf(part)}, ${later}, '${partName(part)}', ${at + 1}, ${parts.length})`;
      });
    }),
  );
  const first = `CAST(SUBSTR(period, 1, 4) AS INTEGER)`;
  const named = (year: string, kind: string): string =>
    `CAST(${year} AS ${text}) || CASE WHEN ${kind}_school THEN '-' || CAST(${year} + 1 AS ${text}) ELSE '' END || ${kind}_end`;
  return [
    `  SELECT ${named("year_of", "whole")} AS whole,`,
    `    ${named("(year_of + later)", "part")} AS part, part_name, part_at, parts`,
    `  FROM (SELECT DISTINCT ${first} AS year_of FROM ${below} UNION SELECT DISTINCT ${first} - 1 FROM ${below}) AS years`,
    "  CROSS JOIN (VALUES",
    `    ${rows.join(",\n    ")}`,
    "  ) AS pattern(whole_end, whole_school, part_end, part_school, later, part_name, part_at, parts)",
  ].join("\n");
}

function wholesOfYear(kind: PeriodKind, calendar: Calendar): readonly Period[] {
  const count = countInYear(kind, sample, calendar);
  return Array.from({ length: count }, (_, at) => periodOf(kind, sample, at + 1, calendar) as Period);
}

/** What follows the year in a name, and whether that is a school year. */
const patternOf = ({ name, calendar }: Period): string =>
  calendar === "school" ? `'${name.slice(9)}', TRUE` : `'${name.slice(4)}', FALSE`;

/** Whether a rubric's rows have names of periods that belong to the wanted one. */
export function rowsPeriodsIn(plan: Plan, wanted: string): readonly string[] {
  const whole = periodNamed(wanted);
  if (whole.kind === plan.stage.period) return [wanted];
  return [...wholesIn(plan, plan.stage, whole).map(({ name }) => name), wanted];
}
