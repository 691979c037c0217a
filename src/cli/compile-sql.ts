import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { recordedName } from "../files/recorded-name.ts";
import type { Plan } from "../model/plan.ts";
import type { Sheet } from "../sql/1-rows/table-layout.ts";
import { tableColumns } from "../sql/1-rows/table-layout.ts";
import { tableColumnIds } from "../sql/1-rows/tables.ts";
import type { DialectName } from "../sql/dialect.ts";
import { dialectOf } from "../sql/dialect.ts";
import type { Origin } from "../sql/origin.ts";
import { originLine } from "../sql/origin.ts";
import type { Form } from "../sql/sql.ts";
import { writeSql } from "../sql/sql.ts";
import { suggest } from "../text/suggest.ts";
import type { Session } from "./session.ts";
import { periodOfRubric } from "./wanted-period.ts";

/** The rubric as a query, or undefined where something of it or of the flags keeps it from being one, which is reported. */
export function sqlOf(plan: Plan, { flags, operands }: Session, diagnostics: Diagnostics): string | undefined {
  const period = periodOfRubric(flags.period, plan, diagnostics);
  const { set, columns, "decisions-table": decisions, "history-table": earlier } = flags;
  const given = tablesGiven(plan, flags.table ?? [], diagnostics);
  return queryOf(
    plan,
    {
      rubric: recordedName(operands[0] ?? ""),
      ...(set && { set }),
      dialect: (flags.dialect ?? "duckdb") as DialectName,
      as: (flags.as ?? "query") as Form,
      ...given,
      ...(decisions !== undefined && { decisions }),
      ...(earlier !== undefined && { earlier }),
      ...(flags.long && { long: true }),
      ...(flags.summary && { summary: true }),
      ...(columns && { columns }),
      ...(period !== undefined && { period }),
    },
    diagnostics,
  );
}

/** `NAME` is the table with the sheet, `ID=NAME` a further one of the rubric; each is named once, or nobody knows which holds. */
function tablesGiven(
  { tables = [] }: Plan,
  given: readonly string[],
  diagnostics: Diagnostics,
): Pick<Origin, "table" | "tables"> {
  const ids = tables.map(({ id }) => id);
  const named = new Map<string, string>();
  for (const text of given) {
    const [id, name] = text.includes("=") ? splitAtFirst(text) : [theSheet, text];
    const isKnown = id === theSheet || ids.includes(id);
    if (isKnown && name !== "" && !named.has(id)) named.set(id, text);
    else diagnostics.report("C223", { found: text, suggestion: isKnown ? undefined : suggest(id, ids) });
  }
  const table = named.get(theSheet) ?? "sheet";
  named.delete(theSheet);
  return { table, ...(named.size > 0 && { tables: [...named.values()] }) };
}
/** No id: none has a mark of equality in it. */
const theSheet = "=";

const splitAtFirst = (text: string): readonly [id: string, name: string] => {
  const [id = "", name = ""] = text.split(/=(.*)/s);
  return [id, name];
};

/** The query that was written of a rubric so. */
export function queryOf(plan: Plan, origin: Origin, diagnostics: Diagnostics): string | undefined {
  const {
    dialect,
    as,
    table,
    long: isLong = false,
    summary: isSummary = false,
    columns = [],
    decisions,
    earlier,
    period,
  } = origin;
  const known = [...tableColumns(plan, isLong), ...tableColumnIds(plan.tables ?? [])];
  const names = columnNames(known, columns, diagnostics);
  if (diagnostics.hasErrors) return undefined;
  const tables = new Map((origin.tables ?? []).map((text) => splitAtFirst(text)));
  const sheet: Sheet = {
    table,
    isLong,
    names,
    tables,
    ...(decisions !== undefined && { decisions }),
    ...(earlier !== undefined && { earlier }),
    ...(period !== undefined && { period }),
  };
  const written = writeSql(plan, dialectOf(dialect), sheet, as, isSummary ? "summary" : "results");
  if ("sql" in written) return originLine(origin) + written.sql;
  for (const { construct, id, reason } of written.outside) {
    const file = construct === "--summary" ? "summary.csv" : undefined;
    diagnostics.report("C197", { construct, id, reason, file });
  }
  return undefined;
}

/** `ID=NAME`: what a column is called in the table. */
function columnNames(
  known: readonly string[],
  given: readonly string[],
  diagnostics: Diagnostics,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const text of given.flatMap((each) => each.split(","))) {
    const [id, name] = splitAtFirst(text);
    if (known.includes(id) && name !== "") names.set(id, name);
    else diagnostics.report("C198", { found: text, suggestion: suggest(id, known) });
  }
  return names;
}
