import type { Basis } from "../archive/basis.ts";
import type { Source } from "../text/source.ts";

/** The files of a rubric and the values given to it, which diagnostics point into. */
export const rubricSources = ({
  rubric,
  library,
  set,
}: Pick<Basis, "rubric" | "library" | "set">): readonly Source[] => [
  rubric,
  ...library.files(),
  ...set.map(({ value }) => value),
];
