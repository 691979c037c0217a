import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";

const onlyRollups = phrase(
  "only a rollup is made of periods; rules, `require`, awards and alerts look back with `recent(n)`",
);
const onlyLater = phrase("it is known only when all items have their scores");
const onlyAwards = phrase("only awards and alerts know it");
const onlyBack = phrase("rules, `require`, awards and alerts look back; what stands here looks at its own period");
const onlyOfPeriods = phrase("only a period `p` of `periods` or `recent(n)` has it");
const onlyScores = phrase("it is of cells, which are known where scores are");

/** What the language has and a scope lacks, with where it is known; what a scope says of a name itself goes before. */
export const elsewhere: ReadonlyMap<string, Bilingual> = new Map([
  ...["periods", "unrated", "latest", "average"].map((name) => [name, onlyRollups] as const),
  ...["total", "unclamped", "band"].map((name) => [name, onlyLater] as const),
  ...["rank", "rules", "awards", "alerts"].map((name) => [name, onlyOfPeriods] as const),
  ...["raw", "full"].map((name) => [name, onlyScores] as const),
  ["state", onlyAwards],
  ["recent", onlyBack],
]);
