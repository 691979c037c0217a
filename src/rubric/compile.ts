import { entryOf } from "../diagnostics/catalogue.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { createDiagnostics, reportingBy } from "../diagnostics/diagnostic.ts";
import type { RubricGiven } from "../model/library.ts";
import type { Plan } from "../model/plan.ts";
import type { Source } from "../text/source.ts";
import type { Seen } from "./1-read/entries.ts";
import { nothingSeen } from "./1-read/entries.ts";
import type { Places } from "./1-read/places.ts";
import { composeRubric } from "./2-shape/compose/compose.ts";
import { withOwnPaths } from "./2-shape/compose/paths.ts";
import { writeTree } from "./2-shape/compose/write.ts";
import type { Rubric } from "./2-shape/rubric.generated.ts";
import { shapeDocument } from "./2-shape/shape-document.ts";
import { checkRubric } from "./4-check/index.ts";
import { buildPlan } from "./5-plan/build-plan.ts";

/** A sound rubric: what is computed, and the text it came from, for those who speak about the file itself. */
export interface OpenRubric {
  readonly plan: Plan;
  readonly rubric: Rubric;
  readonly places: Places;
}

/** A rubric without mistakes. What an abstract one leaves out is known only where another extends it. */
export type Validated =
  /** Its plan is built for those who ask. */
  { readonly kind: "whole"; plan(): Plan } | { readonly kind: "abstract"; readonly rubric: Rubric };

/** From the text of a rubric to its plan; each step runs only when the one before it left something to judge. */
export const compileRubric = (source: Source, diagnostics: Diagnostics, given?: RubricGiven): Plan | undefined =>
  openRubric(source, diagnostics, given)?.plan;

/** The plan of what a rubric extends, as it is without the differences; undefined where it extends none or that cannot stand alone. */
export function compileBase(source: Source, given: RubricGiven): Plan | undefined {
  return unlessWrong(createDiagnostics(), (diagnostics) => {
    const composed = composeRubric(source, given, diagnostics, "base");
    const shaped = composed && shapeDocument(composed, diagnostics);
    return shaped && wholeRubric(shaped, diagnostics)?.plan;
  });
}

/** The same, with the file itself: for tests inside the rubric and for the proofs. */
export function openRubric(source: Source, told: Diagnostics, given?: RubricGiven): OpenRubric | undefined {
  return unlessWrong(told, (diagnostics) => {
    const shaped = shapeRubric(source, diagnostics, given);
    if (!shaped?.rubric.abstract) return shaped && wholeRubric(shaped, diagnostics);
    diagnostics.report("R869", {}, shaped.places.key(shaped.rubric, "abstract"));
    return undefined;
  });
}

/** What the steps give, unless one of them reported an error after which the next could go on. */
function unlessWrong<T>(outer: Diagnostics, steps: (diagnostics: Diagnostics) => T | undefined): T | undefined {
  let isWrong = false;
  const result = steps(
    reportingBy(outer, (code, ...rest) => {
      isWrong ||= entryOf(code).severity === "error";
      outer.report(code, ...rest);
    }),
  );
  return isWrong ? undefined : result;
}

/** The same for tests, which run where another rubric extends an abstract one. */
export function openTested(
  source: Source,
  diagnostics: Diagnostics,
  given: RubricGiven,
): OpenRubric | "abstract" | undefined {
  const shaped = shapeRubric(source, diagnostics, given);
  return shaped?.rubric.abstract ? "abstract" : shaped && wholeRubric(shaped, diagnostics);
}

/** The same, where an abstract rubric is welcome too. */
export type Validate = (source: Source, diagnostics: Diagnostics, given: RubricGiven) => Validated | undefined;

/** For many rubrics in a run: what several of them have in common is read, put together and checked once. */
export function validator(): Validate {
  const seen = nothingSeen();
  return (source, diagnostics, given) => {
    const told = createDiagnostics();
    const sound = validated(source, told, given, seen);
    // What was read in another file would be told of that one.
    return told.list.length === 0 ? sound : validated(source, diagnostics, given);
  };
}

function validated(source: Source, told: Diagnostics, given: RubricGiven, seen?: Seen): Validated | undefined {
  return unlessWrong(told, (diagnostics) => {
    const shaped = shapeRubric(source, diagnostics, given, seen);
    if (shaped?.rubric.abstract) return { kind: "abstract", rubric: shaped.rubric };
    const facts = shaped && checkRubric(shaped.rubric, shaped.places, diagnostics);
    return facts && { kind: "whole", plan: () => buildPlan(facts) };
  });
}

/** The text of a rubric with all that it takes from other files in its place; undefined, with a diagnostic, where it is wrong. */
export function composedText(source: Source, told: Diagnostics, given: RubricGiven = {}): string | undefined {
  return unlessWrong(told, (diagnostics) => {
    const composed = composeRubric(source, given, diagnostics);
    return composed && writeTree(withOwnPaths(composed.root, source.name));
  });
}

type Shaped = Omit<OpenRubric, "plan">;

function shapeRubric(
  source: Source,
  diagnostics: Diagnostics,
  given: RubricGiven = {},
  seen?: Seen,
): Shaped | undefined {
  const composed = composeRubric(source, given, diagnostics, "whole", seen);
  return composed && shapeDocument(composed, diagnostics);
}

function wholeRubric(shaped: Shaped, diagnostics: Diagnostics): OpenRubric | undefined {
  const facts = checkRubric(shaped.rubric, shaped.places, diagnostics);
  return facts && { plan: buildPlan(facts), ...shaped };
}
