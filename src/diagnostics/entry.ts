import type { Bilingual } from "../text/bilingual.ts";

export type Severity = "error" | "warning" | "note";

/**
 * What an error keeps from being used: the row it is about, the file it is about, or everything, so that nothing is computed even
 * with `--keep-going`. Warnings and notes stop nothing, nor do errors that only make a command fail in the end.
 */
export type Stops = "nothing" | "row" | "file" | "everything";

/** One entry of the catalogue. `{name}` in a text stands for the parameter `name`; both languages use the same ones. */
export interface Entry {
  /** The file in `messages/`, and the page in `docs/diagnostics/`, that describe it. */
  readonly family: string;
  readonly severity: Severity;
  readonly stops: Stops;
  /** Wrong usage of the command line (exit code 2), rather than a failure (1). */
  readonly isUsage: boolean;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
}
