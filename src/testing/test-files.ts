import type { SheetInput } from "../sheet/4-rows/sheet-input.ts";
import type { Bilingual } from "../text/bilingual.ts";

/** The files that the tests of one rubric may name: those below its folder. */
export interface TestFiles {
  /** `path` is relative to the folder of the rubric. */
  find(path: string): Promise<FoundFile>;
  /** Replaces a file's content; the reason if that fails. */
  write(path: string, lines: Iterable<string>): Promise<Bilingual | undefined>;
}

export type FoundFile =
  | { readonly kind: "file"; readonly input: SheetInput }
  /** `name`: the path as it is printed. */
  | { readonly kind: "absent"; readonly name: string; readonly suggestion: string | undefined }
  | { readonly kind: "outside" }
  | { readonly kind: "unreadable"; readonly name: string; readonly reason: Bilingual };
