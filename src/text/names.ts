import { clean, spelling, withoutAccents } from "./fold.ts";

/** What a word stands for. */
export interface Found<T> {
  /** More than one where it is not clear. */
  readonly meanings: readonly T[];
  /** The name that was meant, where word and name differ in that one of them has no accents at all. */
  readonly typedFor?: string;
}

interface Entry<T> {
  readonly names: string[];
  readonly meanings: T[];
}

/**
 * Finds what a word stands for by names that things may have. Case, spaces and the like never matter (see {@link spelling}).
 * Leaving accents out is a way of typing, so a word without any stands for its form with accents too; a word with other
 * accents than the name's is another word.
 */
export function createNames<T>(
  entries: Iterable<readonly [name: string, meaning: T]>,
): (word: string) => Found<T> | undefined {
  const spelled = new Map<string, Entry<T>>();
  /** Names with accents, by what is left of them without. */
  const accented = new Map<string, Entry<T>>();
  for (const [name, meaning] of entries) {
    const key = spelling(name);
    if (key === "") continue;
    enter(spelled, key, name, meaning);
    if (withoutAccents(key) !== key) enter(accented, withoutAccents(key), name, meaning);
  }
  return (word) => {
    const key = spelling(word);
    const own = spelled.get(key);
    const bare = withoutAccents(key);
    const others = accented.get(bare);
    if (key !== bare) return own ?? (others ? undefined : typed(spelled.get(bare)));
    if (own?.names.includes(clean(word))) return own;
    return typed(others && own ? merged(own, others) : others) ?? own;
  };
}

/** Can a word mean either of two names? They are one, or one is the other without its accents. */
export function areConfusable(one: string, other: string): boolean {
  const [a, b] = [spelling(one), spelling(other)];
  return a === b || a === withoutAccents(b) || b === withoutAccents(a);
}

function enter<T>(into: Map<string, Entry<T>>, key: string, name: string, meaning: T): void {
  const entry = into.get(key) ?? { names: [], meanings: [] };
  into.set(key, entry);
  entry.names.push(clean(name));
  if (!entry.meanings.includes(meaning)) entry.meanings.push(meaning);
}

const merged = <T>(own: Entry<T>, others: Entry<T>): Entry<T> => ({
  names: others.names,
  meanings: [...new Set([...own.meanings, ...others.meanings])],
});

const typed = <T>(entry: Entry<T> | undefined): Found<T> | undefined =>
  entry && { meanings: entry.meanings, typedFor: entry.names[0] as string };
