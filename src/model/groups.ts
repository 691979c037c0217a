import { formatDecimal } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import { compare } from "../number/exact.ts";
import { compareText } from "../text/order.ts";
import type { CellValue } from "./column.ts";
import type { Classed } from "./report.ts";

/** Some results that share the values of the columns `within`. */
export interface Group<T> {
  readonly values: readonly CellValue[];
  readonly members: readonly T[];
}

/** Results by the values of some columns, groups in the order of those values. */
export function groupBy<T extends Pick<Classed, "columns">>(
  results: Iterable<T>,
  within: readonly number[],
): readonly Group<T>[] {
  const groups = new Map<string, { values: readonly CellValue[]; members: T[] }>();
  for (const result of results) {
    const values = within.map((column) => result.columns[column] ?? "");
    const id = scopeId(values);
    const group = groups.get(id);
    if (group) group.members.push(result);
    else groups.set(id, { values, members: [result] });
  }
  return [...groups.values()].sort((a, b) => compareValueLists(a.values, b.values));
}

/** A text that is the same for the same values only. */
export const scopeId = (values: readonly CellValue[]): string => values.map(valueText).join("\u001F");

/** Groups stand in this order. */
export function compareValueLists(a: readonly CellValue[], b: readonly CellValue[]): number {
  for (const [i, value] of a.entries()) {
    const difference = compareValues(value, b[i] as CellValue);
    if (difference !== 0) return difference;
  }
  return 0;
}

const isNumber = (value: CellValue): value is Exact => typeof value === "number" || typeof value === "object";

function compareValues(a: CellValue, b: CellValue): number {
  if (isNumber(a) && isNumber(b)) return compare(a, b);
  return compareText(valueText(a), valueText(b));
}

/** A value as a text of its own, no label; empty where there is none. */
export const valueText = (value: CellValue | undefined): string =>
  typeof value === "object" ? formatDecimal(value) : String(value ?? "");
