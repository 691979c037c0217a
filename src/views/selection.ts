import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Report, Result, Results } from "../model/report.ts";
import type { JsonObject } from "./json-values.ts";
import { heads } from "./words.ts";

/** What an output shows of a report. Ranks, quotas and counts are of everybody all the same. */
export interface Selection {
  /** Ids of areas, items and columns to print besides the usual ones. */
  readonly columns?: readonly string[];
  /** Ids of areas, items and columns to leave out. */
  readonly without?: readonly string[];
  /** Names of columns of the sheets that the rubric does not use, to print all the same. */
  readonly kept?: readonly string[];
  /** Keys by period; absent: everybody. */
  readonly subjects?: Chosen;
  /** Leave out on which sheet rows results rest: the order of a sheet says who somebody is. */
  readonly withoutRows?: true;
  /** How each result came about, in outputs that can hold it. */
  readonly trace?: Trace;
}
type Trace = (period: PeriodReport, result: Result) => JsonObject;

/** What is printed or written: the report, perhaps with codes, and which part of it. */
export interface View {
  readonly report: Report;
  readonly selection: Selection;
}

/** The keys of some subjects, by period. */
export type Chosen = ReadonlyMap<string, ReadonlySet<string>>;

export const isShown = (period: string, key: string, { subjects }: Selection): boolean =>
  !subjects || subjects.get(period)?.has(key) === true;

/** The results that are printed, in ranking order. */
export const shownResults = ({ period, results }: PeriodReport, selection: Selection): Results =>
  selection.subjects ? [...results].filter(({ key }) => isShown(period, key, selection)) : results;

/** `Hiển thị: 2/30`, where not everybody is shown: the counts beside it are of everybody. */
export function shownCount(plan: Plan, period: PeriodReport, selection: Selection): string | undefined {
  if (!selection.subjects) return undefined;
  return `${heads.shown[plan.language]}: ${shownResults(period, selection).length}/${period.results.length}`;
}
