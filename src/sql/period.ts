import { boundsOf } from "./day-span.ts";
import { NotInSql } from "./not-in-sql.ts";
import type { Writing } from "./parts.ts";

/** `period`, and the dates `period_start` and `period_end`, from the name of a row's period; undefined for another name. */
export function periodSql(name: string, writing: Writing): string | undefined {
  if (name === "period") return "period";
  if (name !== "period_start" && name !== "period_end") return undefined;
  const kind = writing.stage.period;
  // A week's days follow no pattern that its name shows.
  if (kind === "week") throw new NotInSql(name);
  return `CASE ${boundsOf("period", kind, name === "period_start" ? "first" : "last", writing).join(" ")} END`;
}
