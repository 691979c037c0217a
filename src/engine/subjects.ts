import type { Code, Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Units } from "../model/node.ts";
import type { Plan } from "../model/plan.ts";
import type { Result } from "../model/report.ts";
import type { Row, RowHead } from "../model/row.ts";
import type { Period } from "../period/period.ts";
import type { ClassedSubject, Obstacle } from "./law/result.ts";
import { makeClassed, stateBefore } from "./law/result.ts";
import type { Work } from "./law/work.ts";
import { takeDecidedTotal } from "./law/work.ts";
import type { PreparedStage } from "./stage.ts";

/** Takes the rows of all periods in any order and gives the subjects of each period, scored. */
export interface Subjects {
  add(row: Row): void;
  /** Takes a row that was left out for a mistake in it: another one of its subject, or rater, contradicts it all the same. */
  addBroken(row: RowHead): void;
  /** After the last row: what could not be judged before. */
  close(): void;
  /** Names of the periods that have rows. */
  periods(): Iterable<string>;
  /** Called once for each period, in the order of time: the results of those before are final. */
  scored(period: Period): readonly ScoredRows[];
}

/** What the rows of one subject in one period come to, by the items and the total of the rubric itself. */
export interface ScoredRows extends Pick<Result, "key" | "rows"> {
  readonly work: Work;
  /** Why there is no total; absent where there is one. */
  readonly obstacle: Obstacle | undefined;
}

export type CreateSubjects = (
  plan: Plan,
  stage: PreparedStage,
  diagnostics: Diagnostics,
  options: SubjectOptions,
) => Subjects;

export interface SubjectOptions {
  /** Whether all the rows of a subject stand in its results, or the first alone. */
  keepRows(key: string): boolean;
  /** Told of a row that contradicts another of its subject or its rater, or may not be: `code` is what was reported. */
  onContradiction(row: Pick<Row, "key" | "period">, code: Code): void;
  /** Code of the mistake for which a row of a subject was left out; undefined where there is none. */
  brokenBy(row: Pick<Row, "key" | "period">): Code | undefined;
  /** Is shown every rating as it comes. */
  readonly onRating: ((rating: SeenRating) => void) | undefined;
}

/** One row of a rubric with `ratings`. */
export interface SeenRating {
  readonly row: Row;
  readonly rater: string;
  readonly isAccepted: boolean;
  /** The rater's own total before clamp and rounding, in units; absent where a score is missing or it is not accepted. */
  readonly total: Units | undefined;
}

/** The class of a subject by what its rows come to, before quotas. */
export function classedByRows(
  { stage, classify, standingOf }: PreparedStage,
  period: Period,
  { key, rows, work, obstacle }: ScoredRows,
): ClassedSubject {
  const from = { key, rows, parts: [] };
  const standing = standingOf(period, from, work.columns);
  takeDecidedTotal(work, standing?.decidedTotal);
  const lack = work.total === undefined ? obstacle : undefined;
  const subject = { work, state: stateBefore(work, lack), standing };
  return { subject, classed: makeClassed(stage, work, classify(subject), lack, from) };
}

/** What the rows said of one subject in one period: periods, then keys. */
export type PerSubject<T> = Map<string, Map<string, T>>;

/** Or was it left out? */
export const isSound = (row: RowHead): row is Row => "cells" in row;

/** What is known of the subject of `row`, begun with `start` when it is new. */
export function entryOf<T>(all: PerSubject<T>, row: Pick<Row, "key" | "period">, start: () => T): T {
  const period = all.get(row.period) ?? new Map<string, T>();
  all.set(row.period, period);
  const known = period.get(row.key);
  if (known !== undefined) return known;
  const entry = start();
  period.set(row.key, entry);
  return entry;
}

/** Ids of the items whose missing scores leave the subject without a total. */
export const missingItems = ({ stage }: Plan, work: Work): readonly string[] =>
  stage.nodes.filter((node, i) => node.body.kind === "item" && work.states[i] === "missing").map(({ id }) => id);
