import type { Exact } from "../number/exact.ts";
import type { CellValue } from "./column.ts";
import type { Condition, Input } from "./derivation-scores.ts";
import type { Move, QuotaOutcome, Result } from "./report.ts";
import type { Alert, Award, Quota, Rule, SortKey } from "./stage.ts";

/** How the band came about before the quotas. */
export interface Classing {
  /** Absent without a total. */
  readonly natural?: Natural;
  /** What moved the band afterwards, in the order in which it did. */
  readonly path: readonly PathStep[];
  readonly rules: readonly RuleStep[];
}

/** The band by points alone. */
export interface Natural {
  readonly band: number;
  /** Points above its lower bound; absent for the last band. */
  readonly spare?: Exact;
  /** Points that lack to the band above; absent for the first. */
  readonly lacking?: Exact;
}

export type PathStep =
  /** The `require` of a band that the subject came into. */
  | {
      readonly kind: "gate";
      readonly band: number;
      readonly conditions: readonly Condition[];
      readonly met: boolean;
    }
  /** Rules of one effect; `to` is `from` where they changed nothing. Without `from` the band was left open. */
  | {
      readonly kind: "at_least" | "at_most" | "set";
      readonly rules: readonly string[];
      readonly from?: number;
      readonly to?: number;
    };

export interface RuleStep {
  readonly rule: Rule;
  readonly when: Condition;
  readonly acts: boolean;
  /** Why a rule that holds does not act: a decision exempts from it, or it acted on this offence before. */
  readonly rests?: "decision" | "once";
  /** The band of its effect; absent for `not_rated`, or where its expression has no value. */
  readonly band?: number;
  /** What the expression of its band read, where it has one. */
  readonly inputs?: readonly Input[];
}

/** A quota in the scope of the subject. */
export interface QuotaStep {
  readonly quota: Quota;
  readonly outcome: QuotaOutcome;
  readonly scope: readonly ScopeValue[];
  /** How the subject left it; absent: kept the band. */
  readonly moved?: Move;
  /** Whether it was for lack of room in this very scope. */
  readonly blocking: boolean;
  /** Left open for the authority, equal with others at the cut. */
  readonly open: boolean;
  /** Candidates in order around the cut, with the subject. */
  readonly candidates: readonly CandidateStep[];
}

export interface CandidateStep {
  /** Place in the whole list, from 0. */
  readonly index: number;
  /** From 1; equal candidates share it. */
  readonly position: number;
  readonly result: Result;
  readonly kept: boolean;
  readonly isSubject: boolean;
  /** What the order looks at. */
  readonly keys: readonly KeyValue[];
}

export interface KeyValue {
  readonly key: SortKey;
  /** Points, or the number of a column; a band is its index. */
  readonly value?: Exact;
}

export interface ScopeValue {
  readonly column: number;
  readonly value: CellValue;
}

export interface RankStep {
  readonly scope: readonly ScopeValue[];
  readonly rank: number;
  /** How many in the group have a rank. */
  readonly of: number;
  /** Others with the same rank. */
  readonly equals: number;
  readonly keys: readonly KeyValue[];
}

export interface AwardStep {
  readonly award: Award;
  /** `candidate`: its condition holds, and others came first. */
  readonly outcome: "won" | "open" | "candidate" | "no_candidate";
  readonly when?: Condition;
  /** Years in a row with the band, where the award is for them. */
  readonly streak?: Streak;
  /** Awards that he holds or may hold, for which this one passes him over. */
  readonly passed?: readonly string[];
}

export interface AlertStep {
  readonly alert: Alert;
  readonly when: Condition;
}

/** How long a subject has held a band or a better one, in adjacent years that end with this one. */
export interface Streak {
  /** Years with the band; skipped ones count as none. */
  readonly years: number;
  /** It reaches back to the first year of which anything is known, so it may be longer. */
  readonly startUnknown: boolean;
  /** A result of an earlier run is part of it. */
  readonly fromHistory: boolean;
}
