import type { Block } from "../../document/block.ts";
import type { TableColumn } from "../../document/table.ts";
import { number, table, text } from "../../document/table.ts";
import type { Plan } from "../../model/plan.ts";
import type { PeriodReport } from "../../model/report.ts";
import type { Stage } from "../../model/stage.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { Selection } from "../selection.ts";
import { cutTables } from "../summary/cut-tables.ts";
import { awardLines } from "../summary/summary-awards.ts";
import { groupLines } from "../summary/summary-groups.ts";
import type { Line } from "../summary/summary-line.ts";
import { differenceLines, outlookLines, quotaLines } from "../summary/summary-outcomes.ts";
import { awardHeads, summaryHeads, summaryKinds } from "../words.ts";
import { decisionTable } from "./decisions.ts";
import { differenceTable } from "./differences.ts";
import { forPage } from "./page-style.ts";

/** What became of quotas, awards, alerts and decisions, who has no class and why, and where the office counts otherwise. */
export function outcomes(plan: Plan, stage: Stage, period: PeriodReport, selection: Selection): Block[] {
  const style = forPage(plan, selection);
  const groups = [...groupLines(plan, stage, period, style)].filter(({ within }) => within === undefined);
  const of = (...kinds: readonly Line["kind"][]) => groups.filter(({ kind }) => kinds.includes(kind));
  const awards = [...awardLines(plan, stage, period, style)];
  const finest = awards.filter(({ within = [] }) => within.length === most(awards));
  const cuts = cutTables(plan, period);
  return [
    ...(cuts.length > 0 ? [{ kind: "heading", level: 2, text: phrase("In groups")[plan.language] } as const] : []),
    ...cuts,
    ...section(plan, phrase("Quotas"), [...quotaLines(plan, stage, period, style)], quotaColumns, quotaHeads),
    ...section(plan, phrase("Without a class, and why"), of("not_rated", "incomplete"), listColumns),
    ...section(plan, awardHeads.title, finest, listColumns),
    ...section(plan, phrase("Alerts"), of("alert"), listColumns),
    ...decisionTable(plan, period, style),
    ...section(plan, phrase("Still to come"), [...outlookLines(plan, stage, period, style)], listColumns),
    ...section(plan, phrase("Compared with the office's own figures"), [...differenceLines(plan, period)], listColumns),
    ...differenceTable(plan, period, style),
  ];
}

const most = (lines: readonly Line[]): number =>
  lines.reduce((longest, { within = [] }) => Math.max(longest, within.length), 0);

type Field = keyof typeof summaryHeads;
const listColumns: readonly Field[] = ["kind", "title", "within", "count", "note"];
const quotaColumns: readonly Field[] = [
  "title",
  "within",
  "denominator",
  "room",
  "count",
  "kept",
  "moved",
  "open",
  "note",
];

/** What a column of the summary is called where it stands for one thing. */
const headsHere: Partial<Record<Field, Bilingual>> = { within: phrase("Unit") };
const quotaHeads: typeof headsHere = {
  ...headsHere,
  count: phrase("Candidates"),
  note: phrase("Who is moved down"),
};

/** A table of some lines of the summary, without the columns that say nothing. */
function section(
  { language }: Plan,
  title: Bilingual,
  lines: readonly Line[],
  fields: readonly Field[],
  called = headsHere,
): Block[] {
  if (lines.length === 0) return [];
  const cell = (line: Line, field: Field) => {
    if (field === "kind") return summaryKinds[line.kind][language];
    if (field === "within") return line.scope?.join(" · ") || undefined;
    return field === "period" ? undefined : line[field];
  };
  const isTold = (field: Field): boolean => lines.some((line) => (cell(line, field) ?? "") !== "");
  // Where all are of one kind the heading has said it.
  const hasKinds = new Set(lines.map(({ kind }) => kind)).size > 1;
  const told = fields.filter((field) => (field === "kind" ? hasKinds : isTold(field)));
  const columns = told.map((field): TableColumn => {
    const isNumber = !["kind", "title", "within", "note"].includes(field);
    return { id: field, head: (called[field] ?? summaryHeads[field])[language], type: isNumber ? number : text };
  });
  return [
    { kind: "heading", level: 2, text: title[language] },
    table(
      columns,
      lines.map((line) => told.map((field) => cell(line, field))),
    ),
  ];
}
