import { csvCell, dialectOf } from "../document/csv.ts";
import type { Style } from "../document/style.ts";
import type { Award, Plan, SortKey, Stage } from "../model/plan.ts";
import type { PeriodReport, Report, Result } from "../model/report.ts";
import { stageAt, stagesOf } from "../model/stages.ts";
import type { Field } from "./fields.ts";
import { bandFields, columnField, columnHead, identity, nodeField, totalField } from "./fields.ts";
import { groupingColumns } from "./grouping.ts";
import type { CsvOptions } from "./period-csv.ts";
import { awardHeads, awardStates } from "./words.ts";

/** Whether results of this rubric come with a list of awards. */
export const hasAwards = (plan: Plan): boolean => stagesOf(plan).some(({ awards }) => awards.length > 0);

/**
 * `awards.csv`: one line for each award that somebody got, and for each candidate of a tie that it leaves open, with the
 * values by which the award puts people in order.
 */
export function* awardsLines(report: Report, options: CsvOptions = {}): Generator<string> {
  const { plan } = report;
  const { start, delimiter, style } = dialectOf(options.excel);
  const people = personColumns(plan, options).map((at) => columnField(plan, at, style));
  const orders = orderHeads(plan, people, style);
  const text = (cell: string): string => csvCell(cell, "text", delimiter);
  const line = (cells: readonly string[]): string => `${cells.join(delimiter)}\n`;

  const own = (["period", "award", "title", "state", "within"] as const).map((id) =>
    style.wording === "ids" ? id : awardHeads[id][plan.language],
  );
  yield start + line([...own, ...people.map(({ head }) => head), ...orders.values()].map(text));
  for (const period of report.periods) {
    const stage = stageAt(plan, period);
    const results = new Map(period.results.map((result) => [result.key, result]));
    for (const award of stage.awards) {
      const within = award.within.map((at) => columnHead(plan, at, style)).join(" ");
      const values = new Map(
        award.by.map((key) => orderField(plan, stage, key, style)).map((field) => [field.id, field]),
      );
      const fields = [...people, ...[...orders.keys()].map((id) => values.get(id))];
      for (const { key, state } of candidates(period, award)) {
        const result = results.get(key) as Result;
        if (options.subjects && !options.subjects.has(result)) continue;
        yield line([
          period.period,
          award.id,
          text(award.title[plan.language]),
          style.wording === "ids" ? state : awardStates[state][plan.language],
          text(within),
          ...fields.map((field) => (field ? csvCell(field.text(result), field.kind, delimiter) : "")),
        ]);
      }
    }
  }
}

/** Who got an award, scope by scope, each scope's best first; behind them those whom it leaves open. */
function* candidates(
  { awards }: PeriodReport,
  { id }: Award,
): Generator<{ readonly key: string; readonly state: keyof typeof awardStates }> {
  for (const { award, winners, open } of awards) {
    if (award !== id) continue;
    for (const key of winners) yield { key, state: "given" };
    for (const key of open) yield { key, state: "open" };
  }
}

/** Columns that group people, so that awards can be counted by unit and kind, and those that say who somebody is. */
const personColumns = (plan: Plan, { without = [] }: CsvOptions): number[] =>
  [...new Set([...groupingColumns(plan), ...identity(plan)])].filter(
    (at) => !without.includes(plan.columns[at]?.id as string),
  );

/** By id, the heads of all values that some award puts people in order by; a number column may stand among `people` already. */
function orderHeads(plan: Plan, people: readonly Field[], style: Style): ReadonlyMap<string, string> {
  const fields = stagesOf(plan).flatMap((stage) =>
    stage.awards.flatMap(({ by }) => by.map((key) => orderField(plan, stage, key, style))),
  );
  const known = new Set(people.map(({ id }) => id));
  return new Map(fields.filter(({ id }) => !known.has(id)).map(({ id, head }) => [id, head]));
}

function orderField(plan: Plan, stage: Stage, { by }: SortKey, style: Style): Field {
  switch (by.kind) {
    case "band":
      return bandFields(plan, stage, style)[style.wording === "ids" ? 0 : 1];
    case "total":
    case "unclamped":
      return totalField(plan, stage, by.kind, style);
    case "node":
      return nodeField(plan, stage, by.index, style);
    case "column":
      return columnField(plan, by.index, style);
  }
}
