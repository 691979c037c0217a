import type { Expression } from "../../expression/tree.ts";
import type { Rollup } from "../../model/stage.ts";
import { followingParts, mostParts } from "../calendar.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { canMiss, rowsIn } from "./row-list.ts";
import type { Scope } from "./scope.ts";

/** So many parts have runs that can be written one by one: the months of a year. */
const mostRuns = 12;

/** `consecutive(periods, p, …)`: the longest run of parts that follow each other in the calendar. */
export function consecutiveSql(e: Extract<Expression, { kind: "macro" }>, scope: Scope): Scaled {
  const { plan, stage } = scope.writing;
  const { rows: parts, unknown } = rowsIn(e.list, scope) ?? {};
  if (!parts?.areParts || unknown !== undefined) throw new NotInSql(e.name);
  const count = mostParts(plan, stage as Rollup);
  const inside = parts.with(e.variable);
  if (canMiss(e.body, inside) || count > mostRuns) throw new NotInSql(e.name);
  const test = inside.condition(e.body, inside);
  const holds = Array.from({ length: count }, (_, at) =>
    parts.ask(`MAX(CASE WHEN part_at = ${at + 1} AND ${parts.holds} AND (${test}) THEN 1 ELSE 0 END)`),
  );
  const follows = followingParts(plan, stage as Rollup);
  const runs = holds.flatMap((_, length) => {
    const starts = holds.slice(length).map((_, from) => from);
    const whole = starts.filter((from) => follows.slice(from, from + length).every(Boolean));
    const of = whole.map(
      (from) =>
        `(${holds
          .slice(from, from + length + 1)
          .map((flag) => `${flag} = 1`)
          .join(" AND ")})`,
    );
    return of.length === 0 ? [] : [`WHEN ${of.join(" OR ")} THEN ${length + 1}`];
  });
  return { sql: `CASE ${runs.toReversed().join(" ")} ELSE 0 END`, parts: 1n };
}
