import type { Table, TableColumn } from "../document/table.ts";
import { rowsOf, table } from "../document/table.ts";
import type { Book, Tab } from "../document/xlsx/book.ts";
import { tableTab } from "../document/xlsx/table-tab.ts";
import type { PeriodReport, Report } from "../model/report.ts";
import { stageAt } from "../model/stages.ts";
import { phrase } from "../text/phrase.ts";
import { bandCounts } from "./band-counts.ts";
import { periodFields } from "./fields.ts";
import { periodTitle } from "./headings.ts";
import { noteField } from "./note.ts";
import type { Selection } from "./selection.ts";
import { shownResults } from "./selection.ts";
import { forPeople } from "./style.ts";
import { summaryTable } from "./summary/summary.ts";

/** What the note says in words. */
const told: ReadonlySet<string> = new Set(["band", "state", "reason", "rules", "awards", "alerts", "marks"]);

/** A tab for each period with what its CSV file has, in words for people, and the summary of all. */
export function resultsBook(report: Report, selection: Selection): Book {
  const { plan, periods } = report;
  const title = plan.title[plan.language];
  const summary = phrase("Summary")[plan.language];
  const tabs = periods.map((period) => periodTab(report, period, selection));
  return { title, tabs: [...tabs, tableTab(summary, [title], withoutBlank(summaryTable(report, forPeople(plan))))] };
}

/** A table without the columns that say nothing. */
function withoutBlank({ columns, parts, ...rest }: Table): Table {
  const read = parts.map(({ rows, ...part }) => ({ ...part, rows: [...rows] }));
  const told = columns.flatMap((_, at) =>
    read.some(({ rows }) => rows.some((row) => (row[at] ?? "") !== "")) ? [at] : [],
  );
  return {
    ...rest,
    columns: told.map((at) => columns[at] as TableColumn),
    parts: read.map(({ rows, ...part }) => ({ ...part, rows: rows.map((row) => told.map((at) => row[at])) })),
  };
}

function periodTab({ plan }: Report, period: PeriodReport, selection: Selection): Tab {
  const stage = stageAt(plan, period);
  const known = periodFields(plan, stage, "titles", selection);
  const fields = [...known.filter(({ id }) => !told.has(id)), noteField(plan, stage)];
  const rows = rowsOf(fields, shownResults(period, selection));
  const band = fields.findIndex(({ id }) => id === "band_title");
  const texts = stage.bands.map(({ id, title }) => title?.[plan.language] ?? id);
  return {
    ...tableTab(period.period, [periodTitle(plan, period), bandCounts(plan, period)], table(fields, rows)),
    ...(band >= 0 && texts.length > 0 && { tints: { column: band, texts } }),
  };
}
