import type { Rule, Stage } from "../model/stage.ts";
import type { Exact } from "../number/exact.ts";
import type { Open } from "./attainable.ts";
import type { Case } from "./cases.ts";
import type { Limit } from "./situations.ts";

/** What is true of a rubric whatever the sheets hold, or cannot be told without them. Totals are in units. */
export type Proof =
  | { readonly kind: "totals"; readonly count: number; readonly least: Exact; readonly most: Exact }
  /** Where the totals of some cases are not those of all. */
  | {
      readonly kind: "totals_where";
      readonly where: readonly Case[];
      readonly count: number;
      readonly least: Exact;
      readonly most: Exact;
    }
  /** Nobody can say which totals there are, but none lies beyond these. */
  | { readonly kind: "totals_within"; readonly least: Exact; readonly most: Exact }
  | { readonly kind: "beyond_max"; readonly below: boolean; readonly above: boolean }
  /**
   * `where`: in these cases, absent in all. `nearest`: the greatest total below it, from which on it would be reached; absent: there
   * is none, or it is not known. `most`: where only the ends are known, what no total is above.
   */
  | {
      readonly kind: "no_total_in";
      readonly band: number;
      readonly where?: readonly Case[];
      readonly nearest?: Exact;
      readonly most?: Exact;
    }
  /** What it requires can never be. */
  | {
      readonly kind: "never_met";
      readonly stage: Stage;
      readonly band: number;
      readonly text: string;
      readonly limit?: Limit;
    }
  | { readonly kind: "no_total_at"; readonly band: number; readonly from: Exact; readonly next: Exact }
  | { readonly kind: "never_decides"; readonly item: string }
  | { readonly kind: "always"; readonly stage: Stage; readonly rule: Rule }
  | { readonly kind: "never"; readonly stage: Stage; readonly rule: Rule; readonly limit?: Limit }
  | {
      readonly kind: "contradict";
      readonly stage: Stage;
      readonly rules: readonly [Rule, Rule];
      readonly certain: boolean;
    }
  /** What a better score can turn against somebody. */
  | { readonly kind: "falls"; readonly stage: Stage; readonly part: Part; readonly text: string }
  | { readonly kind: "undecided"; readonly what: Undecided };

/** The part of a rubric that a proof is about. */
export interface Part {
  readonly kind: "band" | "rule" | "node";
  readonly id: string;
}
export type Undecided =
  | { readonly kind: "totals"; readonly because: Open }
  | { readonly kind: "rule"; readonly rule: Rule }
  | { readonly kind: "trend"; readonly stage: Stage; readonly part: Part; readonly text: string };
