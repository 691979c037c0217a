import type { Code } from "../diagnostics/diagnostic.ts";
import type { ColumnValues } from "../model/column.ts";
import { keyParts } from "../model/keys.ts";
import type { Plan } from "../model/plan.ts";
import type { Reason } from "../model/reason.ts";
import { toKey } from "../number/exact.ts";
import type { Period } from "../period/period.ts";
import { compareText } from "../text/order.ts";
import type { ClassedSubject } from "./law/result.ts";
import { makeClassed, stateBefore } from "./law/result.ts";
import { startWork, takeDecidedTotal } from "./law/work.ts";
import type { PreparedStage } from "./stage.ts";

/** A row that leaves its subject incomplete: by a mistake in it, or with nothing but a key. What is known of the subject. */
export interface Broken {
  readonly key: string;
  /** Absent where nobody can tell: the row may be missing in any of the periods. */
  readonly period?: string;
  /** Code of the first mistake; absent where there is none, and nothing besides. */
  readonly code?: Code;
  /** By plan column, those that could be read. */
  readonly columns?: ColumnValues;
}

type ByKey = ReadonlyMap<string, readonly Broken[]>;

/** Gathers the rows that were left out, in any order. */
export interface BrokenRows {
  add(row: Broken): void;
  /** Code of the mistake in a row of a subject, in a period or in one that nobody can tell; undefined where there is none. */
  codeOf(row: Pick<Broken, "key" | "period">): Code | undefined;
  /** Names of the periods that they cover. */
  periods(): Iterable<string>;
  /** Those that leave their subjects incomplete in a period; `given`: the periods that the sheets have rows of. */
  within(period: Period, given: readonly Period[]): ByKey;
}

export function gatherBroken(): BrokenRows {
  const known = new Map<string, Map<string, Broken[]>>();
  const anywhere = new Map<string, Broken[]>();
  return {
    add(row) {
      const byKey = row.period === undefined ? anywhere : (known.get(row.period) ?? new Map<string, Broken[]>());
      if (row.period !== undefined) known.set(row.period, byKey);
      const rows = byKey.get(row.key);
      if (rows) rows.push(row);
      else byKey.set(row.key, [row]);
    },
    codeOf({ key, period = "" }) {
      const rows = [...(known.get(period)?.get(key) ?? []), ...(anywhere.get(key) ?? [])];
      return rows.flatMap(({ code }) => code ?? []).sort(compareText)[0];
    },
    periods: () => known.keys(),
    within(period, given) {
      const here = known.get(period.name) ?? new Map<string, Broken[]>();
      // A period without rows is computed from shorter ones, and incomplete through them.
      if (anywhere.size === 0 || !given.some(({ name }) => name === period.name)) return here;
      const all = new Map<string, readonly Broken[]>(here);
      for (const [key, rows] of anywhere) all.set(key, [...(here.get(key) ?? []), ...rows]);
      return all;
    },
  };
}

/** What the results of broken rows are made with. */
export type Marking = Pick<PreparedStage, "stage" | "standingOf" | "classify">;

/**
 * The scored subjects of one period, where those with a broken row are incomplete: with the code as the reason, and
 * without a score, since other rows of theirs would not be the whole of it.
 */
export function markBroken(
  plan: Plan,
  prepared: Marking,
  period: Period,
  scored: readonly ClassedSubject[],
  broken: ByKey,
): readonly ClassedSubject[] {
  if (broken.size === 0) return scored;
  const half = new Map(scored.map(({ classed }) => [classed.key, classed.columns]));
  const sound = scored.filter(({ classed }) => !broken.has(classed.key));
  const marked = [...broken].map(([key, rows]) => {
    const codes = rows.flatMap(({ code }) => code ?? []).sort(compareText);
    const columns = agreed(plan, key, [half.get(key) ?? [], ...rows.map((row) => row.columns ?? [])]);
    return brokenResult(prepared, period, key, codes[0], columns);
  });
  return [...sound, ...marked];
}

/** What all rows of a subject say of it alike. What its raters and the office's own figures say is no part of it. */
function agreed(plan: Plan, key: string, rows: readonly ColumnValues[]): ColumnValues {
  const parts = keyParts(key);
  return plan.columns.map(({ of, compare }, index) => {
    if (plan.key.includes(index)) return parts[plan.key.indexOf(index)];
    if (of !== "subject" || compare) return undefined;
    const values = rows.flatMap((columns) => columns[index] ?? []);
    const different = new Set(values.map((value) => (typeof value === "object" ? toKey(value) : value)));
    return different.size === 1 ? values[0] : undefined;
  });
}

/**
 * No rule decides about somebody of whom not everything is known: neither what applies to him, nor what he has of it. Where his row
 * is no mistake but blank, another body may have given his total.
 */
function brokenResult(
  { stage, standingOf, classify }: Marking,
  period: Period,
  key: string,
  code: string | undefined,
  columns: ColumnValues,
): ClassedSubject {
  const from = { key, rows: [], parts: [] };
  const work = startWork(stage, columns, [], undefined, { key, period: period.name });
  work.scores.fill(undefined);
  work.states = [];
  const standing = standingOf(period, from, columns);
  const subject = { work, standing };
  if (code === undefined && standing?.decidedTotal !== undefined) {
    takeDecidedTotal(work, standing.decidedTotal);
    const given = { ...subject, state: stateBefore(work, undefined) };
    return { subject: given, classed: makeClassed(stage, work, classify(given), undefined, from) };
  }
  const undecided = { class: { kind: "incomplete", natural: undefined, open: undefined }, rules: [] } as const;
  const reason: Reason = code === undefined ? { kind: "blank_row" } : { kind: "broken_row", code };
  return { subject, classed: makeClassed(stage, work, undecided, { state: "incomplete", reason }, from) };
}
