import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Findings } from "../diagnostics/findings.ts";
import { findings } from "../diagnostics/findings.ts";
import type { TestedRubric } from "./outcome.ts";

/** Of one code, so that a file with every result wrong tells enough of them. */
const mostFindings = 200;

/** What is wrong with rubrics and their tests, for reports that know findings only: each figure that came out otherwise is one. */
export function findingsOf(rubrics: readonly TestedRubric[]): Findings {
  const failed = createDiagnostics(mostFindings);
  const outcomes = rubrics.flatMap((rubric) => rubric.outcomes);
  for (const { name, place, differences } of outcomes) {
    for (const difference of differences) failed.report("R969", { name, ...difference }, place);
  }
  return findings(...[...rubrics, ...outcomes].map(({ problems }) => problems), failed);
}
