import type { CellValue } from "../../model/column.ts";
import { compareValueLists, scopeId } from "../../model/groups.ts";
import type { People, Values } from "../../model/people.ts";
import { valueAt } from "../../model/people.ts";
import type { Texts } from "../../text/texts.ts";
import { compareTexts, knownText } from "../../text/texts.ts";
import { count as numbers } from "./gather.ts";

/** Groups of some people, numbered in their order. */
interface Groups {
  readonly values: readonly (readonly CellValue[])[];
  /** Puts the number of each one's group, by place, into an array. */
  put(profiles: Int32Array, into: Int32Array): void;
}

/** Which group somebody belongs to, by position. */
export interface Grouped extends Pick<Groups, "values"> {
  readonly of: Int32Array;
}

/** The groups of some people (by their profiles) who share the values of the columns `within`. */
export type GroupsOf = (profiles: Int32Array, within: readonly number[]) => Groups;

/** All of the people must be there; what is found of one period is known in the next. */
export function createGroups(people: People): GroupsOf {
  const { values } = people;
  const ordered = new Map<number, OrderedTexts>();
  return (profiles, within) => {
    const [only, ...others] = within;
    const texts = only !== undefined && others.length === 0 ? values[only]?.texts : undefined;
    // What is no value is written as no text.
    if (only === undefined || !texts || knownText(texts, "") >= 0) return groupsByScope(people, profiles, within);
    const known = ordered.get(only) ?? inOrder(texts);
    ordered.set(only, known);
    return groupsByText(people, profiles, only, known);
  };
}

/** The distinct texts of a column. */
interface OrderedTexts {
  /** Their numbers in the order of their bytes. */
  readonly order: Int32Array;
  /** By text id + 1 the values of a group: there are those of a period in the next. */
  readonly lists: (readonly CellValue[])[];
}

const inOrder = (texts: Texts): OrderedTexts => ({
  order: numbers(texts.count).sort((a, b) => compareTexts(texts, a, b)),
  lists: [],
});

/** Groups by distinct texts, of which none is empty. */
function groupsByText(people: People, profiles: Int32Array, column: number, { order, lists }: OrderedTexts): Groups {
  const values = people.values[column] as Values;
  const width = people.values.length;
  /** By text id + 1: who has no value stands before everybody else, as no text does. */
  const groups = new Int32Array(order.length + 1).fill(-1);
  markPresent(groups, people.profiles, profiles, width, column);
  const present = numberInOrder(groups, order);
  const listOf = (id: number): readonly CellValue[] => {
    lists[id + 1] ??= [valueAt(values, id) ?? ""];
    return lists[id + 1] as readonly CellValue[];
  };
  return {
    values: Array.from(present, listOf),
    put: (some, into) => putGroups(groups, people.profiles, some, width, column, into),
  };
}

/** Marks the groups that somebody is in with 0. */
function markPresent(groups: Int32Array, all: Int32Array, profiles: Int32Array, width: number, column: number): void {
  for (let at = 0; at < profiles.length; at++) {
    groups[(all[(profiles[at] as number) * width + column] as number) + 1] = 0;
  }
}

/** Numbers the groups that are marked. @returns their text ids in order */
function numberInOrder(groups: Int32Array, order: Int32Array): Int32Array {
  const present = new Int32Array(groups.length);
  let count = 0;
  if (groups[0] === 0) present[count++] = -1;
  for (let place = 0; place < order.length; place++) {
    const id = order[place] as number;
    if (groups[id + 1] !== 0) continue;
    groups[id + 1] = count;
    present[count++] = id;
  }
  return present.subarray(0, count);
}

function putGroups(
  groups: Int32Array,
  all: Int32Array,
  profiles: Int32Array,
  width: number,
  column: number,
  into: Int32Array,
): void {
  for (let at = 0; at < profiles.length; at++) {
    into[at] = groups[(all[(profiles[at] as number) * width + column] as number) + 1] as number;
  }
}

/** Groups by any columns: different values may be written alike, and those are one group. */
function groupsByScope(people: People, profiles: Int32Array, within: readonly number[]): Groups {
  const byIds = new Map<string | number, number>();
  const byScope = new Map<string, number>();
  const values: CellValue[][] = [];
  const groupOf = (profile: number): number => {
    const ids = within.map((column) => people.profiles[profile * people.values.length + column] as number);
    const [id = ids.join()] = ids.length === 1 ? ids : [];
    const group = byIds.get(id) ?? enter(ids);
    byIds.set(id, group);
    return group;
  };
  for (const profile of profiles) groupOf(profile);
  const order = [...values.keys()].sort((a, b) =>
    compareValueLists(values[a] as CellValue[], values[b] as CellValue[]),
  );
  const place = new Int32Array(values.length);
  for (const [to, group] of order.entries()) place[group] = to;
  return {
    values: order.map((group) => values[group] as CellValue[]),
    put(some, into) {
      for (let at = 0; at < some.length; at++) into[at] = place[groupOf(some[at] as number)] as number;
    },
  };

  function enter(ids: readonly number[]): number {
    const list = ids.map((id, at) => valueAt(people.values[within[at] as number] as Values, id) ?? "");
    const scope = scopeId(list);
    const group = byScope.get(scope) ?? values.push(list) - 1;
    byScope.set(scope, group);
    return group;
  }
}
