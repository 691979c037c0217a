import type { Bilingual } from "../text/bilingual.ts";

/** What `score explain CODE` tells about a diagnostic. */
export interface Explanation {
  /** What to do, where the hint depends on the case alone or there is none. */
  readonly advice?: Bilingual;
  /** Why this is refused or worth a word, in a few sentences. */
  readonly why: Bilingual;
  readonly bad: Example;
  readonly fixed: Example;
}

/**
 * Files by name, as they stand in `messages/`: `rubric.yaml` may be a fragment there. `argv` is the command,
 * `compute rubric.yaml sheet.csv` unless given.
 */
export interface Example {
  readonly argv?: string;
  readonly [file: string]: string | undefined;
}
