import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { SheetInput } from "../sheet/4-rows/sheet-input.ts";
import type { PastFolder } from "../sheet/lists/read-history.ts";
import type { Bilingual } from "../text/bilingual.ts";

/** The files that tests may name: those below the folder of the rubric file in which a test stands. */
export interface TestFiles {
  /** `path` is seen from the folder of `from`, the file that names it. */
  find(path: string, from: string): Promise<Found<{ readonly kind: "file"; readonly input: SheetInput }>>;
  /** The results of earlier runs in a folder and below it; those that cannot be trusted are reported. */
  past(path: string, from: string, diagnostics: Diagnostics): Promise<Found<FoundPast>>;
  /** Replaces a file's content; the reason if that fails. */
  write(path: string, from: string, lines: Iterable<string>): Promise<Bilingual | undefined>;
}

/** What a path leads to, or why to nothing. */
export type Found<F> =
  | F
  /** `name`: the path as it is printed. */
  | { readonly kind: "absent"; readonly name: string; readonly suggestion: string | undefined }
  | { readonly kind: "outside" }
  | { readonly kind: "unreadable"; readonly name: string; readonly reason: Bilingual };

interface FoundPast {
  readonly kind: "folder";
  readonly name: string;
  readonly folders: readonly PastFolder[];
}
