import { parseDecimal } from "../../src/number/decimal.ts";
import type { Exact } from "../../src/number/exact.ts";
import { multiply } from "../../src/number/exact.ts";
import type { ColumnPart, Rubric } from "../../src/rubric/2-shape/rubric.generated.ts";
import type { Value } from "./expression.ts";
import { dayNumber } from "./periods.ts";

/** One row of a sheet as it was typed: the text of a cell by the id of its column or item. */
export interface PlainRow {
  readonly period: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** What is typed for yes in `yes` items and flag columns; anything else that is not blank is no. */
export const yes = "x";

export function keyOf(rubric: Rubric, row: PlainRow): string {
  const { key } = rubric.subject;
  return (typeof key === "string" ? [key] : key).map((id) => row.texts[id] ?? "").join("\u001F");
}

/** Does a row hold nothing but who somebody is? It is then nobody's, somebody incomplete, or somebody to be scored. */
export function isBlankRow({ subject: { key, name } }: Rubric, { texts }: PlainRow): boolean {
  const identity = [key, name ?? []].flat();
  return Object.entries(texts).every(([id, text]) => text === "" || identity.includes(id));
}

/** The values of the columns of a row, defaults filled in. */
export function columnValues(rubric: Rubric, row: PlainRow): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const id of [rubric.subject.key, rubric.subject.name ?? []].flat()) values.set(id, row.texts[id] ?? "");
  for (const [id, part] of Object.entries(rubric.columns ?? {})) values.set(id, columnValue(part, row.texts[id] ?? ""));
  return values;
}

function columnValue(part: ColumnPart, text: string): Value {
  if (text === "") return part.type === "date" ? dayNumber(part.default as string) : part.default;
  return typedValue(part.type, text);
}

/** What a text means in a column of a type. */
export function typedValue(type: string, text: string): boolean | Exact | string {
  switch (type) {
    case "flag":
      return text === yes;
    case "number":
      return percentage(text);
    case "date":
      return dayNumber(text);
    default:
      return text;
  }
}

/** What a cell of a ratio says in percent: 0.85 is 85 where the rubric states fractions, unless it has a percent sign. */
export const ratioCell = (text: string, unit: string | undefined): Exact =>
  unit === "fraction" && !text.endsWith("%") ? multiply(percentage(text), 100) : percentage(text);

/** `85` and `85%` are 85. */
export function percentage(text: string): Exact {
  const value = parseDecimal(text.replace("%", ""));
  if (value === undefined) throw new Error(`${text} is no number`);
  return value;
}
