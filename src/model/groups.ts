import { formatDecimal } from "../number/decimal.ts";
import type { Exact } from "../number/exact.ts";
import { compare } from "../number/exact.ts";
import { compareText } from "../text/order.ts";
import type { CellValue } from "./column.ts";
import type { Classed } from "./report.ts";

/** Things by what they share; lists and things in the order in which they come. */
export function listsBy<K, T>(things: Iterable<T>, keyOf: (thing: T) => K): ReadonlyMap<K, readonly T[]> {
  const lists = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const list = lists.get(key);
    if (list) list.push(thing);
    else lists.set(key, [thing]);
  }
  return lists;
}

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
  const valuesOf = ({ columns }: T): readonly CellValue[] => within.map((column) => columns[column] ?? "");
  return [...listsBy(results, (result) => scopeId(valuesOf(result))).values()]
    .map((members) => ({ values: valuesOf(members[0] as T), members }))
    .sort((a, b) => compareValueLists(a.values, b.values));
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
