import type { Bilingual } from "../text/bilingual.ts";

/** A text without what fills its holes. */
export type OpenText = (text: Bilingual) => string;

/** What to do where nothing is known of the case: a hint without what fills its holes, or else what stands in its place. */
export const adviceIn = (hint: Bilingual | undefined, open: OpenText, advice?: Bilingual): readonly string[] =>
  [hint, advice]
    .flatMap((text) => (text ? [open(text)] : []))
    .filter((text) => !/^(?:‹[^›]+›)?$/.test(text))
    .slice(0, 1);
