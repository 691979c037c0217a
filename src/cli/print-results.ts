import { writeLines } from "../files/write-lines.ts";
import type { PeriodReport } from "../model/report.ts";
import type { View } from "../views/selection.ts";
import type { Session } from "./session.ts";

/** The report on stdout, in the one format asked for: a table of every period unless said otherwise. */
export async function printResults({ report, selection }: View, session: Session): Promise<void> {
  const { io, flags } = session;
  const painter = session.painterOf(io.stdout);
  const width = io.stdout.isTTY ? io.stdout.columns : undefined;
  const lines = await linesIn(flags.format?.[0] ?? "table");
  for (const [index, period] of report.periods.entries()) {
    if (index > 0) await io.stdout.write("\n");
    await writeLines(io.stdout, lines(period));
  }

  /** Loads the writer of one format. */
  async function linesIn(format: string): Promise<(period: PeriodReport) => Iterable<string>> {
    switch (format) {
      case "csv": {
        const { periodLines } = await import("../views/period-csv.ts");
        return (period) => periodLines(report, period, { ...selection, excel: flags.excel === true });
      }
      case "json": {
        const { jsonLines } = await import("../views/json.ts");
        return (period) => jsonLines(report, period, selection);
      }
      case "md": {
        const { markdownLines } = await import("../views/markdown.ts");
        return (period) => markdownLines(report, period, selection);
      }
      default: {
        const { tableLines } = await import("../views/table.ts");
        return (period) => tableLines(report, period, { ...selection, painter, ...(width !== undefined && { width }) });
      }
    }
  }
}
