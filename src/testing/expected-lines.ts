import { csvCell } from "../document/csv.ts";
import { forPrograms } from "../document/style.ts";
import type { Report } from "../model/report.ts";
import { stageAt } from "../model/stages.ts";
import { periodId } from "../sheet/2-header/targets.ts";
import { periodFields } from "../views/fields.ts";
import { periodsOf } from "./compare-results.ts";
import type { ExpectedFile } from "./expected-file.ts";
import { figuresOf } from "./figures.ts";

/**
 * A report as a file of expected results, in ranking order: with the columns and of the periods of the file that it
 * replaces; a new file gets those of result files, and the period where there are several.
 */
export function* expectedLines(report: Report, before: ExpectedFile | undefined): Generator<string> {
  const { plan } = report;
  const columns = before?.columns ?? newColumns(report);
  const names = before && periodsOf(report, before);
  yield `${columns.map((column) => csvCell(column, "text", ",")).join(",")}\n`;
  for (const period of report.periods) {
    if (names && !names.includes(period.period)) continue;
    const figures = figuresOf(plan, stageAt(plan, period));
    for (const result of period.results) {
      const cells = columns.map((column) => {
        const field = figures.get(column);
        if (column === periodId) return period.period;
        return field ? csvCell(field.text(result), field.kind, ",") : "";
      });
      yield `${cells.join(",")}\n`;
    }
  }
}

function newColumns({ plan, periods }: Report): readonly string[] {
  const ids = periods.flatMap((period) => periodFields(plan, stageAt(plan, period), forPrograms).map(({ id }) => id));
  return [...(periods.length > 1 ? [periodId] : []), ...new Set(ids)];
}
