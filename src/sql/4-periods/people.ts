import type { Rollup } from "../../model/stage.ts";
import { hasOwnAreas } from "../../model/stages.ts";
import { isOfKind } from "../1-rows/row-period.ts";
import type { Whole } from "../calendar.ts";
import type { Writing } from "../parts.ts";
import { person } from "../parts.ts";

/**
 * Who has a result of which period, told by the rows of the sheet as they were read: whatever looks for people alone need not go
 * through all of their results once more. A query in brackets: the period and the columns of the key.
 */
export const peopleOfRows = (writing: Writing, read: string): string =>
  `(SELECT DISTINCT ${person(writing).join(", ")} FROM ${read} WHERE ${isOfKind(writing, writing.stage.period)})`;

/** The same of a longer period: those who have parts, and those whose rows cover the whole of it, unless it waits for others. */
export function peopleOf(writing: Writing, rollup: Rollup, read: string, computed: Whole): string {
  const { period: kind } = rollup;
  const [, ...keys] = person(writing);
  const ofParts = `SELECT whole AS period, ${keys.map((key, at) => `key_${at} AS ${key}`).join(", ")} FROM ${kind}_people`;
  if (hasOwnAreas(rollup)) return `(${ofParts})`;
  const waits = computed.isWaiting(`period IN (SELECT whole FROM ${kind}_waits)`, "period");
  const own = `SELECT DISTINCT period, ${keys.join(", ")} FROM ${read} WHERE (${isOfKind(writing, kind)}) AND NOT (${waits})`;
  return `(${ofParts} UNION ALL ${own})`;
}

/** The periods of some people, with whether each still waits for parts. `rollup`: whose results they are; absent: of the rows. */
export function periodsOf(people: string, rollup: Rollup | undefined): string {
  if (!rollup) return `SELECT DISTINCT period, 0 AS part_waits FROM ${people} AS people`;
  const whole = `SELECT DISTINCT whole, is_partial FROM ${rollup.period}_there`;
  return [
    `SELECT DISTINCT period, CASE WHEN COALESCE(is_partial, ${hasOwnAreas(rollup) ? "TRUE" : "FALSE"}) THEN 1 ELSE 0 END AS part_waits`,
    `    FROM ${people} AS people LEFT JOIN (${whole}) AS waits ON waits.whole = period`,
  ].join("\n");
}
