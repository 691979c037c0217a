import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Plan } from "../model/plan.ts";
import type { Source } from "../text/source.ts";
import type { Places } from "./1-read/places.ts";
import { readRubric } from "./1-read/read-rubric.ts";
import type { Rubric } from "./2-shape/rubric.generated.ts";
import { shapeRubric } from "./2-shape/shape-rubric.ts";
import { checkRubric } from "./4-check/index.ts";
import { buildPlan } from "./5-plan/build-plan.ts";

/** A sound rubric: what is computed, and the text it came from, for those who speak about the file itself. */
export interface OpenRubric {
  readonly plan: Plan;
  readonly rubric: Rubric;
  readonly places: Places;
}

/** From the text of a rubric to its plan; each step runs only when the one before it had nothing to refuse. */
export const compileRubric = (source: Source, diagnostics: Diagnostics): Plan | undefined =>
  openRubric(source, diagnostics)?.plan;

/** The same, with the file itself: for tests inside the rubric and for the proofs. */
export function openRubric(source: Source, diagnostics: Diagnostics): OpenRubric | undefined {
  const document = readRubric(source, diagnostics);
  const shaped = document && shapeRubric(document, diagnostics);
  if (!shaped) return undefined;
  const facts = checkRubric(shaped.rubric, shaped.places, diagnostics);
  return facts && { plan: buildPlan(facts), rubric: shaped.rubric, places: shaped.places };
}
