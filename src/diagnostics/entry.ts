import type { Bilingual } from "../text/bilingual.ts";

export type Severity = "error" | "warning" | "note";

/** One entry of the catalogue. `{name}` in a text stands for the parameter `name`; both languages use the same ones. */
export interface Entry {
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
}
