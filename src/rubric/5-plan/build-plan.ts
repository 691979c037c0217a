import type { Plan } from "../../model/plan.ts";
import { phrase } from "../../text/phrase.ts";
import type { Facts } from "../3-facts/facts.ts";
import { keyColumns, periodColumn } from "../3-facts/outline.ts";
import { yearTerms } from "../3-facts/rollup-parts.ts";
import { stagesOf } from "../3-facts/stages.ts";
import { planColumns, planTables } from "./columns.ts";
import { planDepartures } from "./departures.ts";
import { titlesAsHeaders } from "./headers.ts";
import type { Layout } from "./layout.ts";
import { bilingual, toUnits } from "./layout.ts";
import { orderedNodes, planNodes } from "./nodes.ts";
import { planParameters } from "./parameters.ts";
import { planRatings, sourceColumn } from "./ratings.ts";
import { withReadBack } from "./read-back.ts";
import { planRollup } from "./rollups.ts";
import { planStage } from "./stage.ts";
import { planSummary } from "./summary.ts";
import { unitsInPoint } from "./unit.ts";

/** The plan of a rubric that has passed all checks. */
export function buildPlan(facts: Facts): Plan {
  const { rubric } = facts;
  const order = orderedNodes(facts);
  const scale = unitsInPoint(
    rubric,
    order.map(({ part }) => part),
  );
  const ofRows = order.filter(({ rollup }) => !rollup);
  const layout: Layout = {
    order: ofRows,
    columns: new Map([...facts.columns.keys(), periodColumn].map((id, index) => [id, index])),
    nodes: new Map(ofRows.map(({ part }, index) => [part.id, index])),
    units: toUnits(scale),
    titles: titlesAsHeaders(facts),
  };
  const nodes = planNodes(facts, layout);
  const columns = planColumns(facts, layout.titles, layout.nodes);
  const [rows, ...rollups] = stagesOf(facts);
  if (!rows) throw new Error("a rubric has a stage for its rows");
  const { name } = rubric.subject;
  const stage = planStage(facts, layout, rows, nodes);
  const longer = rollups.map((view) => planRollup(facts, layout, view, nodes, order));
  const terms = yearTerms(rubric);
  const codes = Object.entries(rubric.codes ?? {}).map(([word, policy]) => ({ word, policy }));
  const departures = planDepartures(rubric);
  const summary = rubric.summary && planSummary(layout, rubric.summary);
  return {
    plan: 1,
    id: rubric.id,
    version: rubric.version,
    replaces: rubric.replaces ?? [],
    ...(rubric.valid && { valid: { ...rubric.valid } }),
    title: bilingual(rubric.title, rubric.id),
    noun: bilingual(rubric.subject.noun ?? phrase("subject"), rubric.id),
    language: rubric.language ?? "vi",
    ...(departures.length > 0 && { departures }),
    ...(rubric.parameters && { parameters: planParameters(rubric.parameters) }),
    basis: (rubric.basis ?? []).map(({ id, title }) => ({ id, title })),
    scale,
    key: keyColumns(rubric).map((id) => layout.columns.get(id) as number),
    ...(name !== undefined && { name: layout.columns.get(name) as number }),
    columns: [...columns, ...(rubric.ratings?.sources ? [sourceColumn(rubric.ratings.sources)] : [])],
    codes,
    decimals: (rubric.decimals ?? 2) as number,
    ...(rubric.blank_rows && { blankRows: rubric.blank_rows }),
    ...(terms && { year: terms }),
    ...(rubric.decimal_mark && { decimalMark: rubric.decimal_mark }),
    ...withReadBack(stage, longer, { codes, summary }),
    ...(facts.rubric.tables && { tables: planTables(facts) }),
    ...(summary && { summary }),
    ...(rubric.ratings && { ratings: planRatings(facts, layout, rubric.ratings, columns.length) }),
  };
}
