import type { Block, Document } from "../document/block.ts";
import type { Give } from "../document/fit.ts";
import { keyIds } from "../model/keys.ts";
import type { Plan } from "../model/plan.ts";
import type { PeriodReport, Report } from "../model/report.ts";
import type { Stage } from "../model/stage.ts";
import { stageAt } from "../model/stages.ts";
import { bandCounts } from "./band-counts.ts";
import type { Field } from "./fields.ts";
import { bandField, nodeFields, personFields, printsUnclamped, rankField, totalField } from "./fields.ts";
import { departureLines, periodTitle } from "./headings.ts";
import { noteField } from "./note.ts";
import { rankingGroups } from "./ranking-groups.ts";
import { resultRows } from "./result-rows.ts";
import type { Selection } from "./selection.ts";
import { shownCount, shownResults } from "./selection.ts";
import { cutTables } from "./summary/cut-tables.ts";

/** One period for people: its name, a table in parts for the ranking groups, and how many hold each band. */
export function periodDocument({ plan }: Report, period: PeriodReport, selection: Selection = {}): Document {
  return { language: plan.language, blocks: periodBlocks(plan, period, selection) };
}

/** All periods as one document. */
export const reportDocument = ({ plan, periods }: Report, selection: Selection = {}): Document => ({
  language: plan.language,
  blocks: periods.flatMap((period) => periodBlocks(plan, period, selection)),
});

function periodBlocks(plan: Plan, period: PeriodReport, selection: Selection): Block[] {
  const count = shownCount(plan, period, selection);
  return [
    { kind: "heading", level: 1, text: periodTitle(plan, period) },
    ...rankingBlocks(plan, period, selection),
    {
      kind: "note",
      paragraphs: [bandCounts(plan, period), ...(count === undefined ? [] : [count]), ...departureLines(plan)],
    },
    ...cutTables(plan, period),
  ];
}

/** Everybody in a table, in parts for the ranking groups; nothing where nobody is shown. @param beside what stands next to the rank */
export function rankingBlocks(
  plan: Plan,
  period: PeriodReport,
  selection: Selection,
  beside: readonly Field[] = [],
): Block[] {
  const [rank, ...others] = tableFields(plan, stageAt(plan, period), selection);
  const columns = [...(rank ? [rank] : []), ...beside, ...others];
  const results = shownResults(period, selection);
  const rows = resultRows(columns, results);
  const parts = rankingGroups(plan, period, results).map(({ title, from, to }) => ({
    ...(title !== "" && { title }),
    rows: rows(from, to),
  }));
  return parts.length > 0 ? [{ kind: "table", columns, parts }] : [];
}

/** What columns give up where room is scarce: keys and totals nothing. */
const gives: Readonly<Record<"name" | "node" | "band" | "note", Give>> = {
  name: { least: 10, patience: 3 },
  note: { least: 12, enough: 32, patience: 2 },
  band: { least: 8, patience: 1 },
  node: { optional: true },
};

function tableFields(plan: Plan, stage: Stage, selection: Selection): Field[] {
  const keys = keyIds(plan);
  const give = (to: Give, field: Field): Field => ({ ...field, give: to });
  return [
    rankField(plan),
    ...personFields(plan, "titles", selection).map((field) =>
      keys.includes(field.id) ? field : give(gives.name, field),
    ),
    // What was asked for stays.
    ...nodeFields(plan, stage, selection).map((field) =>
      selection.columns?.includes(field.id) ? field : give(gives.node, field),
    ),
    ...(printsUnclamped(plan, stage) ? [give(gives.node, totalField(plan, stage, "unclamped"))] : []),
    totalField(plan, stage, "total"),
    give(gives.band, bandField(plan, stage)),
    give(gives.note, noteField(plan, stage)),
  ];
}
