import type { Texts } from "../text/texts.ts";
import { createTexts, grown, internText, settle, textAt } from "../text/texts.ts";
import type { CellValue, ColumnValues } from "./column.ts";
import type { Plan } from "./plan.ts";

/** The distinct values of one column; each is known by a small number, and {@link noValue} is none. */
export interface Values {
  /** Of a column of texts: a text's number is its value's. */
  readonly texts: Texts | undefined;
  /** Of any other column. */
  readonly list: CellValue[];
  readonly ids: Map<CellValue, number>;
}

export const noValue = -1;

/**
 * Whom rows are about. What rows say of a subject, besides scores, is a profile; a row names its profile by number, so that
 * memory grows with people and not with rows. The arrays are replaced as they grow.
 */
export interface People {
  /** By plan column. */
  readonly values: readonly Values[];
  /** Keys of subjects; the texts of {@link keyColumn}, where there is one. */
  readonly keys: Texts;
  /** The only plan column of the key, where it is one of texts; else -1. */
  readonly keyColumn: number;
  count: number;
  /** Values of profile `p`, by plan column, from `p * values.length` on. */
  profiles: Int32Array;
  /** By profile; none where the key column says it. See {@link keyIdOf}. */
  keyOf: Int32Array;
  /** By key the profile that was last seen, -1 where there is none. */
  latest: Int32Array;
}

const fewest = 64;

export function createPeople(plan: Plan): People {
  const values = plan.columns.map(({ type }): Values => {
    return { texts: type.kind === "text" ? createTexts() : undefined, list: [], ids: new Map() };
  });
  const [first = -1, ...others] = plan.key;
  const only = others.length === 0 ? values[first]?.texts : undefined;
  return {
    values,
    keys: only ?? createTexts(),
    keyColumn: only ? first : -1,
    count: 0,
    profiles: new Int32Array(fewest * values.length),
    keyOf: new Int32Array(only ? 0 : fewest),
    latest: new Int32Array(fewest).fill(-1),
  };
}

/** The number of a value; a new one is added. */
export function valueId({ texts, list, ids }: Values, value: CellValue | undefined): number {
  if (value === undefined) return noValue;
  if (texts) return internText(texts, value as string);
  const identity = typeof value === "object" ? `${value.n}/${value.d}` : value;
  const before = ids.get(identity);
  if (before !== undefined) return before;
  ids.set(identity, list.length);
  return list.push(value) - 1;
}

export function valueAt({ texts, list }: Values, id: number): CellValue | undefined {
  if (id < 0) return undefined;
  return texts ? textAt(texts, id) : list[id];
}

/** The profile with these values by plan column, that of a subject's last row where it is the same. */
export function profileOf(people: People, key: number, values: Int32Array): number {
  const width = values.length;
  const last = key < people.latest.length ? (people.latest[key] as number) : -1;
  if (last >= 0) {
    const from = last * width;
    let same = 0;
    while (same < width && people.profiles[from + same] === values[same]) same++;
    if (same === width) return last;
  }
  const profile = people.count++;
  if (people.count * width > people.profiles.length) people.profiles = grown(people.profiles, people.count * width * 2);
  if (key >= people.latest.length) {
    const before = people.latest.length;
    people.latest = grown(people.latest, (key + 1) * 2).fill(-1, before);
  }
  people.profiles.set(values, profile * width);
  if (people.keyColumn < 0) {
    if (people.count > people.keyOf.length) people.keyOf = grown(people.keyOf, people.count * 2);
    people.keyOf[profile] = key;
  }
  people.latest[key] = profile;
  return profile;
}

/** The profile of a row that has its values as they are. */
export function profileOfRow(
  people: People,
  { key, columns }: { readonly key: string; readonly columns: ColumnValues },
): number {
  const values = Int32Array.from(people.values, (column, at) => valueId(column, columns[at]));
  return profileOf(people, internText(people.keys, key), values);
}

/** All are known: forgets what is needed to find out who a further row is about. */
export function settlePeople(people: People): void {
  for (const { texts } of people.values) if (texts) settle(texts);
  settle(people.keys);
  people.latest = new Int32Array();
}

/** By plan column. */
export function columnsOf({ values, profiles }: People, profile: number): (CellValue | undefined)[] {
  const from = profile * values.length;
  return values.map((column, at) => valueAt(column, profiles[from + at] as number));
}

/** The number of the key in {@link People.keys}. */
export const keyIdOf = ({ keyColumn, keyOf, profiles, values }: People, profile: number): number =>
  (keyColumn < 0 ? keyOf[profile] : profiles[profile * values.length + keyColumn]) as number;

export const keyAt = (people: People, profile: number): string => textAt(people.keys, keyIdOf(people, profile));
