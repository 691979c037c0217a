import type { Block } from "../../document/block.ts";
import type { Cell, TableColumn } from "../../document/table.ts";
import { number, table, text } from "../../document/table.ts";
import type { Report } from "../../model/report.ts";
import { phrase } from "../../text/phrase.ts";
import { countsByTitle } from "../band-counts.ts";
import { periodHeading } from "../headings.ts";
import { states, summaryHeads } from "../words.ts";

/** How many are in which band, a line for each period of a run of several. */
export function byPeriod({ plan, periods }: Report): Block[] {
  if (periods.length < 2) return [];
  const { language } = plan;
  const counts = periods.map((period) => countsByTitle(plan, period));
  const without = [states.not_rated[language], states.incomplete[language]];
  const found = new Set(counts.flatMap((each) => [...each.keys()]));
  // Kinds of period may have bands of their own.
  const titles = [
    ...[...found].filter((title) => !without.includes(title)),
    ...without.filter((each) => found.has(each)),
  ];
  const columns: TableColumn[] = [
    { id: "period", head: summaryHeads.period[language], type: text },
    { id: "count", head: summaryHeads.count[language], type: number },
    ...titles.map((title): TableColumn => ({ id: title, head: title, type: number })),
  ];
  const rows = periods.map((period, at): Cell[] => [
    periodHeading(plan, period),
    period.results.length,
    ...titles.map((title) => counts[at]?.get(title)),
  ]);
  return [{ kind: "heading", level: 2, text: phrase("Classes by period")[language] }, table(columns, rows)];
}
