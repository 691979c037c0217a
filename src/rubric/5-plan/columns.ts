import type { CellValue, Column, ColumnType } from "../../model/plan.ts";
import { parseDate } from "../../period/date.ts";
import type { ColumnPart } from "../2-shape/rubric.ts";
import type { ColumnEntry } from "../3-facts/outline.ts";
import { listOf, periodColumn } from "../3-facts/outline.ts";
import type { Context } from "../4-check/context.ts";
import type { Titles } from "./headers.ts";
import { bilingual } from "./text.ts";

/** The columns of a rubric; behind them the column `period`, where it is declared for its headers. */
export function planColumns(context: Context, titles: Titles, nodeIndex: ReadonlyMap<string, number>): Column[] {
  const period = context.rubric.columns?.[periodColumn];
  const entries: ColumnEntry[] = [...context.columns.values()];
  if (period) entries.push({ id: periodColumn, part: { type: "text", ...listed(period) }, declared: true });
  return entries.map((entry) => planColumn(context, entry, titles, nodeIndex));
}

const listed = ({ header, title }: ColumnPart) => ({ ...(header && { header }), ...(title && { title }) });

function planColumn(
  context: Context,
  { id, part }: ColumnEntry,
  titles: Titles,
  nodeIndex: ReadonlyMap<string, number>,
): Column {
  const when = context.expressions.get(part, "when")?.expression;
  const value = part.default === undefined ? undefined : defaultValue(part);
  const comparison = part.compare === undefined ? undefined : comparing(part.compare, nodeIndex);
  return {
    id,
    type: typeOf(part),
    of: part.of ?? "subject",
    required: part.required ?? false,
    ...(value !== undefined && { default: value }),
    ...(when && { when }),
    headers: [...new Set([...listOf(part.header), ...titles(part)])],
    title: bilingual(part.title, listOf(part.header)[0] ?? id),
    ...(comparison && { compare: comparison }),
  };
}

function typeOf(part: ColumnPart): ColumnType {
  const { min, max, labels } = part;
  switch (part.type) {
    case "choice":
      return { kind: "choice", values: (part.values ?? []).map((id) => ({ id, ...labelOf(labels, id) })) };
    case "number":
      return { kind: "number", ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    case "text":
    case "date":
    case "flag":
      return { kind: part.type };
  }
}

/** The word for an id, where the rubric gives one. */
export const labelOf = (labels: ColumnPart["labels"], id: string): { label?: string } =>
  labels && Object.hasOwn(labels, id) ? { label: labels[id] as string } : {};

const defaultValue = (part: ColumnPart): CellValue | undefined =>
  part.type === "date" ? parseDate(part.default as string) : part.default;

function comparing(name: string, nodeIndex: ReadonlyMap<string, number>): NonNullable<Column["compare"]> {
  if (name === "total" || name === "band" || name === "rank") return { with: name };
  return { with: "area", node: nodeIndex.get(name) as number };
}
