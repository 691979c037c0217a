import type { Texts } from "../../../../text/texts.ts";
import { createTexts, intern, known } from "../../../../text/texts.ts";

/** What cells of one column mean, by their bytes: each text that stands in a column often is understood once. */
export interface Learned {
  readonly texts: Texts;
  readonly meanings: number[];
  /** What a text means that the general reader has read and found sound; undefined where it is still to be read by it. */
  readonly ask: (raw: string) => number | undefined;
}

export const createLearned = (ask: Learned["ask"]): Learned => ({ texts: createTexts(), meanings: [], ask });

/** The meaning of the cell `bytes[start, end)`, or {@link notLearned}. */
export function meaningOf({ texts, meanings, ask }: Learned, bytes: Buffer, start: number, end: number): number {
  const before = known(texts, bytes, start, end);
  if (before >= 0) return meanings[before] as number;
  const meaning = ask(bytes.toString("utf8", start, end));
  if (meaning === undefined) return notLearned;
  meanings[intern(texts, bytes, start, end)] = meaning;
  return meaning;
}

/** No meaning, which are small numbers. */
export const notLearned = 0x7fffffff;
