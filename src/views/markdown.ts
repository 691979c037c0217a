import type { PeriodReport, Report } from "../model/report.ts";
import { stageAt } from "../model/stages.ts";
import { visible } from "../text/visible.ts";
import type { Field } from "./fields.ts";
import { bandField, forPeople, nodeFields, personFields, rankField, totalField } from "./fields.ts";
import { noteField } from "./note.ts";
import { bandCounts, periodTitle, sections } from "./sections.ts";
import type { Selection } from "./selection.ts";
import { shownCount, shownResults } from "./selection.ts";
import { printsUnclamped } from "./unclamped.ts";

/** All periods as one Markdown document. */
export function* markdownReport(report: Report, selection: Selection = {}): Generator<string> {
  for (const [index, period] of report.periods.entries()) {
    if (index > 0) yield "\n";
    yield* markdownLines(report, period, selection);
  }
}

/** One period as a Markdown section (GitHub tables), line by line. */
export function* markdownLines(report: Report, period: PeriodReport, selection: Selection = {}): Generator<string> {
  const { plan } = report;
  const stage = stageAt(plan, period);
  const style = forPeople(plan);
  const fields: Field[] = [
    rankField(plan, style),
    ...personFields(plan, style, selection),
    ...nodeFields(plan, stage, style, selection),
    ...(printsUnclamped(plan, stage) ? [totalField(plan, stage, "unclamped", style)] : []),
    totalField(plan, stage, "total", style),
    bandField(plan, stage, style),
    noteField(plan, stage),
  ];
  yield `## ${inert(periodTitle(plan, period))}\n`;
  for (const { title, results } of sections(plan, period, shownResults(period, selection))) {
    if (title !== "") yield `\n### ${inert(title)}\n`;
    yield `\n${row(fields.map(({ head }) => inert(head)))}`;
    yield row(fields.map(({ kind }) => (kind === "number" ? "--:" : "---")));
    for (const result of results) yield row(fields.map(({ text }) => inert(text(result))));
  }
  yield `\n${inert(bandCounts(plan, period))}\n`;
  const count = shownCount(plan, period, selection);
  if (count !== undefined) yield `\n${inert(count)}\n`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;

/** Text that stays text: no markup, no HTML, no new cell, on one line. */
export const inert = (text: string): string =>
  visible(text)
    .replace(/[\\`*_[\]|~#]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
