import type { CellValue } from "../../model/column.ts";
import { compareValueLists, scopeId } from "../../model/groups.ts";
import type { People, Values } from "../../model/people.ts";
import { valueAt } from "../../model/people.ts";
import type { Texts } from "../../text/texts.ts";
import { compareTexts, knownText } from "../../text/texts.ts";
import { count as numbers } from "./gather.ts";

/** Which group somebody belongs to, by position; groups are numbered in their order. */
export interface Grouped {
  readonly of: Int32Array;
  readonly values: readonly (readonly CellValue[])[];
}

/** The groups of some people (by their profiles) who share the values of the columns `within`. */
export type GroupsOf = (profiles: Int32Array, within: readonly number[]) => Grouped;

/** All of the people must be there; what is found of one period is known in the next. */
export function createGroups(people: People): GroupsOf {
  const { values } = people;
  const textGroups = new Map<number, (ids: Int32Array) => Grouped>();
  return (profiles, within) => {
    const [only, ...others] = within;
    const texts = only !== undefined && others.length === 0 ? values[only]?.texts : undefined;
    // What is no value is written as no text.
    if (only === undefined || !texts || knownText(texts, "") >= 0) return groupsByScope(people, profiles, within);
    const groups = textGroups.get(only) ?? createTextGroups(texts, values[only] as Values);
    textGroups.set(only, groups);
    return groups(idsOf(people.profiles, profiles, values.length, only));
  };
}

function idsOf(all: Int32Array, profiles: Int32Array, width: number, column: number): Int32Array {
  const ids = new Int32Array(profiles.length);
  for (let at = 0; at < ids.length; at++) ids[at] = all[(profiles[at] as number) * width + column] as number;
  return ids;
}

/** Groups by distinct texts, of which none is empty: put in order once, by their bytes. */
function createTextGroups(texts: Texts, values: Values): (ids: Int32Array) => Grouped {
  // Who has no value stands before everybody else, as no text does.
  const order = numbers(texts.count).sort((a, b) => compareTexts(texts, a, b));
  const lists: (readonly CellValue[])[] = [];
  const listOf = (id: number): readonly CellValue[] => {
    lists[id + 1] ??= [valueAt(values, id) ?? ""];
    return lists[id + 1] as readonly CellValue[];
  };
  return (ids) => {
    const groups = new Int32Array(texts.count + 1).fill(-1);
    const present = numberInOrder(groups, order, ids);
    putGroups(groups, ids);
    return { of: ids, values: Array.from(present, listOf) };
  };
}

/** Numbers the groups that somebody is in, by text id + 1. @returns their ids in order */
function numberInOrder(groups: Int32Array, order: Int32Array, ids: Int32Array): Int32Array {
  for (let at = 0; at < ids.length; at++) groups[(ids[at] as number) + 1] = 0;
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

/** Puts the number of its group in place of each id. */
function putGroups(groups: Int32Array, ids: Int32Array): void {
  for (let at = 0; at < ids.length; at++) ids[at] = groups[(ids[at] as number) + 1] as number;
}

/** Groups by any columns: different values may be written alike, and those are one group. */
function groupsByScope(people: People, profiles: Int32Array, within: readonly number[]): Grouped {
  const byIds = new Map<string | number, number>();
  const byScope = new Map<string, number>();
  const values: CellValue[][] = [];
  const found = profiles.map((profile) => {
    const ids = within.map((column) => people.profiles[profile * people.values.length + column] as number);
    const [id = ids.join()] = ids.length === 1 ? ids : [];
    const group = byIds.get(id) ?? enter(ids);
    byIds.set(id, group);
    return group;
  });
  const order = [...values.keys()].sort((a, b) =>
    compareValueLists(values[a] as CellValue[], values[b] as CellValue[]),
  );
  const place = new Int32Array(values.length);
  for (const [to, group] of order.entries()) place[group] = to;
  return {
    of: found.map((group) => place[group] as number),
    values: order.map((group) => values[group] as CellValue[]),
  };

  function enter(ids: readonly number[]): number {
    const list = ids.map((id, at) => valueAt(people.values[within[at] as number] as Values, id) ?? "");
    const scope = scopeId(list);
    const group = byScope.get(scope) ?? values.push(list) - 1;
    byScope.set(scope, group);
    return group;
  }
}
