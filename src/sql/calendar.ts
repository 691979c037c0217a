import { partName, partsEntering } from "../engine/periods/parts.ts";
import type { Plan } from "../model/plan.ts";
import type { Rollup } from "../model/stage.ts";
import { previous } from "../period/calendar.ts";
import { periodNamed } from "../period/parse-period.ts";
import type { Calendar, Period, PeriodKind } from "../period/period.ts";
import { countInYear, periodOf } from "../period/period.ts";
import { phrase } from "../text/phrase.ts";
import type { Cte } from "./cte.ts";
import { NotInSql } from "./not-in-sql.ts";
import type { Writing } from "./parts.ts";

/**
 * Which parts each longer period has: columns `whole`, `part`, `part_name`, `part_at` (in the order of time), `parts` (how
 * many), `whole_order` (a text by which periods stand in the order of time). `rows`: the stage with all rows of the sheet.
 */
export function calendarOf(writing: Writing, rollup: Rollup, rows: string, wanted: string | undefined): Cte {
  const about = [`What makes up each ${rollup.period}.`];
  const name = `${rollup.period}_calendar`;
  if (wanted !== undefined) {
    const wholes = wholesIn(writing.plan, rollup, periodNamed(wanted));
    const rows = wholes.flatMap((whole) => {
      const parts = partsEntering(writing.plan, rollup, whole);
      return parts.map(
        (part, at) =>
          `('${whole.name}', '${part.name}', '${partName(part)}', ${at + 1}, ${parts.length}, '${orderOf(writing.plan, whole)}')`,
      );
    });
    return {
      name,
      about,
      select: `  SELECT * FROM (VALUES\n    ${rows.join(",\n    ")}\n  ) AS calendar(whole, part, part_name, part_at, parts, whole_order)`,
    };
  }
  if (rollup.of === "week") {
    throw new NotInSql("rollups", phrase("weeks belong to months by a calendar: name the period with --period"));
  }
  return { name, about, select: everyYear(writing, rollup, rows) };
}

/** The periods of a rollup's kind that the wanted one is made of, or is. */
function wholesIn(plan: Plan, { period }: Pick<Rollup, "period">, wanted: Period): readonly Period[] {
  if (period === wanted.kind) return [wanted];
  const leading = plan.rollups.find((rollup) => rollup.period === wanted.kind);
  if (!leading) return [];
  return partsEntering(plan, leading, wanted).flatMap((part) => wholesIn(plan, { period }, part));
}

/** Of each part of a rollup but the first, whether it follows the one before in the calendar. */
export function followingParts(plan: Plan, rollup: Rollup): readonly boolean[] {
  const [whole] = wholesOfYear(rollup.period, plan.year ? "school" : "civil") as [Period];
  const parts = partsEntering(plan, rollup, whole);
  return parts.slice(1).map((part, at) => previous(part)?.name === parts[at]?.name);
}

const sample = 2001;

/** The same for every year of the rows, from the pattern that a year shows. */
function everyYear({ plan, dialect }: Writing, rollup: Rollup, rows: string): string {
  const { text } = dialect;
  const calendars: readonly Calendar[] = plan.year
    ? ["school"]
    : rollup.of === "semester"
      ? ["civil", "school"]
      : ["civil"];
  const pattern = calendars.flatMap((calendar) =>
    wholesOfYear(rollup.period, calendar).flatMap((whole) => {
      const parts = partsEntering(plan, rollup, whole);
      return parts.map((part, at) => {
        const later = part.year - sample;
        const last = lastIn(plan, whole);
        const order = `${patternOf(last)}, ${last.year - sample}, '${"~".repeat(depthOf(plan, whole))}'`;
        return `(${patternOf(whole)}, ${patternOf(part)}, ${later}, '${partName(part)}', ${at + 1}, ${parts.length}, ${order})`;
      });
    }),
  );
  const first = `CAST(SUBSTR(period, 1, 4) AS INTEGER)`;
  const named = (year: string, kind: string): string =>
    `CAST(${year} AS ${text}) || CASE WHEN ${kind}_school THEN '-' || CAST(${year} + 1 AS ${text}) ELSE '' END || ${kind}_end`;
  return [
    `  SELECT ${named("year_of", "whole")} AS whole,`,
    `    ${named("(year_of + later)", "part")} AS part, part_name, part_at, parts,`,
    `    ${named("(year_of + last_later)", "last")} || depth AS whole_order`,
    `  FROM (SELECT DISTINCT ${first} AS year_of FROM ${rows} UNION SELECT DISTINCT ${first} - 1 FROM ${rows}) AS years`,
    "  CROSS JOIN (VALUES",
    `    ${pattern.join(",\n    ")}`,
    "  ) AS pattern(",
    "    whole_end, whole_school, part_end, part_school, later, part_name, part_at, parts,",
    "    last_end, last_school, last_later, depth",
    "  )",
  ].join("\n");
}

function wholesOfYear(kind: PeriodKind, calendar: Calendar): readonly Period[] {
  const count = countInYear(kind, sample, calendar);
  return Array.from({ length: count }, (_, at) => periodOf(kind, sample, at + 1, calendar) as Period);
}

/** What follows the year in a name, and whether that is a school year. */
const patternOf = ({ name, calendar }: Period): string =>
  calendar === "school" ? `'${name.slice(9)}', TRUE` : `'${name.slice(4)}', FALSE`;

/** The last of the rows' own periods that a longer one is made of: it stands behind that. */
function lastIn(plan: Plan, whole: Period): Period {
  const rollup = plan.rollups.find(({ period }) => period === whole.kind);
  const last = rollup && partsEntering(plan, rollup, whole).at(-1);
  return last ? lastIn(plan, last) : whole;
}

/** How many rollups lead to a period. */
function depthOf(plan: Plan, { kind }: Pick<Period, "kind">): number {
  const rollup = plan.rollups.find(({ period }) => period === kind);
  return rollup ? 1 + depthOf(plan, { kind: rollup.of }) : 0;
}

const orderOf = (plan: Plan, whole: Period): string => `${lastIn(plan, whole).name}${"~".repeat(depthOf(plan, whole))}`;

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
