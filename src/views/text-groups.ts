import type { CellValue } from "../model/column.ts";
import { groupBy } from "../model/groups.ts";
import type { Units } from "../model/node.ts";
import type { Result, ResultColumns, ResultGroups, Results } from "../model/report.ts";
import { pageRows, pagesOf } from "../model/report.ts";
import type { Exact } from "../number/exact.ts";
import { add, divide } from "../number/exact.ts";
import { compareText } from "../text/order.ts";

/** The results that share the values of some columns, as texts. */
export interface Group {
  /** Empty for everybody. */
  readonly values: readonly string[];
  readonly members: readonly Result[];
}

/** Groups in code-point order of their texts. */
export const groupsBy = (
  results: Iterable<Result>,
  within: readonly number[],
  texts: (result: Result) => readonly string[],
): readonly Group[] =>
  groupBy(results, within)
    .map(({ members }) => ({ values: texts(members[0] as Result), members }))
    .sort((a, b) => byValues(a.values, b.values));

/** The texts of each group, and by place in `results` the number of each result's group. */
export function placesBy(
  results: Results,
  within: readonly number[],
  texts: (values: readonly CellValue[]) => string[],
): { readonly values: readonly string[][]; readonly of: Int32Array } {
  const { columns } = results;
  if (columns) {
    const { values, of } = pagesBy(columns, within, texts);
    const places = new Int32Array(results.length);
    for (const [first, page] of pagesOf(columns, 0, results.length)) {
      places.set(of(page).subarray(0, page.count), first);
    }
    return { values, of: places };
  }
  if (within.length === 0) return { values: [[]], of: new Int32Array(results.length) };
  const groups = groupBy(results, within);
  const numbers = new Map(groups.flatMap(({ members }, group) => members.map((member) => [member, group])));
  return {
    values: groups.map(({ values }) => texts(values)),
    of: Int32Array.from(results, (result) => numbers.get(result) as number),
  };
}

/** The same page by page, of results that are kept as columns. */
export function pagesBy(
  columns: ResultColumns,
  within: readonly number[],
  texts: (values: readonly CellValue[]) => string[],
): { readonly values: readonly string[][]; readonly of: ResultGroups["of"] } {
  const everybody = new Int32Array(pageRows);
  if (within.length === 0) return { values: [[]], of: () => everybody };
  const { values, of } = columns.groupsBy(within);
  return { values: values.map(texts), of };
}

/** Groups by their numbers, in code-point order of their texts. */
export const inOrder = (values: readonly (readonly string[])[]): number[] =>
  [...values.keys()].sort((a, b) => byValues(values[a] as string[], values[b] as string[]));

export function byValues(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : compareText(a[at] as string, b[at] as string);
}

/** How many there are, and the mean of their totals in units; undefined where nobody has one. */
export interface Tally {
  readonly count: number;
  readonly mean: Exact | undefined;
}

/** A subject rated without a total counts and adds nothing. */
export function tallyOf(results: readonly Result[]): Tally {
  const totals = results.flatMap(({ total }) => (total === undefined ? [] : [total]));
  const sum = totals.reduce((all: Units, total) => add(all, total), 0);
  return { count: results.length, mean: totals.length === 0 ? undefined : divide(sum, totals.length) };
}
