import type { Plan } from "../../model/plan.ts";
import type { Rollup } from "../../model/stage.ts";
import { isOfKind } from "../1-rows/row-period.ts";
import type { Writing } from "../parts.ts";
import { person } from "../parts.ts";

/** The parts of the longer periods of a kind, theirs, and so on, as a query: columns `whole` and `part`. */
function insideOf({ rollups }: Pick<Plan, "rollups">, { period, of }: Rollup): string {
  const parts = `SELECT whole, part FROM ${period}_calendar`;
  const below = rollups.find((each) => each.period === of);
  if (!below) return parts;
  return `${parts} UNION ALL SELECT longer.whole, shorter.part FROM ${period}_calendar AS longer INNER JOIN (${insideOf({ rollups }, below)}) AS shorter ON shorter.whole = longer.part`;
}

/** The longer periods of a kind of which parts are still to come: some is there, or somebody has rows inside one that waits itself. */
export function waitingIn({ plan }: Writing, rollup: Rollup, read: string): string {
  const partial = `  SELECT DISTINCT whole FROM ${rollup.period}_there WHERE is_partial`;
  // Periods of rows wait for nothing.
  if (rollup.of === plan.stage.period) return partial;
  return [
    partial,
    "  UNION",
    `  SELECT whole FROM (${insideOf(plan, rollup)}) AS inside`,
    `  WHERE part IN (SELECT period FROM ${read}) AND whole NOT IN (SELECT whole FROM ${rollup.period}_there)`,
  ].join("\n");
}

/** Who has rows of a whole period and rows inside it, as a query in brackets: the period and the columns of the key. */
export function withBoth(writing: Writing, rollup: Rollup, read: string): string {
  const [period, ...keys] = person(writing);
  const wholes = `SELECT DISTINCT ${[period, ...keys].join(", ")} FROM ${read} WHERE ${isOfKind(writing, rollup.period)}`;
  const isTheirs = keys.map((key) => ` AND parts.${key} = wholes.${key}`).join("");
  return `(SELECT DISTINCT wholes.* FROM (${wholes}) AS wholes INNER JOIN (${insideOf(writing.plan, rollup)}) AS inside ON inside.whole = wholes.period INNER JOIN ${read} AS parts ON parts.period = inside.part${isTheirs})`;
}
