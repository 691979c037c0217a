import type { MissingPolicy, Units } from "../../model/node.ts";
import type { Rule } from "../../model/stage.ts";
import type { Rounding } from "../../number/rounding.ts";
import type { Subject } from "./subject.ts";

/** A node by its index, or the top level. */
export type At = number | "top";

/** What the children of an area (or of the total) come to, before the area's own min, clamp and bonus. */
export interface Combined {
  /** As they are. */
  readonly exact: Units;
  /** What the area started from; absent: nothing. */
  readonly base?: Units;
  /** Scaled up where a child was skipped, and with the base. */
  readonly score: Units;
  /** What the children that count offer, where their score was scaled up from it to `full`. */
  readonly present?: Units;
  /** The max that is left of the area's own once `skip_total` has taken its part, in units. */
  readonly full: Units;
  readonly removed: Units;
}

/** What the law did with one subject. Scores are in units, bands are indexes. */
export type LawStep =
  /** What the scale of an item gave, then cut to `min` and, for a `value`, to the max. */
  | { readonly kind: "scaled"; readonly at: At; readonly score: Units; readonly cut: Units }
  /** What stood in for a score that was not there. */
  | { readonly kind: "absent"; readonly at: At; readonly policy: MissingPolicy }
  /** Children combined, then cut to `min` and max, then their bonus, then cut to `min` once more. */
  | {
      readonly kind: "joined";
      readonly at: At;
      readonly combined: Combined;
      readonly cut: Units;
      readonly bonus: Units;
      readonly score: Units;
    }
  | { readonly kind: "rounded"; readonly at: At; readonly from: Units; readonly to: Units; readonly rounding: Rounding }
  /** `zero_if` took the score. */
  | { readonly kind: "zeroed"; readonly at: At; readonly from: Units }
  /** The total: as it came, cut to 0..max, rounded. */
  | { readonly kind: "total"; readonly exact: Units; readonly cut: Units; readonly total: Units }
  /** A rule with whether its `when` holds (undefined: nobody can tell), whether it acts, and the band of its effect. */
  | {
      readonly kind: "rule";
      readonly rule: Rule;
      readonly holds: boolean | undefined;
      readonly acts: boolean;
      readonly band: number | undefined;
      /** What it looked at: other rules may have decided before it. */
      readonly asked: Subject;
    }
  | { readonly kind: "natural"; readonly band: number }
  /** Each requirement of a band that the subject came into. */
  | { readonly kind: "gate"; readonly band: number; readonly met: readonly boolean[] }
  /** Rules (ids) of one effect; a band that is undefined was left open. */
  | {
      readonly kind: "limit";
      readonly effect: "at_least" | "at_most" | "set";
      readonly rules: readonly string[];
      readonly from: number | undefined;
      readonly to: number | undefined;
    };

/** Is told each step as it is taken. Where nobody listens nothing is told, which costs nothing. */
export type Trace = (step: LawStep) => void;
