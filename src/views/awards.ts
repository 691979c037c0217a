import type { Table, TableColumn } from "../document/table.ts";
import { id, table, text } from "../document/table.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Report, Result } from "../model/report.ts";
import type { Award, SortKey, Stage } from "../model/stage.ts";
import { stageAt, stagesOf } from "../model/stages.ts";
import { columnHead, groupingColumns, identity } from "./columns.ts";
import type { Field } from "./fields.ts";
import { bandFields, columnField, nodeField, totalField } from "./fields.ts";
import { honoured } from "./honoured.ts";
import type { Selection } from "./selection.ts";
import { isShown } from "./selection.ts";
import type { Wording } from "./style.ts";
import { awardHeads, awardStates } from "./words.ts";

/** Whether results of this rubric come with a list of awards. */
export const hasAwards = (plan: Plan): boolean => stagesOf(plan).some(({ awards }) => awards.length > 0);

/**
 * One row for each award that somebody got, and for each candidate of a tie that it leaves open, with the values by which
 * the award puts people in order.
 */
export function awardsTable({ plan, periods }: Report, wording: Wording, selection: Selection = {}): Table {
  const people = personColumns(plan, selection).map((at) => columnField(plan, at, wording));
  const orders = orderColumns(plan, people, wording);
  const own = (["period", "award", "title", "state", "within"] as const).map(
    (name): TableColumn => ({
      id: name,
      head: awardHeads[name][plan.language],
      type: name === "title" || name === "within" ? text : id,
    }),
  );
  return table([...own, ...people, ...orders], {
    *[Symbol.iterator]() {
      for (const period of periods) {
        const stage = stageAt(plan, period);
        const places = new Map(Array.from(honoured(period.results), ([place, key]) => [key, place]));
        for (const award of stage.awards) {
          const values = award.by.map((key) => orderField(plan, stage, key, wording));
          const fields = [...people, ...orders.map((order) => values.find((value) => value.id === order.id))];
          for (const { key, state } of candidatesOf(period, award)) {
            if (!isShown(period.period, key, selection)) continue;
            const result = period.results.at(places.get(key) as number) as Result;
            yield [
              period.period,
              award.id,
              award.title[plan.language],
              wording === "ids" ? state : awardStates[state][plan.language],
              award.within.map((at) => columnHead(plan, at, wording)).join(" "),
              ...fields.map((field) => field?.cell(result)),
            ];
          }
        }
      }
    },
  });
}

/** Who got an award, scope by scope, each scope's best first; behind them those whom it leaves open. */
const candidatesOf = (
  { awards }: PeriodReport,
  { id: award }: Award,
): readonly { readonly key: string; readonly state: keyof typeof awardStates }[] =>
  awards
    .filter((outcome) => outcome.award === award)
    .flatMap(({ winners, open }) => [
      ...winners.map((key) => ({ key, state: "given" }) as const),
      ...open.map((key) => ({ key, state: "open" }) as const),
    ]);

/** Columns that group people, so that awards can be counted by unit and kind, and those that say who somebody is. */
const personColumns = (plan: Plan, { without = [] }: Selection): number[] =>
  [...new Set([...groupingColumns(plan), ...identity(plan)])].filter(
    (at) => !without.includes(plan.columns[at]?.id as string),
  );

/** The values that some award puts people in order by; a number column may stand among `people` already. */
function orderColumns(plan: Plan, people: readonly Field[], wording: Wording): readonly TableColumn[] {
  const known = new Set(people.map((field) => field.id));
  const columns = new Map<string, TableColumn>();
  for (const stage of stagesOf(plan)) {
    for (const key of stage.awards.flatMap(({ by }) => by)) {
      const { cell: _, ...column } = orderField(plan, stage, key, wording);
      if (!known.has(column.id)) columns.set(column.id, withBoundsOf(column, columns.get(column.id)));
    }
  }
  return [...columns.values()];
}

/** Of several kinds of periods, each compares its numbers with bounds of its own. */
function withBoundsOf(column: TableColumn, other: TableColumn | undefined): TableColumn {
  const { type } = column;
  if (type.kind !== "number" || other?.type.kind !== "number") return column;
  return { ...column, type: { ...type, bounds: [...(other.type.bounds ?? []), ...(type.bounds ?? [])] } };
}

function orderField(plan: Plan, stage: Stage, { by }: SortKey, wording: Wording): Field {
  switch (by.kind) {
    case "band":
      return bandFields(plan, stage)[wording === "ids" ? 0 : 1];
    case "total":
    case "unclamped":
      return totalField(plan, stage, by.kind);
    case "node":
      return nodeField(plan, stage, by.index);
    case "column":
      return columnField(plan, by.index, wording);
  }
}
