import type { Exact } from "../number/exact.ts";
import type { CellValue, ColumnValues } from "./column.ts";
import type { Decision } from "./given.ts";
import type { Units } from "./node.ts";
import type { People } from "./people.ts";
import type { Plan } from "./plan.ts";
import type { Reason } from "./reason.ts";
import type { NodeState, Row } from "./row.ts";

/** The one result of a computation: every output prints this object. */
export interface Report {
  readonly plan: Plan;
  /** In order of time; a longer period after the last of its parts. */
  readonly periods: readonly PeriodReport[];
  /** Files with results of earlier runs that were taken; absent: none. */
  readonly past?: readonly string[];
  /** Longer periods that are not computed, as some of their parts are not there and nobody asked for them; absent: none. */
  readonly waiting?: readonly Waiting[];
}

export interface Waiting {
  readonly period: string;
  /** The parts that are not there. */
  readonly missing: readonly string[];
}

export interface PeriodReport {
  /** Canonical name: `2026-Q1`. */
  readonly period: string;
  /** 0 for the rows' own period, else 1 + index into `plan.rollups`. */
  readonly stage: number;
  readonly provisional: boolean;
  /** In ranking order. */
  readonly results: Results;
  /** Of many people they are told anew each time: that takes more room than all else that is known of them. */
  readonly quotas: Iterable<QuotaOutcome>;
  readonly awards: readonly AwardOutcome[];
  readonly differences: readonly Difference[];
  /** Of a provisional period. */
  readonly outlook?: Outlook;
}

/** What a provisional period waits for, and where its subjects can still end. */
export interface Outlook {
  /** Names of the sub-periods that are not there, or not whole themselves. */
  readonly missing: readonly string[];
  /** By points alone, as indexes of bands; only of those for whom it can be told. */
  readonly reach: readonly { readonly key: string; readonly worst: number; readonly best: number }[];
}

export type State = "rated" | "not_rated" | "incomplete";
export type Mark = "tie_open" | "provisional" | "decided" | "from_history" | "start_unknown";

/** Results of a period in an order; readers rely on no way of keeping them. */
export interface Results extends Iterable<Result> {
  readonly length: number;
  at(index: number): Result | undefined;
  /** Where results are no objects until somebody asks for one: for outputs that go over all of them. */
  readonly columns?: ResultColumns;
}

/** The results of a period column by column. Nobody of them has decisions; who has awards or alerts is odd. */
export interface ResultColumns {
  readonly people: People;
  /** So many of the numbers of a page are a unit: more than one where parts of a longer period are divided. */
  readonly per: number;
  readonly counts: Readonly<Record<State, number>>;
  groupsBy(within: readonly number[]): ResultGroups;
  /** Of the result at a place, without making all of it. */
  figuresAt(place: number): Figures | undefined;
  /** Places of the results that have to be asked for themselves, see {@link ResultPage}, in order; who has no band is one of them. */
  readonly odd: Int32Array;
  /** Ids of the alerts of the result at a place. */
  alertsAt(place: number): readonly string[];
  /** Nobody asks any more for the scores of those who are not odd: what they are made of is let go. */
  forgetScores(): void;
  /** So many results from a place on; what is given is overwritten by the next call. `nodes`: with the scores of these, ranks and endings. */
  page(from: number, count: number, nodes?: readonly number[]): ResultPage;
}

/** Groups of the results that share the values of some columns. */
export interface ResultGroups {
  readonly values: readonly (readonly CellValue[])[];
  /** By place in a page the number of each result's group; it is overwritten by the next page. */
  of(page: ResultPage): Int32Array;
}

/** Some results in ranking order, as columns. */
export interface ResultPage {
  readonly count: number;
  /** Numbers of {@link People}. */
  readonly profiles: Int32Array;
  /** 0: none. */
  readonly ranks: Int32Array;
  /** Equal for results that are equal in class, reason and marks. */
  readonly endings: Int32Array;
  /** Index of the band, 255 where there is none. */
  readonly bands: Uint8Array;
  /** Nothing where there is no band. */
  readonly totals: Int32Array;
  /** 1 for a result that has to be asked for itself: its scores are not all whole numbers that count, or it says more than its band. */
  readonly odd: Uint8Array;
  /** By node, {@link leftOut} where it does not apply. Those of odd results mean nothing, here and below. */
  readonly nodes: readonly Int32Array[];
  readonly unclamped: Int32Array;
}

/** In place of the score of a node that does not apply to somebody. */
export const leftOut = -0x80000000;

/** Most results of a page. */
export const pageRows = 1024;

/** The results from one place up to another page by page, each with the place of its first; the next one overwrites it. */
export function* pagesOf(
  columns: ResultColumns,
  from: number,
  to: number,
  nodes?: readonly number[],
): Generator<readonly [first: number, page: ResultPage]> {
  for (let first = from; first < to; first += pageRows) {
    yield [first, columns.page(first, Math.min(pageRows, to - first), nodes)];
  }
}

/** What one subject scored in one period. */
interface Scored {
  readonly key: string;
  /** By plan column, in the grouping period. */
  readonly columns: ColumnValues;
  /** By node of the stage, in units; `undefined` where it could not be computed (or has no combined value). */
  readonly scores: readonly (Units | undefined)[];
  /** By node: those that were left out have a score of 0; not known of earlier runs. */
  readonly states: readonly NodeState[];
  readonly unclamped: Units | undefined;
  readonly total: Units | undefined;
  /** The rows it rests on (none for a rollup). */
  readonly rows: readonly Row[];
  /** Results of the sub-periods of a rollup, oldest first. */
  readonly parts: readonly Part[];
  /** Of an earlier run: where it stands there. */
  readonly past?: { readonly file: string; readonly line: number };
}

/** With the class that bands, rules, decisions and quotas give. */
export interface Classed extends Scored {
  readonly state: State;
  /** Why it has no class, or another one than its points give. */
  readonly reason: Reason | undefined;
  /** Index of the band. */
  readonly band: number | undefined;
  /** Index of the band by points alone. */
  readonly natural: number | undefined;
  /** Ids of the rules whose `when` held, sorted. */
  readonly rules: readonly string[];
  /** Sorted. */
  readonly marks: readonly Mark[];
  /** Quotas that moved this subject, best band first. */
  readonly moved: readonly Move[];
  /** What the authority decided about this result. */
  readonly decisions?: readonly Decision[] | undefined;
}

/** What one subject got in one period. */
export interface Result extends Classed {
  readonly rank: number | undefined;
  /** Ids, sorted. */
  readonly awards: readonly string[];
  readonly alerts: readonly string[];
}

/** What a longer period counts of a result. */
export type Figures = Pick<Result, "columns" | "scores" | "states" | "unclamped" | "total" | "state" | "marks">;

export interface Part {
  readonly period: string;
  readonly result: Result;
}
export interface Move {
  /** Ids of the quotas without room, sorted. */
  readonly quotas: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** How a quota worked out in one scope. */
export interface QuotaOutcome {
  readonly quota: string;
  /** Values of the `within` columns. */
  readonly scope: readonly CellValue[];
  readonly share?: Exact;
  /** People in the denominator (after the move with `basis: after`). */
  readonly denominator?: number;
  /** How many may hold the band. */
  readonly room: number;
  /**
   * With `basis: after`, where the share of the denominator is more than the room: what both would be if one more stayed,
   * which the room is then too small for.
   */
  readonly oneMore?: { readonly denominator: number; readonly room: number };
  readonly candidates: number;
  readonly kept: number;
  readonly moved: number;
  /** Keys of those who had to leave the band, sorted. */
  readonly leavers: readonly string[];
  /** Keys of the equal candidates at the cut of a tie left open, sorted; `open` is their number. */
  readonly equals: readonly string[];
  readonly open: number;
}

export interface AwardOutcome {
  readonly award: string;
  readonly scope: readonly CellValue[];
  readonly winners: readonly string[];
  /** Candidates of an open tie: given to none of them. */
  readonly open: readonly string[];
  /** How many it is for, where decisions give it to more. */
  readonly exceeded?: number;
}

/** A figure of the office's own that is not ours. */
export interface Difference {
  readonly key: string;
  /** Index of the compared column. */
  readonly column: number;
  readonly row: Row;
  readonly theirs: string;
  readonly ours: string;
  /** What ours is made of: `A 26.7 + B 23.9 = 50.6`. */
  readonly derivation: string;
}

/** Whether a node was skipped or does not apply: it is no 0 to anybody who reads it. */
export function isLeftOut({ states }: Pick<Scored, "states">, node: number): boolean {
  const state = states[node];
  return state === "none" || state === "skip_area" || state === "skip_total";
}

/** A band that the authority decided is nobody's to move. */
export const hasDecidedBand = ({ decisions }: Pick<Classed, "decisions">): boolean =>
  decisions?.some(({ action }) => action === "set_band") === true;

/** Whether the authority gives an award to somebody, or refuses it. */
export const isAwardDecided = (
  { decisions }: Pick<Classed, "decisions">,
  action: "award" | "no_award",
  award: string,
): boolean => decisions?.some((decision) => decision.action === action && decision.value === award) === true;
