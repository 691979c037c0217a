import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import type { Plan } from "../../model/plan.ts";
import type { Rollup } from "../../model/stage.ts";
import type { AskedPeriod } from "../../period/asked-period.ts";
import { periodsMeant } from "../../period/asked-period.ts";
import { comparePeriods, containing } from "../../period/calendar.ts";
import { periodNamed } from "../../period/parse-period.ts";
import type { Period } from "../../period/period.ts";
import { partsEntering } from "./parts.ts";

/** Periods of which one is to be named, that are told. */
const mostNamed = 12;

/** The period that is asked for; undefined where none is, or where that is not clear, which is reported. */
export function theOne(
  asked: AskedPeriod | undefined,
  periods: readonly Period[],
  { year }: Pick<Plan, "year">,
  diagnostics: Diagnostics,
): Period | undefined {
  if (asked === undefined || periods.length === 0) return typeof asked === "string" ? periodNamed(asked) : undefined;
  const [one, ...others] = periodsMeant(asked, periods, year);
  if (one && others.length === 0) return one;
  const names = periods.slice(0, mostNamed).map(({ name }) => name);
  diagnostics.report("C179", { periods: names.join(", ") + (periods.length > mostNamed ? ", …" : "") });
  return undefined;
}

/** The longer periods that hold at least one of the computed ones, or have rows of their own, and the one asked for, in the order of time. */
export function parentsOf(
  plan: Plan,
  rollup: Rollup,
  done: Iterable<{ readonly period: Period }>,
  withRows: readonly Period[],
  wanted: Period | undefined,
): readonly Period[] {
  const parents = new Map<string, Period>();
  for (const { period } of done) {
    const parent = period.kind === rollup.of ? containing(period, rollup.period, plan.year) : undefined;
    if (parent && partsEntering(plan, rollup, parent).some(({ name }) => name === period.name))
      parents.set(parent.name, parent);
  }
  for (const period of withRows) if (period.kind === rollup.period) parents.set(period.name, period);
  if (wanted?.kind === rollup.period) parents.set(wanted.name, wanted);
  return [...parents.values()].sort((a, b) => comparePeriods(a, b, plan.year));
}

/** Rows of a whole period are not lost in silence while some of its parts are still to come. */
export function tellWaiting({ name }: Period, missing: readonly string[], diagnostics: Diagnostics): void {
  diagnostics.report("A204", { period: name, missing: missing.join(", ") });
}

/** Whether an incomplete period is to be computed all the same: the one asked for, or one that it is made of. */
export const leadsTo = ({ year }: Plan, period: Period, wanted: Period | undefined): boolean =>
  wanted !== undefined && (period.name === wanted.name || containing(period, wanted.kind, year)?.name === wanted.name);
