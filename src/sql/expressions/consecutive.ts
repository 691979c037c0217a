import type { Expression } from "../../expression/tree.ts";
import type { Rollup } from "../../model/stage.ts";
import { placesIn } from "../calendar.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { all, any } from "../parts.ts";
import { canMiss, rowsIn } from "./row-list.ts";
import type { Scope } from "./scope.ts";

/** So many parts have runs that can be written one by one: the months of a year. */
const mostRuns = 12;

/** `consecutive(periods, p, …)`: the longest run of parts that follow each other in the calendar. */
export function consecutiveSql(e: Extract<Expression, { kind: "macro" }>, scope: Scope): Scaled {
  const { plan, stage } = scope.writing;
  const { rows: parts, unknown } = rowsIn(e.list, scope) ?? {};
  if (!parts?.areParts || unknown !== undefined) throw new NotInSql(e.name);
  const places = placesIn(plan, stage as Rollup);
  const inside = parts.with(e.variable);
  if (!places || canMiss(e.body, inside) || places.length > mostRuns) throw new NotInSql(e.name);
  const test = inside.condition(e.body, inside);
  const holds = places.map((isThere) =>
    parts.ask(`MAX(CASE WHEN ${isThere} AND ${parts.holds} AND (${test}) THEN 1 ELSE 0 END)`),
  );
  const runs = holds.map((_, length) => {
    const of = holds
      .slice(length)
      .map((_, from) => all(holds.slice(from, from + length + 1).map((flag) => `${flag} = 1`)));
    return `WHEN ${any(of.map((each) => `(${each})`))} THEN ${length + 1}`;
  });
  return { sql: `CASE ${runs.toReversed().join(" ")} ELSE 0 END`, parts: 1n };
}
