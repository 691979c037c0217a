import type { Bilingual } from "../text/bilingual.ts";
import type { Phrase } from "../text/phrase.ts";
import { phrase } from "../text/phrase.ts";
import type { OccasionKind } from "./occasions.ts";
import type { Verdict } from "./outcome.ts";

export const verdicts: Readonly<Record<Verdict, Bilingual>> = {
  passed: phrase("passed"),
  failed: phrase("failed"),
  broken: phrase("could not be run"),
};

/** What the tests leave out. */
export const neverSeen = {
  rule: "no test fires the rule {id}",
  band: "no test reaches the band {id}",
  require: "every test meets the requirement of {id}",
  level: "no test gives the level {id}",
  quota: "the quota {id} moves nobody in any test",
  award: "no test gives the award {id}",
  alert: "no test raises the alert {id}",
} as const satisfies Record<OccasionKind, Phrase>;

export const heads = {
  expected: phrase("expected"),
  found: phrase("found"),
  written: phrase("written"),
  coverage: phrase("coverage"),
} as const satisfies Record<string, Bilingual>;
