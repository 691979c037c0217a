import type { Fields, Value } from "../../expression/tree.ts";
import type { Plan, Stage, Units } from "../../model/plan.ts";
import type { Part, Result } from "../../model/report.ts";
import type { Exact } from "../../number/exact.ts";
import { add, divide } from "../../number/exact.ts";
import { ordinal } from "../../period/calendar.ts";
import { parsePeriod } from "../../period/parse-period.ts";
import type { Period } from "../../period/period.ts";
import { toPoints } from "../law/work.ts";
import type { Subject } from "../subject.ts";

/** What the expressions of a rollup read of the sub-periods of one subject. */
export function rollupFields(
  plan: Plan,
  of: Stage,
  parts: readonly Part[],
  latest: Pick<Result, "columns">,
  average: Exact | undefined,
): Fields {
  const records = (state: (result: Result) => boolean): readonly Fields[] =>
    parts.filter(({ result }) => state(result)).map((part) => partFields(plan, of, part));
  const names: Readonly<Record<string, () => Value>> = {
    periods: () => records(({ state }) => state === "rated"),
    unrated: () => records(({ state }) => state !== "rated"),
    average: () => (average === undefined ? undefined : toPoints(average, plan.scale)),
    latest: () => ({ field: (id) => columnOf(plan, latest, id) }),
  };
  return { field: (name) => (Object.hasOwn(names, name) ? names[name]?.() : undefined) };
}

/** The result of one period as a record: its name, total, band, state, columns, areas and items. */
export function partFields(plan: Plan, of: Stage, { period, result }: Part): Fields {
  return {
    field(name) {
      switch (name) {
        case "period":
          return period;
        case "#index":
          return ordinal(parsePeriod(period) as Period);
        case "total":
          return result.total === undefined ? undefined : toPoints(result.total, plan.scale);
        case "unclamped":
          return result.unclamped === undefined ? undefined : toPoints(result.unclamped, plan.scale);
        case "band":
          return result.band === undefined ? undefined : of.bands[result.band]?.id;
        case "state":
          return result.state;
        case "reason":
          return result.reason;
      }
      const node = of.nodes.findIndex(({ id }) => id === name);
      const score = result.scores[node];
      return node < 0 ? columnOf(plan, result, name) : score === undefined ? undefined : toPoints(score, plan.scale);
    },
  };
}

/** The period that is being computed, as far as it is known by now. */
export function currentFields(plan: Plan, stage: Stage, period: Period, { work, band, state }: Subject): Fields {
  const points = (units: Units | undefined): Value => (units === undefined ? undefined : toPoints(units, plan.scale));
  return {
    field(name) {
      switch (name) {
        case "period":
          return period.name;
        case "#index":
          return ordinal(period);
        case "total":
          return points(work.total);
        case "unclamped":
          return points(work.unclamped);
        case "band":
          return band;
        case "state":
          return state;
      }
      const node = stage.nodes.findIndex(({ id }) => id === name);
      return node < 0 ? work.columns[plan.columns.findIndex(({ id }) => id === name)] : points(work.scores[node]);
    },
  };
}

const columnOf = (plan: Plan, result: Pick<Result, "columns">, id: string): Value =>
  result.columns[plan.columns.findIndex((column) => column.id === id)];

export const meanOf = (values: readonly Exact[]): Exact | undefined =>
  values.length === 0 ? undefined : divide(values.reduce(add), values.length);
