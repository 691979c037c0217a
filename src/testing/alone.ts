import type { Node, Plan, Ratings } from "../model/plan.ts";

/**
 * The plan for one subject in a made-up sheet. Quotas do not act: a share of one person would never leave any room. Ids
 * are the only headers: a test gives cells by id, also where items share a column of real sheets or several sources
 * have one each.
 */
export const alone = (plan: Plan): Plan => ({
  ...plan,
  columns: plan.columns.map((column) => ({ ...column, headers: [] })),
  stage: { ...plan.stage, quotas: [], nodes: plan.stage.nodes.map(withoutHeaders) },
  ...(plan.ratings && { ratings: withoutSources(plan.ratings) }),
});

const withoutHeaders = (node: Node): Node =>
  node.body.kind === "item" ? { ...node, body: { ...node.body, headers: [] } } : node;

const withoutSources = ({ sources: _, ...ratings }: Ratings): Ratings => ratings;
