import { kindWords } from "../../period/kind-words.ts";
import type { PeriodKind } from "../../period/period.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";

/** A name of each kind to show how it is written. */
export const kindExamples: Readonly<Record<PeriodKind, string>> = {
  week: "2026-W07",
  month: "2026-03",
  quarter: "2026-Q1",
  semester: "2026-H1",
  year: "2026",
};

/** One of several kinds of period, each with an example. */
export function expectedKinds(kinds: readonly PeriodKind[]): Bilingual {
  const each = kinds.map((kind) =>
    kind === "week"
      ? phrase("a week of the calendar such as {example}", { example: kindExamples.week })
      : phrase("a {kind} such as {example}", { kind: kindWords[kind], example: kindExamples[kind] }),
  );
  return phrase("{words|or}", { words: each });
}
