import type { Expression, FunctionName } from "../../expression/tree.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { compared, divisor, same, times, timesOf } from "../numbers/values.ts";
import { monthEnds } from "./day-span.ts";
import type { Scope } from "./scope.ts";

type Call = Extract<Expression, { readonly kind: "call" }>;

/** A function of numbers or dates; undefined for one of lists. */
export function functionSql(e: Call, scope: Scope): Scaled | undefined {
  const { dialect } = scope.writing;
  const numbers = (): readonly Scaled[] => e.arguments.map((each) => scope.number(each, scope));
  const dates = (): readonly string[] => e.arguments.map((each) => scope.text(each, scope));
  switch (e.name as FunctionName) {
    case "smallest":
      return numbers().reduce((a, b) => chosen(a, "<=", b));
    case "largest":
      return numbers().reduce((a, b) => chosen(a, ">=", b));
    case "clamp": {
      const [x, lowest, highest] = numbers() as [Scaled, Scaled, Scaled];
      return chosen(chosen(x, ">=", lowest), "<=", highest);
    }
    case "round": {
      const [x, to] = numbers() as [Scaled, Scaled];
      return roundedTo(x, to, dialect.quotient);
    }
    case "days": {
      const [from, to] = dates().map(dialect.days) as [string, string];
      return { sql: `(${to} - ${from})`, parts: 1n };
    }
    case "months": {
      const [from, to] = dates() as [string, string];
      const order = dialect.ordered(from);
      return {
        sql: `CASE WHEN ${order} <= ${to} THEN ${months(from, to)} ELSE -(${months(to, from)}) END`,
        parts: 1n,
      };
    }
    default:
      return undefined;
  }
}

/** The lesser or greater of two numbers; NULL where one is. */
function chosen(left: Scaled, operator: "<=" | ">=", right: Scaled): Scaled {
  const [a, b] = same(left, right);
  const other = operator === "<=" ? ">" : "<";
  return {
    ...a,
    sql: `CASE WHEN ${compared(a, operator, b)} THEN ${a.sql} WHEN ${compared(a, other, b)} THEN ${b.sql} END`,
  };
}

/** Half up, away from zero, to a multiple of a number of the rubric. */
function roundedTo(x: Scaled, to: Scaled, quotient: (a: string, b: string) => string): Scaled {
  if (to.over !== undefined || !/^[0-9]+$/.test(to.sql)) throw new NotInSql("round");
  const { sql } = times(x, { sql: String(to.parts), parts: 1n });
  const grid = divisor({ ...x, parts: x.parts * BigInt(to.sql) });
  const steps = quotient(`(ABS(${sql}) * 2 + ${grid})`, `(${timesOf(grid, "2")})`);
  return { sql: `(CASE WHEN ${sql} < 0 THEN -1 ELSE 1 END * ${steps} * ${to.sql})`, parts: to.parts };
}

/** Full calendar months between two dates, the first no later: the last day of a month ends it. */
function months(from: string, to: string): string {
  const part = (date: string, at: number, length: number): string =>
    `CAST(SUBSTR(${date}, ${at}, ${length}) AS INTEGER)`;
  const since = `(${part(to, 1, 4)} - ${part(from, 1, 4)}) * 12 + ${part(to, 6, 2)} - ${part(from, 6, 2)}`;
  const isEnd = `SUBSTR(${to}, 9, 2) = ${monthEnds(`SUBSTR(${to}, 6, 2)`, part(to, 1, 4))}`;
  const isFull = `${part(to, 9, 2)} >= ${part(from, 9, 2)} OR ${isEnd}`;
  return `(${since} - CASE WHEN ${isFull} THEN 0 ELSE 1 END)`;
}
