import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Plan } from "../model/plan.ts";
import type { DialectName } from "../sql/dialect.ts";
import { dialectOf } from "../sql/dialect.ts";
import type { Form } from "../sql/sql.ts";
import { writeSql } from "../sql/sql.ts";
import { suggest } from "../text/suggest.ts";
import { wantedPeriod } from "./computing.ts";
import type { Session } from "./session.ts";

/** The rubric as a query, or undefined where something of it or of the flags keeps it from being one, which is reported. */
export function sqlOf(plan: Plan, { flags }: Session, diagnostics: Diagnostics): string | undefined {
  const period = wantedPeriod(flags.period, diagnostics);
  const names = columnNames(plan, flags.columns ?? [], diagnostics);
  if (diagnostics.hasErrors) return undefined;
  const sheet = { table: flags.table?.at(-1) ?? "sheet", names, ...(period !== undefined && { period }) };
  const dialect = dialectOf((flags.dialect ?? "duckdb") as DialectName);
  const written = writeSql(plan, dialect, sheet, (flags.as ?? "query") as Form);
  if ("sql" in written) return written.sql;
  for (const { construct, id, reason } of written.outside) diagnostics.report("C197", { construct, id, reason });
  return undefined;
}

/** `ID=NAME`: what a column is called in the table. */
function columnNames(plan: Plan, given: readonly string[], diagnostics: Diagnostics): ReadonlyMap<string, string> {
  const known = ["period", ...plan.columns.map(({ id }) => id), ...plan.stage.nodes.map(({ id }) => id)];
  const names = new Map<string, string>();
  for (const text of given.flatMap((each) => each.split(","))) {
    const [id = "", name = ""] = text.split(/=(.*)/s);
    if (known.includes(id) && name !== "") names.set(id, name);
    else diagnostics.report("C198", { found: text, suggestion: suggest(id, known) });
  }
  return names;
}
