import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { Place } from "../text/source.ts";
import type { Coverage } from "./coverage.ts";

/** A rubric and what became of its tests. */
export interface TestedRubric {
  readonly file: string;
  /** Of the rubric itself: with an error there no test was run. */
  readonly problems: Diagnostics;
  readonly outcomes: readonly TestOutcome[];
  /** Its tests run with the rubrics that extend it. */
  readonly isAbstract?: true;
  /** Of all its tests, run or not; absent where it could not be read. */
  readonly names?: readonly string[];
  /** Absent where no test was run, or nobody asked for it. */
  readonly coverage?: Coverage;
}

/** What became of one test: it passed where nothing differs and there was no problem. */
export interface TestOutcome {
  readonly name: string;
  /** Where the test is named in the rubric. */
  readonly place: Place;
  readonly differences: readonly Difference[];
  /** With an error here it could not be run. */
  readonly problems: Diagnostics;
  /** The file of expected results that was rewritten. */
  readonly written?: string;
  /** The period that was chosen for it, where it names none and a formula asks for it. */
  readonly chosen?: string;
}

/** A figure that came out otherwise. */
export interface Difference {
  /** `total`; with sheets `2026-Q1 0101 total`. */
  readonly what: string;
  readonly expected: string | Bilingual;
  readonly found: string | Bilingual;
}

export type Verdict = "passed" | "failed" | "broken";

export function verdictOf({ differences, problems }: TestOutcome): Verdict {
  if (problems.hasErrors) return "broken";
  return differences.length > 0 ? "failed" : "passed";
}
