import type { CellValue, Column, ColumnType, TableColumn, TablePlan } from "../../model/column.ts";
import { parseDate } from "../../period/date.ts";
import type { ColumnPart, TableColumnPart } from "../2-shape/rubric.generated.ts";
import type { Facts } from "../3-facts/facts.ts";
import type { ColumnEntry } from "../3-facts/outline.ts";
import { keyColumns, listOf, periodColumn } from "../3-facts/outline.ts";
import { allBands, ruling, tableColumns } from "../3-facts/types.ts";
import type { Titles } from "./headers.ts";
import { bilingual, labelOf } from "./layout.ts";

/** The columns of a rubric; behind them the column `period`, where it is declared for its headers. */
export function planColumns(facts: Facts, titles: Titles, nodeIndex: ReadonlyMap<string, number>): Column[] {
  const period = facts.rubric.columns?.[periodColumn];
  const entries: ColumnEntry[] = [...facts.columns.values()];
  if (period) entries.push({ id: periodColumn, part: { type: "text", ...listed(period) }, declared: true });
  const index = (id: string): number => entries.findIndex((entry) => entry.id === id);
  return entries.map((entry) => planColumn(facts, entry, titles, nodeIndex, index));
}

const listed = ({ header, title }: ColumnPart) => ({ ...(header && { header }), ...(title && { title }) });

function planColumn(
  facts: Facts,
  { id, part }: ColumnEntry,
  titles: Titles,
  nodeIndex: ReadonlyMap<string, number>,
  index: (column: string) => number,
): Column {
  const when = facts.expressions.get(part, "when")?.expression;
  const value = part.default === undefined ? undefined : defaultValue(part);
  const comparison = part.compare === undefined ? undefined : comparing(part.compare, nodeIndex);
  return {
    id,
    type: typeOf(part),
    of: part.of ?? "subject",
    ...(part.is !== undefined && { is: index(part.is) }),
    ...(part.match && { match: part.match }),
    ...(part.from && { from: part.from }),
    required: part.required ?? false,
    ...(value !== undefined && { default: value }),
    ...(when && { when }),
    headers: [...new Set([...listOf(part.header), ...titles(part)])],
    title: bilingual(part.title, listOf(part.header)[0] ?? id),
    ...(comparison && { compare: comparison }),
  };
}

function typeOf(part: ColumnPart): ColumnType {
  const { labels } = part;
  switch (part.type) {
    case "choice":
      return { kind: "choice", values: (part.values ?? []).map((id) => ({ id, ...labelOf(labels, id) })) };
    case "number":
      return numberType(part);
    case "text":
    case "date":
    case "flag":
      return { kind: part.type };
  }
}

const numberType = ({ min, max, step }: Pick<ColumnPart, "min" | "max" | "step">): ColumnType => ({
  kind: "number",
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
  ...(step !== undefined && { step }),
});

const defaultValue = (part: ColumnPart): CellValue | undefined =>
  part.type === "date" ? parseDate(part.default as string) : part.default;

function comparing(name: string, nodeIndex: ReadonlyMap<string, number>): NonNullable<Column["compare"]> {
  if (name === "total" || name === "band" || name === "rank") return { with: name };
  return { with: "area", node: nodeIndex.get(name) as number };
}

export const planTables = (facts: Facts): readonly TablePlan[] =>
  Object.entries(facts.rubric.tables ?? {}).map(([id, table]) => {
    const columns = [...tableColumns(facts, table)];
    const at = (id: string): number => columns.findIndex(([name]) => name === id);
    const { key, of, period } = table;
    const found = ruling(facts.rubric, table);
    return {
      id,
      ...(key !== undefined && { key: at(key) }),
      ...(of && period !== undefined && { log: { key: keyColumns(facts.rubric).map(at), period: at(period) } }),
      ...(!of && period !== undefined && { period: at(period) }),
      columns: columns.map(([name, column]) => ({
        ...planTableColumn(facts, name, column),
        ...(found.includes(name) && { required: true }),
      })),
    };
  });

function planTableColumn(facts: Facts, id: string, column: TableColumnPart): TableColumn {
  return {
    id,
    type: tableColumnType(facts, column),
    required: column.required ?? false,
    ...(column.default !== undefined && { default: tableDefault(column) as CellValue }),
    headers: listOf(column.header),
  };
}

function tableColumnType(facts: Facts, column: TableColumnPart): TableColumn["type"] {
  const { type } = column;
  if (type !== "band") return typeOf({ ...column, type });
  const bands = allBands(facts).map(({ id, title }) => {
    const { vi, en } = bilingual(title, id);
    const { label, also = [] } = labelOf(column.labels, id);
    return { id, words: [...new Set([...(label === undefined ? [] : [label]), ...also, vi, en])] };
  });
  return { kind: "band", bands };
}

const tableDefault = ({ type, default: value }: TableColumnPart): CellValue | undefined =>
  type === "date" ? parseDate(value as string) : value;
