import { columnLetters } from "../../model/places.ts";
import { clean, fold } from "../../text/fold.ts";
import type { TextRows } from "../1-records/records.ts";
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
  /** Those of them that have the name of an item and hold what was answered to it, beside its score. */
  readonly answers: readonly number[];
}

/** A column by its head and its letter. */
export const columnShown = (names: readonly string[], ordinal: number): string =>
  `"${names[ordinal - 1] ?? ""}" (${columnLetters(ordinal)})`;

/**
 * A name as it is written goes before one that is only typed without accents, or stands behind other words. Beside points that are
 * called so, `Points - X`, a column `X` that holds words has the answers, and one that holds figures is doubled.
 * @param below the first rows below the header, where it is asked for
 */
export function bindNames(
  names: readonly string[],
  { named }: Pick<Targets, "named">,
  below: TextRows = [],
): BoundNames {
  const ordinals = new Map<Target, number>();
  const doubled: BoundNames["doubled"][number][] = [];
  const typed: TypedName[] = [];
  const framed: BoundNames["framed"][number][] = [];
  const unknown: number[] = [];
  const found = names.map((name, at) => ({ name, column: at + 1, found: named(name) }));
  const isWritten = (it: Framed<Target> | undefined): boolean => it?.typedFor === undefined && it?.behind === undefined;
  const written = new Map(
    found.flatMap(({ found, column }) =>
      isWritten(found) ? (found?.meanings ?? []).map((target) => [target, column] as const) : [],
    ),
  );
  /** Is it called the score of what another column has the name of? */
  const isScored = (target: Target, it: Framed<Target> | undefined): boolean =>
    target.isPoints === true &&
    it?.isScore === true &&
    fold(names[(written.get(target) ?? 0) - 1] ?? "") === fold(it.behind ?? "");
  const scored = new Set(
    found.flatMap(({ found }) => found?.meanings.filter((target) => isScored(target, found)) ?? []),
  );
  const answered = new Map([...written].filter(([target, column]) => scored.has(target) && holdsWords(below, column)));
  const isMeant = (target: Target, it: Framed<Target>): boolean => {
    if (answered.has(target)) return isScored(target, it);
    return isWritten(it) || !written.has(target) || (below.length > 0 && isScored(target, it));
  };
  for (const { name, column, found: it } of found) {
    const targets = it?.meanings.filter((target) => isMeant(target, it)) ?? [];
    if (targets.length === 0 && name !== "") unknown.push(column);
    const other = targets.find((target) => ordinals.has(target));
    if (other) doubled.push({ target: other, first: ordinals.get(other) as number, second: column });
    else {
      for (const target of targets) ordinals.set(target, column);
      if (it?.behind !== undefined) framed.push(...targets.map((target) => ({ target, column })));
      if (it?.typedFor !== undefined && targets.length > 0) typed.push({ word: name, name: it.typedFor, column });
    }
  }
  return { ordinals, doubled, typed, framed, unknown, answers: [...answered.values()] };
}

/** Has a column texts alone, in these rows, and no figure? */
export function holdsWords(below: TextRows, column: number): boolean {
  const texts = below.map((cells) => clean(cells[column - 1] ?? "")).filter(Boolean);
  return texts.length > 0 && !texts.some((text) => figure.test(text));
}

const figure = /^[-\u2212+]?[.,]?\d[\d.,]*\s*(?:%|\/\s*\d[\d.,]*)?$/;
