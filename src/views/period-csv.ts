import { bulkCsvLines } from "../document/csv-bulk.ts";
import { dialectOf } from "../document/csv-dialect.ts";
import type { PeriodReport, Report } from "../model/report.ts";
import { stageAt } from "../model/stages.ts";
import { periodFields } from "./fields.ts";
import type { Selection } from "./selection.ts";
import { shownResults } from "./selection.ts";

export interface CsvOptions extends Selection {
  /** For a spreadsheet of a country with decimal commas: byte order mark, `;`, `,` and titles instead of ids. */
  readonly excel?: boolean;
}

/** `<period>.csv`, line by line: a head and one line per subject, in ranking order. */
export function periodLines(report: Report, period: PeriodReport, options: CsvOptions = {}): Iterable<string> {
  const { plan } = report;
  const fields = periodFields(plan, stageAt(plan, period), options.excel ? "titles" : "ids", options);
  return bulkCsvLines(fields, shownResults(period, options), dialectOf(options.excel));
}
