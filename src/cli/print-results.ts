import { writeLines } from "../files/write-lines.ts";
import type { PeriodReport } from "../model/report.ts";
import type { View } from "../views/selection.ts";
import { printDocument } from "./print-document.ts";
import type { Session } from "./session.ts";

/** The report on stdout, in the one format asked for: a table of every period unless said otherwise. */
export async function printResults({ report, selection }: View, session: Session): Promise<void> {
  const { io, flags } = session;
  const print = await printerIn(flags.format?.[0] ?? "table");
  for (const [index, period] of report.periods.entries()) {
    if (index > 0) await io.stdout.write("\n");
    await print(period);
  }

  /** Loads the writer of one format. */
  async function printerIn(format: string): Promise<(period: PeriodReport) => Promise<void>> {
    switch (format) {
      case "csv": {
        const { periodLines } = await import("../views/period-csv.ts");
        const options = { ...selection, excel: flags.excel === true };
        return (period) => writeLines(io.stdout, periodLines(report, period, options));
      }
      case "json": {
        const { jsonLines } = await import("../views/json.ts");
        return (period) => writeLines(io.stdout, jsonLines(report, period, selection));
      }
      default: {
        const { periodDocument } = await import("../views/period-document.ts");
        return (period) => printDocument(periodDocument(report, period, selection), session);
      }
    }
  }
}
