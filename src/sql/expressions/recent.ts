import type { Expression } from "../../expression/tree.ts";
import type { Exact } from "../../number/exact.ts";
import { floor } from "../../number/exact.ts";
import { constructs } from "../constructs.ts";
import { NotInSql } from "../not-in-sql.ts";
import { counted } from "./lookups.ts";
import { periodNumber } from "./period.ts";
import type { Part, Rows, Scope } from "./scope.ts";
import { figureOf } from "./scope.ts";

/** What a result has that later stages add, or that its own rules would rest on. */
const unknownYet = ["reason", "rank", "rules", "awards", "alerts"];

/** What awards and alerts may ask, but not the rules that it rests on. */
const ofClass = ["band", "state"];

/**
 * `recent(n)`: the results of somebody in the last periods of the calendar, this one included. They stand in the same stage, in a
 * window of his rows, by the number of their period; so nothing of the current period is known where one of them is looked at.
 */
export function recentRows(list: Extract<Expression, { kind: "ask" }>, scope: Scope): Rows {
  const [count] = list.arguments;
  if (count?.kind !== "literal") throw new NotInSql("recent", constructs.expression.refused["recent(n), n worked out"]);
  const { writing } = scope;
  const { plan, dialect } = writing;
  const keys = plan.key.map((at) => `c_${plan.columns[at]?.id}`);
  const before = Math.max(0, (floor(count.value as Exact) as number) - 1);
  // Of one kind and calendar: names of school years are longer.
  const window = `PARTITION BY ${[...keys, "LENGTH(period)"].join(", ")} ORDER BY ${periodNumber(writing)} RANGE BETWEEN ${before} PRECEDING AND CURRENT ROW`;
  const part: Omit<Part, "variable"> = {
    isAlone: true,
    figure(field) {
      if (field === "period") return { sql: "period", parts: 1n };
      if (unknownYet.includes(field) || (ofClass.includes(field) && !scope.isClassed))
        throw new NotInSql("recent", constructs.expression.refused["recent in rules, with band or state"]);
      return figureOf(field, writing);
    },
    mayMiss: (field) => field !== "period" && field !== "state",
  };
  const among = (holds: string): Rows => ({
    holds,
    with: (variable) => ({ ...scope, part: { ...part, variable } }),
    narrowed: (condition) => among(`${holds} AND ${condition}`),
    ask: (aggregate) => counted(`${aggregate} OVER (${window})`, dialect.whole),
  });
  return among("TRUE");
}
