import type { CellValue } from "../../model/column.ts";
import { compareValueLists, scopeId } from "../../model/groups.ts";
import type { People, Values } from "../../model/people.ts";
import { valueAt } from "../../model/people.ts";
import { gather } from "./gather.ts";

/** Which group somebody belongs to, by position; groups are numbered in their order. */
export interface Grouped {
  readonly of: Int32Array;
  readonly values: readonly (readonly CellValue[])[];
}

/** The groups of some people (by their profiles) who share the values of the columns `within`. */
export function groupsOf(people: People, profiles: Int32Array, within: readonly number[]): Grouped {
  const byIds = new Map<string, number>();
  const byScope = new Map<string, number>();
  const values: CellValue[][] = [];
  const [only, ...others] = within;
  const found =
    only !== undefined && others.length === 0
      ? foundIn(people, profiles, only, (id) => enter([id]))
      : profiles.map((profile) => groupOf(profile));
  const order = [...values.keys()].sort((a, b) =>
    compareValueLists(values[a] as CellValue[], values[b] as CellValue[]),
  );
  const place = new Int32Array(values.length);
  for (const [to, group] of order.entries()) place[group] = to;
  return {
    of: gather(place, found, new Int32Array(found.length)),
    values: order.map((group) => values[group] as CellValue[]),
  };

  function groupOf(profile: number): number {
    const ids = within.map((column) => people.profiles[profile * people.values.length + column] as number);
    const id = ids.join();
    const group = byIds.get(id) ?? enter(ids);
    byIds.set(id, group);
    return group;
  }

  /** Different values may be written alike: those are one group. */
  function enter(ids: readonly number[]): number {
    const list = ids.map((id, at) => valueAt(people.values[within[at] as number] as Values, id) ?? "");
    const [value] = list;
    // Two texts are two groups; what else is written as no text is the same as none.
    if (list.length === 1 && typeof value === "string" && value !== "" && people.values[within[0] as number]?.texts) {
      return values.push(list) - 1;
    }
    const scope = scopeId(list);
    const group = byScope.get(scope) ?? values.push(list) - 1;
    byScope.set(scope, group);
    return group;
  }
}

/** The groups by one column; `enter` gives that of a value. */
function foundIn(
  { values, profiles: all }: People,
  profiles: Int32Array,
  column: number,
  enter: (id: number) => number,
): Int32Array {
  const { texts, list } = values[column] as Values;
  // The first stands for no value.
  const known = new Int32Array((texts?.count ?? list.length) + 1).fill(-1);
  const found = new Int32Array(profiles.length);
  for (let at = find(known, all, profiles, values.length, column, found, 0); at < profiles.length; ) {
    const id = all[(profiles[at] as number) * values.length + column] as number;
    known[id + 1] = enter(id);
    at = find(known, all, profiles, values.length, column, found, at);
  }
  return found;
}

/** Finds the groups of people from one on, up to one whose group is not known. @returns who that is */
function find(
  known: Int32Array,
  all: Int32Array,
  profiles: Int32Array,
  width: number,
  column: number,
  found: Int32Array,
  from: number,
): number {
  for (let at = from; at < profiles.length; at++) {
    const group = known[(all[(profiles[at] as number) * width + column] as number) + 1] as number;
    if (group < 0) return at;
    found[at] = group;
  }
  return profiles.length;
}
