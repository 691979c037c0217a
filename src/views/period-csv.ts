import { csvCell, dialectOf } from "../document/csv.ts";
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
export function* periodLines(report: Report, period: PeriodReport, options: CsvOptions = {}): Generator<string> {
  const { start, delimiter, style } = dialectOf(options.excel);
  const fields = periodFields(report.plan, stageAt(report.plan, period), style, options);
  const head = fields.map((field) => csvCell(field.head, "text", delimiter)).join(delimiter);
  yield `${start}${head}\n`;
  for (const result of shownResults(period, options)) {
    let line = "";
    for (const { kind, text } of fields) {
      const cell = text(result);
      line += cell === "" ? delimiter : csvCell(cell, kind, delimiter) + delimiter;
    }
    yield `${line.slice(0, -1)}\n`;
  }
}
