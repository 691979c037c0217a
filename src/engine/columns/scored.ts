import type { Period } from "../../period/period.ts";
import type { ClassedSubject } from "../law/result.ts";
import type { PreparedStage } from "../stage.ts";
import type { PlainResults } from "./plain-results.ts";
import type { Roster } from "./roster.ts";
import type { Scoring } from "./scoring.ts";

/** A period whose totals and bands by points are known. */
export interface Scored<R extends Roster> {
  readonly prepared: PreparedStage;
  readonly period: Period;
  readonly roster: R;
  readonly scoring: Scoring<R>;
  /** The law's own word on one row, before quotas. */
  judge(row: number): ClassedSubject;
  /** Absent where only the law knows what is said of a row. */
  readonly plain?: PlainResults | undefined;
  /** Lets go of what scores are made of, but for marked rows. */
  forgetScores(): void;
}
