import type { Cell, ColumnOf, Table, TableColumn } from "../../document/table.ts";
import { id, number, rowsOf, table, text } from "../../document/table.ts";
import type { Plan } from "../../model/plan.ts";
import type { PeriodReport, Report } from "../../model/report.ts";
import { stageAt, stagesOf } from "../../model/stages.ts";
import { periodWords } from "../../period/spoken-period.ts";
import { columnHead, groupingColumns, headOfSheet } from "../columns.ts";
import { totalType } from "../fields.ts";
import type { Style } from "../style.ts";
import { summaryHeads, summaryKinds } from "../words.ts";
import { awardLines } from "./summary-awards.ts";
import { groupLines } from "./summary-groups.ts";
import type { Line } from "./summary-line.ts";
import { numbers } from "./summary-line.ts";
import { decisionLines, differenceLines, outlookLines, quotaLines } from "./summary-outcomes.ts";
import { sumLines } from "./summary-sums.ts";

/** A line with the period that it is about. */
export interface PeriodLine {
  readonly period: string;
  readonly line: Line;
}

/** One tidy table of all periods, in an order that depends on nothing but the results. */
export interface Summary {
  readonly columns: readonly ColumnOf<PeriodLine>[];
  readonly lines: Iterable<PeriodLine>;
}

export function summaryOf({ plan, periods }: Report, style: Style): Summary {
  return {
    columns: summaryColumns(plan, groupingColumns(plan), style),
    lines: {
      *[Symbol.iterator]() {
        for (const period of periods) {
          for (const line of periodSummary(plan, period, style)) yield { period: period.period, line };
        }
      },
    },
  };
}

export function summaryTable(report: Report, style: Style): Table {
  const { columns, lines } = summaryOf(report, style);
  return table(columns, rowsOf(columns, lines));
}

function summaryColumns(plan: Plan, scope: readonly number[], { wording }: Style): ColumnOf<PeriodLine>[] {
  const own = (
    name: keyof typeof summaryHeads,
    type: TableColumn["type"],
    cell: (line: Line, period: string) => Cell,
  ): ColumnOf<PeriodLine> => ({
    id: name,
    head: summaryHeads[name][plan.language],
    type,
    cell: ({ line, period }) => cell(line, period),
  });
  const types = { share: { kind: "share" }, mean: totalType(plan, stagesOf(plan)) } as const;
  const withinText = remembered((within: readonly number[]) =>
    within.map((at) => columnHead(plan, at, wording)).join(" "),
  );
  return [
    own("period", id, (_, period) => (wording === "ids" ? period : periodWords(period)[plan.language])),
    own("within", text, ({ within }) => within && withinText(within)),
    ...scope.map((at) => ({
      id: scopeId(plan, at),
      head: columnHead(plan, at, "titles"),
      type: text,
      cell: ({ line: { within, scope: texts } }: PeriodLine) => within && texts?.[within.indexOf(at)],
    })),
    own("kind", id, ({ kind }) => (wording === "ids" ? kind : summaryKinds[kind][plan.language])),
    own("id", id, (line) => line.id),
    own("title", text, ({ title }) => title),
    ...numbersIn(plan).map((name) =>
      own(name, name === "share" || name === "mean" ? types[name] : number, (line) => line[name]),
    ),
    own("note", text, ({ note }) => note),
  ];
}

/** What a column that makes groups is called in the summary: apart from the summary's own columns. */
export function scopeId(plan: Plan, at: number): string {
  const name = columnHead(plan, at, "ids");
  return name in summaryHeads ? headOfSheet(plan, name) : name;
}

/** Only a rubric that adds something up has sums. */
const numbersIn = ({ summary }: Plan) => numbers.filter((name) => name !== "sum" || (summary?.sum.length ?? 0) > 0);

/** A function of things that are asked about again and again. */
function remembered<T extends object, R>(make: (of: T) => R): (of: T) => R {
  const known = new WeakMap<T, R>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}

function* periodSummary(plan: Plan, period: PeriodReport, style: Style): Generator<Line> {
  yield* groupLines(plan, stageAt(plan, period), period, style);
  yield* linesBehindGroups(plan, period, style);
}

/** What is told of a period behind the counts of its groups. */
export function* linesBehindGroups(plan: Plan, period: PeriodReport, style: Style): Generator<Line> {
  const stage = stageAt(plan, period);
  yield* quotaLines(plan, stage, period, style);
  yield* awardLines(plan, stage, period, style);
  yield* sumLines(plan, stage, period, style);
  yield* outlookLines(plan, stage, period, style);
  yield* decisionLines(plan, period, style);
  yield* differenceLines(plan, period);
}
