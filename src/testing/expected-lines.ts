import { csvLines } from "../document/csv.ts";
import type { TableColumn } from "../document/table.ts";
import { id, table, text } from "../document/table.ts";
import { periodId } from "../model/column.ts";
import type { Plan } from "../model/plan.ts";
import type { Report } from "../model/report.ts";
import { stageAt, stagesOf } from "../model/stages.ts";
import { periodFields } from "../views/fields.ts";
import { periodsOf } from "./compare-expected.ts";
import type { ExpectedFile } from "./expected-file.ts";
import { figuresOf, figureText } from "./figures.ts";

/**
 * A report as a file of expected results, in ranking order: with the columns and of the periods of the file that it
 * replaces; a new file gets those of result files, and the period where there are several.
 */
export function expectedLines(report: Report, before: ExpectedFile | undefined): Iterable<string> {
  const { plan, periods } = report;
  const names = before?.columns ?? newColumns(report);
  const wanted = before && periodsOf(report, before);
  const rows = periods
    .filter(({ period }) => !wanted || wanted.includes(period))
    .flatMap((period) => {
      const figures = figuresOf(plan, stageAt(plan, period));
      return [...period.results].map((result) =>
        names.map((name) => (name === periodId ? period.period : figureText(figures, name, result))),
      );
    });
  return csvLines(table(columnsOf(plan, names), rows));
}

/** A figure that is no text has nothing that somebody typed: its minus is no formula. */
function columnsOf(plan: Plan, names: readonly string[]): readonly TableColumn[] {
  const figures = new Map(stagesOf(plan).flatMap((stage) => [...figuresOf(plan, stage)]));
  return names.map((name) => ({
    id: name,
    head: name,
    type: figures.get(name)?.type.kind === "text" ? text : id,
  }));
}

function newColumns({ plan, periods }: Report): readonly string[] {
  const ids = periods.flatMap((period) => periodFields(plan, stageAt(plan, period), "ids").map((field) => field.id));
  return [...(periods.length > 1 ? [periodId] : []), ...new Set(ids)];
}
