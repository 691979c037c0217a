import { columnLetters } from "../../model/places.ts";
import type { Framed } from "./framed-name.ts";
import type { Target, Targets } from "./targets.ts";

/** A name in a header that differs from the one that is meant in that one of them has no accents. */
export interface TypedName {
  readonly word: string;
  readonly name: string;
  /** Ordinal of its column. */
  readonly column: number;
}

/** What the names of a header stand for. */
export interface BoundNames {
  /** Ordinals (from 1). */
  readonly ordinals: ReadonlyMap<Target, number>;
  /** Columns that stand for what another stands for already. */
  readonly doubled: readonly { readonly target: Target; readonly first: number; readonly second: number }[];
  readonly typed: readonly TypedName[];
  /** Items whose names stand behind other words. */
  readonly framed: readonly { readonly target: Target; readonly column: number }[];
  /** Ordinals of the columns whose names stand for nothing. */
  readonly unknown: readonly number[];
}

/** A column by its head and its letter. */
export const columnShown = (names: readonly string[], ordinal: number): string =>
  `"${names[ordinal - 1] ?? ""}" (${columnLetters(ordinal)})`;

/** A name as it is written goes before one that is only typed without accents, or stands behind other words. */
export function bindNames(names: readonly string[], { named }: Pick<Targets, "named">): BoundNames {
  const ordinals = new Map<Target, number>();
  const doubled: BoundNames["doubled"][number][] = [];
  const typed: TypedName[] = [];
  const framed: BoundNames["framed"][number][] = [];
  const unknown: number[] = [];
  const found = names.map((name, at) => ({ name, column: at + 1, found: named(name) }));
  const isWritten = (it: Framed<Target> | undefined): boolean => it?.typedFor === undefined && it?.behind === undefined;
  const written = new Set(found.flatMap(({ found }) => (isWritten(found) ? (found?.meanings ?? []) : [])));
  for (const { name, column, found: it } of found) {
    const targets = it?.meanings.filter((target) => isWritten(it) || !written.has(target)) ?? [];
    if (targets.length === 0 && name !== "") unknown.push(column);
    const other = targets.find((target) => ordinals.has(target));
    if (other) doubled.push({ target: other, first: ordinals.get(other) as number, second: column });
    else {
      for (const target of targets) ordinals.set(target, column);
      if (it?.behind !== undefined) framed.push(...targets.map((target) => ({ target, column })));
      if (it?.typedFor !== undefined && targets.length > 0) typed.push({ word: name, name: it.typedFor, column });
    }
  }
  return { ordinals, doubled, typed, framed, unknown };
}
