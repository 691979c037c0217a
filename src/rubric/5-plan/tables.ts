import type { CellValue, TableColumn, TablePlan } from "../../model/plan.ts";
import { parseDate } from "../../period/date.ts";
import type { TableColumnPart } from "../2-shape/rubric.ts";
import { listOf } from "../3-facts/outline.ts";
import type { Context } from "../4-check/context.ts";
import { allBands, tableColumns } from "../4-check/tables.ts";

export const planTables = (context: Context): readonly TablePlan[] =>
  Object.entries(context.rubric.tables ?? {}).map(([id, table]) => {
    const columns = Object.entries(tableColumns(table));
    return {
      id,
      ...(table.key !== undefined && { key: columns.findIndex(([name]) => name === table.key) }),
      columns: columns.map(([name, column]) => planColumn(context, name, column)),
    };
  });

function planColumn(context: Context, id: string, column: TableColumnPart): TableColumn {
  return {
    id,
    type: typeOf(context, column),
    required: column.required ?? false,
    ...(column.default !== undefined && { default: defaultOf(column) as CellValue }),
    headers: listOf(column.header),
  };
}

function typeOf(context: Context, { type, values }: TableColumnPart): TableColumn["type"] {
  if (type === "band") return { kind: "band", bands: allBands(context) };
  if (type === "choice") return { kind: "choice", values: (values ?? []).map((id) => ({ id })) };
  return { kind: type };
}

const defaultOf = ({ type, default: value }: TableColumnPart): CellValue | undefined =>
  type === "date" ? parseDate(value as string) : value;
