import type { Fields, Table } from "../expression/tree.ts";
import type { Days } from "../period/date.ts";
import { compareText } from "../text/order.ts";
import type { Place } from "../text/source.ts";
import type { ColumnValues } from "./column.ts";
import type { Units } from "./node.ts";
import type { NodeState } from "./row.ts";

/** What is given beside the score sheets: decisions of the authority and results of earlier runs. */

/** `exempt` and `rate` act before the rules, `set_band` and `not_rated` before quotas, `award` and `no_award` after awards. */
export const decisionActions = ["was", "exempt", "rate", "set_band", "not_rated", "award", "no_award"] as const;
export type DecisionAction = (typeof decisionActions)[number];

/** One line of a decisions file, sound in itself: its period, band, rule or award exist. */
export interface Decision {
  /** Key texts joined by `joinKey`. */
  readonly key: string;
  /** Canonical name. */
  readonly period: string;
  readonly action: DecisionAction;
  /** The id of a rule, band or award; the former key (`was`); empty otherwise. */
  readonly value: string;
  /** `rate` with a value: the total that another body gave, in units. */
  readonly total?: Units;
  readonly reason: string;
  readonly authority: string;
  /** As written; empty where it is not stated. */
  readonly date: string;
  /** Where it stands; `ordinals` (from 1) of the file's columns by name. */
  readonly file: string;
  readonly line: number;
  readonly ordinals: ReadonlyMap<string, number>;
}

/** Decisions in the order in which they act, then by value: that of the files, and of their rows, says nothing. */
export const inOrder = (decisions: readonly Decision[]): readonly Decision[] =>
  decisions.toSorted(
    (a, b) => decisionActions.indexOf(a.action) - decisionActions.indexOf(b.action) || compareText(a.value, b.value),
  );

/** A row that belongs to a time. */
export interface Dated extends Fields {
  /** The days by which it belongs to a period: the first and the last of its time. */
  readonly first: Days;
  readonly last: Days;
  readonly place: Place;
}

/** A row of a log: something that concerns a subject at a time. */
export interface Fact extends Dated {
  /** Key texts joined by `joinKey`. */
  readonly key: string;
}

/** A table as expressions see it in a period, by the name of that. */
export interface GivenTable {
  in(period: string): Table;
  /** Its rows, where they are of periods. */
  readonly dated?: readonly Dated[];
}

/** One result of an earlier run. */
export interface PastResult {
  readonly key: string;
  /** By plan column; undefined where the earlier results have none. */
  readonly columns: ColumnValues;
  /** By node of the stage, in units; undefined where the earlier results do not tell. */
  readonly scores: readonly (Units | undefined)[];
  /** By node: what was left out is known of the top level alone. */
  readonly states: readonly NodeState[];
  readonly unclamped: Units | undefined;
  readonly total: Units | undefined;
  readonly state: "rated" | "not_rated" | "incomplete";
  readonly reason: string;
  /** Index into the bands of the stage. */
  readonly band: number | undefined;
  readonly rank: number | undefined;
  readonly rules: readonly string[];
  readonly awards: readonly string[];
  readonly alerts: readonly string[];
  readonly line: number;
}

/** The results of one period of an earlier run. */
export interface PastPeriod {
  /** Canonical name. */
  readonly period: string;
  /** The file they stand in. */
  readonly file: string;
  readonly results: readonly PastResult[];
}
