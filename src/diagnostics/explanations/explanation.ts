import type { Bilingual } from "../../text/bilingual.ts";

/** What `score explain CODE` tells about a diagnostic. */
export interface Explanation {
  /** Why this is refused or worth a word, in a few sentences. */
  readonly text: Bilingual;
  readonly bad: Example;
  readonly fixed: Example;
}

/**
 * Files by name. `rubric.yaml` is a fragment: its top-level keys replace those of {@link baseRubric}, unless it begins
 * with `schema:` (then it is whole). Files not given are {@link baseRubric} and {@link baseSheet}. `argv` is the command,
 * `compute rubric.yaml sheet.csv` unless given.
 */
export interface Example {
  readonly "rubric.yaml"?: string;
  readonly "sheet.csv"?: string;
  readonly argv?: string;
  /** Further files; bytes that are no UTF-8 are written as `\xNN` escapes in a text that begins with `bytes:`. */
  readonly [file: string]: string | undefined;
}

/** A whole rubric, as small as can be. */
export const baseRubric = `schema: 1
id: example
version: "1"
language: en
period: quarter
missing: incomplete
subject: { key: code, name: full_name }
areas:
  - { id: A, max: 100 }
total: { max: 100, clamp: false }
bands:
  - { id: good, title: Good, from: 50 }
  - { id: poor, title: Poor }
`;

export const baseSheet = `code,full_name,period,A
001,An,2026-Q1,80
`;
