import type { Bilingual } from "../text/bilingual.ts";
import type { Source } from "../text/source.ts";
import type { Plan } from "./plan.ts";

/** Where a rubric finds the files that it names. The same file is always the same `Source`. */
export interface Library {
  /** @param path as written in `from`, seen from the folder of that file */
  find(path: string, from: Source): FoundSource;
}

/** `name`: the path as it is printed. */
export type FoundSource =
  | { readonly kind: "file"; readonly source: Source }
  | { readonly kind: "absent"; readonly name: string; readonly suggestion?: string | undefined }
  /** Not below the root of the project. `target`: where a link leads; `inside`: what an absolute path is from the folder of the file that names it. */
  | { readonly kind: "outside"; readonly root: string; readonly target?: string; readonly inside?: string }
  | { readonly kind: "unreadable"; readonly name: string; readonly reason: Bilingual };

/** Of a rubric that comes alone. */
export const noLibrary: Library = { find: (name) => ({ kind: "absent", name }) };

/** A value for a parameter, given beside a rubric: the text of a YAML value. */
export interface Setting {
  readonly name: string;
  readonly value: Source;
}

/** What a rubric is compiled with. */
export interface RubricGiven {
  readonly library?: Library;
  readonly set?: readonly Setting[];
}

/** Plans of rubrics that were compiled before, with the same files and values. */
export interface PlanCache {
  recall(rubric: Source, given: RubricGiven): Plan | undefined;
  keep(rubric: Source, given: RubricGiven, plan: Plan): void;
}
