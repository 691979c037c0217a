import type { Expression } from "../expression/tree.ts";
import type { Exact } from "../number/exact.ts";
import type { Bilingual } from "../text/bilingual.ts";
import type { Decision } from "./given.ts";

/** Why a subject has no class, or another one than its points give. */
export type Reason =
  | { readonly kind: "missing_scores"; readonly ids: readonly string[] }
  | { readonly kind: "nothing_applies" }
  /** The `score` of a rollup is an expression that comes to nothing here. */
  | { readonly kind: "no_value" }
  | { readonly kind: "left_open"; readonly band: Bilingual }
  | { readonly kind: "too_few_ratings"; readonly accepted: number; readonly needed: number }
  | {
      readonly kind: "too_few_for_items";
      readonly items: readonly { readonly id: string; readonly given: number }[];
      readonly needed: number;
    }
  | { readonly kind: "incomplete_ratings"; readonly owing: number; readonly accepted: number }
  /** Without `ids`: the role scored nothing at all. */
  | {
      readonly kind: "missing_roles";
      readonly roles: readonly { readonly role: string; readonly ids?: readonly string[] }[];
    }
  /** Totals of raters, in points, that lie further apart than `most`: the lowest and the highest. */
  | {
      readonly kind: "spread";
      readonly raters: readonly { readonly rater: string; readonly total: Exact }[];
      readonly most: Exact;
    }
  | { readonly kind: "several"; readonly reasons: readonly Reason[] }
  | { readonly kind: "broken_row"; readonly code: string }
  /** The row holds nothing but the key. */
  | { readonly kind: "blank_row" }
  | {
      readonly kind: "moved";
      readonly moves: readonly {
        readonly quotas: readonly Bilingual[];
        readonly from: Bilingual;
        readonly to: Bilingual;
      }[];
    }
  /** A band whose requirements are not met, and where that leads. */
  | {
      readonly kind: "unmet";
      readonly band: Bilingual;
      readonly requirements: readonly Expression[];
      readonly to: Bilingual;
    }
  /** The rules that changed the band, by one effect. */
  | {
      readonly kind: "ruled";
      readonly effect: "at_least" | "at_most" | "set";
      readonly rules: readonly Bilingual[];
      readonly to: Bilingual;
    }
  /** Rules that say `not_rated`, in their own words. */
  | { readonly kind: "rules"; readonly reasons: readonly string[] }
  | { readonly kind: "incomplete_periods"; readonly periods: readonly string[] }
  | {
      readonly kind: "blocking_periods";
      /** `absent`: without any result; otherwise with one that is not rated. */
      readonly periods: readonly { readonly name: string; readonly absent: boolean }[];
    }
  | { readonly kind: "no_weight"; readonly periods: readonly string[] }
  | { readonly kind: "periods_without_total"; readonly periods: readonly string[] }
  /** What the authority decided, behind the reason that there is without it. */
  | { readonly kind: "decided"; readonly decisions: readonly Decision[]; readonly before?: Reason | undefined }
  | { readonly kind: "too_few_periods"; readonly rated: number; readonly atLeast: number }
  /** In the words of an earlier run. */
  | { readonly kind: "past"; readonly text: string };

/** Several reasons as one. */
export const together = (reasons: readonly Reason[]): Reason | undefined =>
  reasons.length > 1 ? { kind: "several", reasons } : reasons[0];
