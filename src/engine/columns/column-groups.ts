import { compareValueLists, scopeId } from "../../model/groups.ts";
import type { People, Values } from "../../model/people.ts";
import { valueAt } from "../../model/people.ts";
import type { CellValue } from "../../model/plan.ts";
import { gather } from "./gather.ts";

/** Which group somebody belongs to, by position; groups are numbered in their order. */
export interface Grouped {
  readonly of: Int32Array;
  readonly values: readonly (readonly CellValue[])[];
}

/** The groups of some people (by their profiles) who share the values of the columns `within`. */
export function groupsOf(people: People, profiles: Int32Array, within: readonly number[]): Grouped {
  const width = people.values.length;
  const byProfile = new Int32Array(people.count).fill(-1);
  const byIds = new Map<string | number, number>();
  const byScope = new Map<string, number>();
  const values: CellValue[][] = [];
  const groupOf = (profile: number): number => {
    const before = byProfile[profile] as number;
    if (before >= 0) return before;
    const ids = within.map((column) => people.profiles[profile * width + column] as number);
    const id = ids.length === 1 ? (ids[0] as number) : ids.join();
    const group =
      byIds.get(id) ?? enter(ids.map((each, at) => valueAt(people.values[within[at] as number] as Values, each) ?? ""));
    byIds.set(id, group);
    byProfile[profile] = group;
    return group;
  };
  const found = new Int32Array(profiles.length);
  for (let at = 0; at < profiles.length; at++) found[at] = groupOf(profiles[at] as number);
  const order = [...values.keys()].sort((a, b) =>
    compareValueLists(values[a] as CellValue[], values[b] as CellValue[]),
  );
  const place = new Int32Array(values.length);
  for (const [to, group] of order.entries()) place[group] = to;
  return {
    of: gather(place, found, new Int32Array(found.length)),
    values: order.map((group) => values[group] as CellValue[]),
  };

  function enter(list: CellValue[]): number {
    const scope = scopeId(list);
    const group = byScope.get(scope) ?? values.push(list) - 1;
    byScope.set(scope, group);
    return group;
  }
}
