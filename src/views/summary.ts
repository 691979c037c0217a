import type { Row, Table, TableColumn } from "../document/table.ts";
import { id, number, table, text } from "../document/table.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Report } from "../model/report.ts";
import { stageAt, stagesOf } from "../model/stages.ts";
import { columnHead, groupingColumns } from "./columns.ts";
import { totalType } from "./fields.ts";
import type { Style } from "./style.ts";
import { awardLines } from "./summary-awards.ts";
import { groupLines } from "./summary-groups.ts";
import type { Line } from "./summary-line.ts";
import { numbers } from "./summary-line.ts";
import { decisionLines, differenceLines, outlookLines, quotaLines } from "./summary-outcomes.ts";
import { sumLines } from "./summary-sums.ts";
import { summaryHeads, summaryKinds } from "./words.ts";

/** One tidy table of all periods, in an order that depends on nothing but the results. */
export function summaryTable({ plan, periods }: Report, style: Style): Table {
  const scope = groupingColumns(plan);
  return table(summaryColumns(plan, scope), {
    *[Symbol.iterator]() {
      for (const period of periods) {
        for (const line of periodSummary(plan, period, style)) yield rowOf(period.period, line, scope, plan, style);
      }
    },
  });
}

function summaryColumns(plan: Plan, scope: readonly number[]): TableColumn[] {
  const own = (name: keyof typeof summaryHeads, type: TableColumn["type"]): TableColumn => ({
    id: name,
    head: summaryHeads[name][plan.language],
    type,
  });
  const types = { share: { kind: "share" }, mean: totalType(plan, stagesOf(plan)) } as const;
  return [
    own("period", id),
    own("within", text),
    ...scope.map((at) => ({ id: columnHead(plan, at, "ids"), head: columnHead(plan, at, "titles"), type: text })),
    own("kind", id),
    own("id", id),
    own("title", text),
    ...numbersIn(plan).map((name) => own(name, name === "share" || name === "mean" ? types[name] : number)),
    own("note", text),
  ];
}

/** Only a rubric that adds something up has sums. */
const numbersIn = ({ summary }: Plan) => numbers.filter((name) => name !== "sum" || (summary?.sum.length ?? 0) > 0);

function rowOf(period: string, line: Line, columns: readonly number[], plan: Plan, { wording }: Style): Row {
  const { within = [], scope = [] } = line;
  return [
    period,
    within.map((at) => columnHead(plan, at, wording)).join(" "),
    ...columns.map((at) => scope[within.indexOf(at)]),
    wording === "ids" ? line.kind : summaryKinds[line.kind][plan.language],
    line.id,
    line.title,
    ...numbersIn(plan).map((name) => line[name]),
    line.note,
  ];
}

function* periodSummary(plan: Plan, period: PeriodReport, style: Style): Generator<Line> {
  const stage = stageAt(plan, period);
  yield* groupLines(plan, stage, period, style);
  yield* quotaLines(plan, stage, period, style);
  yield* awardLines(plan, stage, period, style);
  yield* sumLines(plan, stage, period, style);
  yield* outlookLines(plan, stage, period, style);
  yield* decisionLines(plan, period, style);
  yield* differenceLines(plan, period);
}
