import type { Basis, RubricFile } from "../archive/basis.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { givenSettings } from "../inputs/given-settings.ts";
import { readWrittenRubric } from "../inputs/read-rubric.ts";
import { createLibraries } from "../inputs/rubric-library.ts";
import type { Plan } from "../model/plan.ts";
import { compileRubric } from "../rubric/compile.ts";
import type { Source } from "../text/source.ts";
import { rubricSources } from "./rubric-sources.ts";
import type { Session } from "./session.ts";

/** A rubric as somebody wrote it. */
interface GivenRubric {
  readonly rubric: RubricFile;
  readonly library: Basis["library"];
  /** Undefined after an error. */
  readonly plan: Plan | undefined;
  /** What diagnostics point into. */
  readonly sources: readonly Source[];
}

/** Compiles the rubric that a command names first; undefined, with a diagnostic, where it cannot be read. */
export async function compileGiven(
  { io, flags, operands }: Session,
  diagnostics: Diagnostics,
): Promise<GivenRubric | undefined> {
  const [name = ""] = operands;
  const rubric = await readWrittenRubric(name, io, diagnostics);
  const set = givenSettings(flags.set, diagnostics);
  if (!rubric) return undefined;
  const library = createLibraries(flags.root)(name);
  const plan = diagnostics.hasErrors ? undefined : compileRubric(rubric, diagnostics, { library, set });
  return { rubric, library, plan, sources: rubricSources({ rubric, library, set }) };
}
