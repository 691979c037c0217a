import type { CellValue } from "../../model/column.ts";
import type { PeriodReport, Report, Result } from "../../model/report.ts";
import { stageAt } from "../../model/stages.ts";

/**
 * The part of a report that is one unit's: its people with the ranks and bands that they hold among everybody, and what
 * became of the quotas and awards that are counted within it. @param column index of the column that names the unit
 */
export function unitReport(report: Report, column: number, unit: CellValue | undefined): Report {
  return { ...report, periods: report.periods.flatMap((period) => unitPeriod(report, period, column, unit)) };
}

function unitPeriod(
  { plan }: Report,
  period: PeriodReport,
  column: number,
  unit: CellValue | undefined,
): readonly PeriodReport[] {
  const results = Array.from(period.results).filter(({ columns }) => columns[column] === unit);
  if (results.length === 0) return [];
  const keys = new Set(results.map(({ key }) => key));
  const { quotas, awards } = stageAt(plan, period);
  const isOfUnit = (
    parts: readonly { id: string; within: readonly number[] }[],
    id: string,
    scope: readonly CellValue[],
  ) => {
    const at = parts.find((part) => part.id === id)?.within.indexOf(column) ?? -1;
    return at >= 0 && scope[at] === unit;
  };
  return [
    {
      ...period,
      results,
      quotas: [...period.quotas].filter(({ quota, scope }) => isOfUnit(quotas, quota, scope)),
      awards: period.awards.filter(({ award, scope }) => isOfUnit(awards, award, scope)),
      differences: period.differences.filter(({ key }) => keys.has(key)),
      ...(period.outlook && {
        outlook: { ...period.outlook, reach: period.outlook.reach.filter(({ key }) => keys.has(key)) },
      }),
    },
  ];
}

/** What a column holds in a report, in the order of its people. */
export const unitsIn = ({ periods }: Report, column: number): readonly (CellValue | undefined)[] => [
  ...new Set(periods.flatMap(({ results }) => Array.from(results, ({ columns }: Result) => columns[column]))),
];
