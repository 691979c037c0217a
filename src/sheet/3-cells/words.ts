import { clean } from "../../text/fold.ts";
import { createNames } from "../../text/names.ts";
import { noMarks, noWords, yesMarks, yesWords } from "../../text/vocabulary.ts";
import type { At } from "./fault.ts";
import type { TypedWords } from "./typed-words.ts";

/** Finds what a word stands for: as it is written, else by {@link createNames} where that is clear. */
export interface WordTable<T> {
  get(word: string, at: At): T | undefined;
}

/** `typed` is shown the words that were found by their letters alone. */
export function wordTable<T>(entries: Iterable<readonly [word: string, meaning: T]>, typed?: TypedWords): WordTable<T> {
  const exact = new Map<string, T>();
  const all = [...entries];
  for (const [word, meaning] of all) if (!exact.has(clean(word))) exact.set(clean(word), meaning);
  const find = createNames(all);
  return {
    get(word, at) {
      const own = exact.get(word);
      if (own !== undefined) return own;
      const found = find(word);
      if (found?.meanings.length !== 1) return undefined;
      if (found.typedFor !== undefined) typed?.see(word, found.typedFor, at);
      return found.meanings[0];
    },
  };
}

/** What a cell may say for yes and no, an item's own labels first. */
export const yesNoEntries = <T>(
  labels: readonly { readonly word: string; readonly value: boolean }[],
  yes: T,
  no: T,
): readonly (readonly [word: string, meaning: T])[] => [
  ...labels.map(({ word, value }) => [word, value ? yes : no] as const),
  ...[...yesWords, ...yesMarks].map((word) => [word, yes] as const),
  ...[...noWords, ...noMarks].map((word) => [word, no] as const),
];
