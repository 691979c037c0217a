import type { Units } from "../model/plan.ts";
import type { Result } from "../model/report.ts";
import type { Exact } from "../number/exact.ts";
import { add, divide } from "../number/exact.ts";
import { compareText } from "../text/order.ts";

/** Count and sum of totals of some results; a subject rated without a total counts and adds nothing. */
export interface Tally {
  count: number;
  withTotal: number;
  sum: Units;
}

/** The results of one ranking group, or of everybody. */
export interface Group {
  /** Texts of the group's columns; empty for everybody. */
  readonly values: readonly string[];
  readonly rated: Tally;
  /** By band. */
  readonly bands: readonly Tally[];
  /** Keys of those without a band, by reason. */
  readonly notRated: Map<string, string[]>;
  readonly incomplete: string[];
  /** Keys by alert id. */
  readonly alerts: Map<string, string[]>;
  count: number;
}

/** What prints the values that put a result into a group, and the key of a subject. */
export interface GroupTexts {
  readonly values: (result: Result) => readonly string[];
  readonly key: (result: Result) => string;
}

/** Everybody first, then each group in code-point order of its values; everybody alone where nothing groups. */
export function groupResults(results: readonly Result[], bands: number, texts: GroupTexts): Group[] {
  const everybody = emptyGroup([], bands);
  const groups = new Map<string, Group>();
  for (const result of results) {
    const values = texts.values(result);
    enter(everybody, result, texts);
    if (values.length === 0) continue;
    const id = values.join("\u001F");
    const group = groups.get(id) ?? emptyGroup(values, bands);
    groups.set(id, group);
    enter(group, result, texts);
  }
  return [everybody, ...[...groups.values()].sort((a, b) => byValues(a.values, b.values))];
}

export function byValues(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : compareText(a[at] as string, b[at] as string);
}

/** The mean total, in units; undefined where nobody has one. */
export const meanOf = ({ sum, withTotal }: Tally): Exact | undefined =>
  withTotal === 0 ? undefined : divide(sum, withTotal);

const emptyTally = (): Tally => ({ count: 0, withTotal: 0, sum: 0 });

const emptyGroup = (values: readonly string[], bands: number): Group => ({
  values,
  rated: emptyTally(),
  bands: Array.from({ length: bands }, emptyTally),
  notRated: new Map(),
  incomplete: [],
  alerts: new Map(),
  count: 0,
});

function enter(group: Group, result: Result, { key }: GroupTexts): void {
  group.count++;
  for (const alert of result.alerts) push(group.alerts, alert, key(result));
  switch (result.state) {
    case "rated":
      count(group.rated, result.total);
      if (result.band !== undefined) count(group.bands[result.band] as Tally, result.total);
      break;
    case "not_rated":
      push(group.notRated, result.reason, key(result));
      break;
    case "incomplete":
      group.incomplete.push(key(result));
  }
}

function count(tally: Tally, total: Units | undefined): void {
  tally.count++;
  if (total === undefined) return;
  tally.withTotal++;
  tally.sum = add(tally.sum, total);
}

function push(lists: Map<string, string[]>, name: string, value: string): void {
  const list = lists.get(name);
  if (list) list.push(value);
  else lists.set(name, [value]);
}
