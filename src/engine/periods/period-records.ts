import type { Fields, Value } from "../../expression/tree.ts";
import type { Units } from "../../model/node.ts";
import type { Plan } from "../../model/plan.ts";
import type { Reason } from "../../model/reason.ts";
import type { Part, Result } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import type { Exact } from "../../number/exact.ts";
import { ordinal } from "../../period/calendar.ts";
import { periodNamed } from "../../period/parse-period.ts";
import type { Period } from "../../period/period.ts";
import type { Subject } from "../law/subject.ts";
import { toPoints } from "../law/work.ts";

/** A reason in words, as results print it: expressions may ask for it. */
export type ReasonText = (plan: Plan, reason: Reason | undefined) => string;

/** What expressions read of the periods of one subject. */
export interface Records {
  /** The result of one period: its name, total, band, state, reason, columns, areas and items. `of`: its stage. */
  part(of: Stage, part: Part): Fields;
  /** The period that is being computed, as far as it is known by now. */
  current(stage: Stage, period: Period, subject: Subject): Fields;
  /** What a rollup has besides: `periods`, `unrated`, `average` (in units) and `latest`. `of`: the stage of the parts. */
  rollup(of: Stage, parts: readonly Part[], latest: Pick<Result, "columns">, average: Exact | undefined): Fields;
}

const none: readonly string[] = [];

export function createRecords(plan: Plan, reasonText: ReasonText): Records {
  const points = (units: Units | undefined): Value => (units === undefined ? undefined : toPoints(units, plan.scale));
  const columns = new Map(plan.columns.map(({ id }, index) => [id, index]));
  const columnOf = (of: Pick<Result, "columns">, id: string): Value => of.columns[columns.get(id) ?? -1];
  const nodeOf = (stage: Stage, id: string): number => stage.nodes.findIndex((node) => node.id === id);

  const part: Records["part"] = (of, { period, result }) => ({
    field(name) {
      switch (name) {
        case "period":
          return period;
        case "#index":
          return ordinal(periodNamed(period));
        case "total":
        case "unclamped":
          return points(result[name]);
        case "band":
          return of.bands[result.band ?? -1]?.id;
        case "state":
        case "rank":
        case "rules":
        case "awards":
        case "alerts":
          return result[name];
        case "reason":
          return reasonText(plan, result.reason);
      }
      const node = nodeOf(of, name);
      return node < 0 ? columnOf(result, name) : points(result.scores[node]);
    },
  });

  const current: Records["current"] = (stage, period, { work, band, state, rules = none }) => ({
    field(name) {
      switch (name) {
        case "period":
          return period.name;
        case "#index":
          return ordinal(period);
        case "total":
        case "unclamped":
          return points(work[name]);
        case "band":
          return band;
        case "state":
          return state;
        case "rules":
          return rules;
        // What is not given yet.
        case "awards":
        case "alerts":
          return none;
        case "rank":
          return undefined;
      }
      const node = nodeOf(stage, name);
      return node < 0 ? columnOf(work, name) : points(work.scores[node]);
    },
  });

  const rollup: Records["rollup"] = (of, parts, latest, average) => {
    const records = (isWanted: (result: Result) => boolean): readonly Fields[] =>
      parts.filter(({ result }) => isWanted(result)).map((each) => part(of, each));
    return {
      field(name) {
        switch (name) {
          case "periods":
            return records(({ state }) => state === "rated");
          case "unrated":
            return records(({ state }) => state !== "rated");
          case "average":
            return points(average);
          case "latest":
            return { field: (id) => columnOf(latest, id) };
          default:
            return undefined;
        }
      },
    };
  };

  return { part, current, rollup };
}
