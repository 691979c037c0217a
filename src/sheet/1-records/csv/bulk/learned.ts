import type { ReadableBytes, Texts } from "../../../../text/texts.ts";
import { append, createTexts, numberOf } from "../../../../text/texts.ts";

/** What cells of one column mean, by their bytes: each text that stands in a column often is understood once. */
export interface Learned {
  readonly texts: Texts;
  readonly meanings: number[];
  /** The number of the text that was met last: the next one is likely the same. */
  last: number;
  /** What a text means that the general reader has read and found sound; undefined where it is still to be read by it. */
  readonly ask: (raw: string) => number | undefined;
}

export const createLearned = (ask: Learned["ask"]): Learned => ({ texts: createTexts(), meanings: [], last: -1, ask });

/** The meaning of the cell `from[start, end)` with this hash, or {@link notLearned}. */
export function meaningOf(learned: Learned, from: ReadableBytes, start: number, end: number, hash: number): number {
  const { texts, meanings, ask } = learned;
  const before = numberOf(texts, from, start, end, hash, learned.last);
  if (before >= 0) {
    learned.last = before;
    return meanings[before] as number;
  }
  const meaning = ask(from.bytes.toString("utf8", start, end));
  if (meaning === undefined) return notLearned;
  learned.last = append(texts, from.bytes, start, end, hash);
  meanings[learned.last] = meaning;
  return meaning;
}

/** No meaning, which are small numbers. */
export const notLearned = 0x7fffffff;
