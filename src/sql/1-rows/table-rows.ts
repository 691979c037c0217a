import type { Expression } from "../../expression/tree.ts";
import type { TableColumn, TablePlan } from "../../model/column.ts";
import { constructs } from "../constructs.ts";
import { boundDays } from "../expressions/day-span.ts";
import type { Part, Rows, Scope } from "../expressions/scope.ts";
import { NotInSql } from "../not-in-sql.ts";
import type { Scaled } from "../numbers/values.ts";
import { all } from "../parts.ts";
import { tableParts } from "./tables.ts";

/** The rows of a table that an expression sees: of a log those of its subject in its period, of another those of its period. */
export function tableRows(table: TablePlan, scope: Scope): Rows {
  const { id, key, log, period } = table;
  const { writing } = scope;
  const { plan } = writing;
  if (scope.part) throw new NotInSql(id, constructs.expression.refused["rows of a table, for each of a list"]);
  const ids = (places: readonly number[], of: readonly { readonly id: string }[]): readonly string[] =>
    places.map((at) => of[at]?.id as string);
  const subject = ids(plan.key, plan.columns);
  const ofSubject = ids(log?.key ?? [], table.columns).map((own, at) => `row_${own} = c_${subject[at]}`);
  const kind = writing.stage.period;
  const within =
    log || (period !== undefined && key === undefined)
      ? [
          `first_day >= ${boundDays("period", kind, "first", writing)}`,
          `last_day <= ${boundDays("period", kind, "last", writing)}`,
        ]
      : period === undefined
        ? []
        : [`row_${table.columns[period]?.id} = period`];
  const part: Omit<Part, "variable"> = {
    figure: (field) => tableFigure(table, field),
    mayMiss: (field) => !isKnown(table, field),
  };
  const among = (on: readonly string[]): Rows => ({
    holds: "is_row",
    with: (variable) => ({ ...scope, part: { ...part, variable } }),
    narrowed: (condition) => among([...on, condition]),
    ask: (aggregate) => writing.lookups.ask(id, all(on), aggregate),
  });
  return among([...ofSubject, ...within]);
}

/** `T[x].field`: what the row of a key holds. Who has none where it is needed is listed as refused. */
export function rowFigure({ of, at }: Extract<Expression, { kind: "index" }>, field: string, scope: Scope): Scaled {
  const [table, rows, key] = rowOf(of, at, scope);
  const column = columnIn(table, field);
  const { sql, parts } = tableFigure(table, field);
  const found = rows.ask("MAX(CASE WHEN is_row THEN 1 ELSE 0 END)");
  scope.writing.lookups.need(
    table.id,
    key,
    scope.guard === undefined ? `${key} IS NOT NULL` : scope.guard,
    `${found} = 1`,
  );
  if (column.type.kind !== "flag") return { sql: rows.ask(`MAX(CASE WHEN is_row THEN ${sql} END)`), parts };
  const flag = rows.ask(`MAX(CASE WHEN is_row AND ${sql} THEN 1 WHEN is_row AND NOT ${sql} THEN 0 END)`);
  return { sql: `${flag} = 1`, parts };
}

/** `x in T`: whether there is a row of that key; undefined where the list is no table. */
export function isInTable(left: Expression, right: Expression, scope: Scope): string | undefined {
  if (right.kind !== "name" || scope.writing.plan.tables?.every(({ id }) => id !== right.name) !== false)
    return undefined;
  const [, rows, key] = rowOf(right, left, scope);
  const found = rows.ask("MAX(CASE WHEN is_row THEN 1 ELSE 0 END)");
  return `CASE WHEN ${key} IS NOT NULL THEN ${found} = 1 END`;
}

function rowOf(of: Expression, at: Expression, scope: Scope): readonly [TablePlan, Rows, string] {
  const table = of.kind === "name" ? scope.writing.plan.tables?.find(({ id }) => id === of.name) : undefined;
  if (table?.key === undefined) throw new NotInSql("[…]");
  const key = scope.text(at, scope);
  return [table, tableRows(table, scope).narrowed(`row_${table.columns[table.key]?.id} = ${key}`), key];
}

const columnIn = ({ columns }: TablePlan, field: string): TableColumn =>
  columns.find(({ id }) => id === field) as TableColumn;

function tableFigure(table: TablePlan, field: string): Scaled {
  const { type } = columnIn(table, field);
  return { sql: `row_${field}`, parts: type.kind === "number" ? tableParts(type) : 1n };
}

/** Whether every row has a value there. */
const isKnown = (table: TablePlan, field: string): boolean => {
  const { required, default: blank } = columnIn(table, field);
  return required || blank !== undefined || columnIn(table, field) === table.columns[table.key ?? -1];
};
