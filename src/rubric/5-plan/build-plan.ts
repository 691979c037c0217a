import type { Plan } from "../../model/plan.ts";
import { keyColumns, periodColumn } from "../3-facts/outline.ts";
import { stagesOf } from "../3-facts/stages.ts";
import type { Context } from "../4-check/context.ts";
import { planColumns } from "./columns.ts";
import { titlesAsHeaders } from "./headers.ts";
import { toUnits } from "./item-scale.ts";
import type { Layout } from "./nodes.ts";
import { orderedNodes, planNodes } from "./nodes.ts";
import { planRatings, sourceColumn } from "./ratings.ts";
import { withReadBack } from "./read-back.ts";
import { planRollup } from "./rollups.ts";
import { planStage } from "./stage.ts";
import { planTables } from "./tables.ts";
import { bilingual } from "./text.ts";
import { unitsInPoint } from "./unit.ts";

/** The plan of a rubric that has passed all checks. */
export function buildPlan(context: Context): Plan {
  const { rubric } = context;
  const order = orderedNodes(context);
  const scale = unitsInPoint(
    rubric,
    order.map(({ part }) => part),
  );
  const ofRows = order.filter(({ rollup }) => !rollup);
  const layout: Layout = {
    order: ofRows,
    columns: new Map([...context.columns.keys(), periodColumn].map((id, index) => [id, index])),
    nodes: new Map(ofRows.map(({ part }, index) => [part.id, index])),
    units: toUnits(scale),
    titles: titlesAsHeaders(context),
  };
  const nodes = planNodes(context, layout);
  const columns = planColumns(context, layout.titles, layout.nodes);
  const [rows, ...rollups] = stagesOf(context);
  if (!rows) throw new Error("a rubric has a stage for its rows");
  const { name } = rubric.subject;
  const stage = planStage(context, layout, rows, nodes);
  const longer = rollups.map((view) => planRollup(context, layout, view, nodes, order));
  return {
    plan: 1,
    id: rubric.id,
    version: rubric.version,
    replaces: rubric.replaces ?? [],
    ...(rubric.valid && { valid: { from: rubric.valid.from, to: rubric.valid.to } }),
    title: bilingual(rubric.title, rubric.id),
    noun: bilingual(rubric.subject.noun ?? { vi: "đối tượng", en: "subject" }, rubric.id),
    language: rubric.language ?? "vi",
    basis: (rubric.basis ?? []).map(({ id, title }) => ({ id, title })),
    scale,
    key: keyColumns(rubric).map((id) => layout.columns.get(id) as number),
    ...(name !== undefined && { name: layout.columns.get(name) as number }),
    columns: [...columns, ...(rubric.ratings?.sources ? [sourceColumn(rubric.ratings.sources)] : [])],
    codes: Object.entries(rubric.codes ?? {}).map(([word, policy]) => ({ word, policy })),
    decimals: (rubric.decimals ?? 2) as number,
    ...withReadBack(stage, longer),
    ...(context.rubric.tables && { tables: planTables(context) }),
    ...(rubric.ratings && { ratings: planRatings(context, layout, rubric.ratings, columns.length) }),
  };
}
