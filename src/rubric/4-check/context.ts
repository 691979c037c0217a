import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Places } from "../1-read/places.ts";
import type { Rubric } from "../2-shape/rubric.ts";
import type { Expressions } from "../3-facts/expressions.ts";
import type { Outline } from "../3-facts/outline.ts";

/** What a check looks at. Checks only report; what they compile on the way is kept in `expressions` for the plan. */
export interface Context extends Outline {
  readonly rubric: Rubric;
  readonly places: Places;
  readonly diagnostics: Diagnostics;
  readonly expressions: Expressions;
}

/** One question about a rubric. It reports every mistake of its kind and none of another check's. */
export type Check = (context: Context) => void;
