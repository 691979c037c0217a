import { clean, fold } from "../../text/fold.ts";

/** Finds what a word stands for: as it is written, else without regard to case, accents and spaces where that is clear. */
export interface WordTable<T> {
  get(word: string): T | undefined;
}

export function wordTable<T>(entries: Iterable<readonly [word: string, meaning: T]>): WordTable<T> {
  const exact = new Map<string, T>();
  const folded = new Map<string, T | undefined>();
  for (const [word, meaning] of entries) {
    if (!exact.has(clean(word))) exact.set(clean(word), meaning);
    const short = fold(word);
    // `khá` and `kha` with two meanings: only the exact word tells them apart.
    if (short !== "") folded.set(short, folded.has(short) && folded.get(short) !== meaning ? undefined : meaning);
  }
  return { get: (word) => exact.get(word) ?? folded.get(fold(word)) };
}

/** Words for yes and no in every sheet. */
export const yesWords = ["x", "có", "đạt", "đúng", "yes", "true", "1"];
export const noWords = ["không", "không đạt", "sai", "no", "false", "0"];

export const yesNoTable = (
  labels: readonly { readonly word: string; readonly value: boolean }[] = [],
): WordTable<boolean> =>
  wordTable<boolean>([
    ...labels.map(({ word, value }) => [word, value] as const),
    ...yesWords.map((word) => [word, true] as const),
    ...noWords.map((word) => [word, false] as const),
  ]);
