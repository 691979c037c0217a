import type { Scope } from "../../expression/context.ts";
import { nodeOrder } from "../3-facts/node-order.ts";
import { nodeScope, ownScope } from "../3-facts/node-scopes.ts";
import { formulaTable } from "../3-facts/scale.ts";
import { awardScope, bandType, columnScope, ratingNames, ruleScope } from "../3-facts/scopes.ts";
import type { StageView } from "../3-facts/stages.ts";
import { bandExpression, effectOf, stagesOf } from "../3-facts/stages.ts";
import type { Check, Context } from "./context.ts";
import { compileAt } from "./references.ts";

export const checkNodeExpressions: Check = (context) => {
  const { places, diagnostics, expressions } = context;
  const nodes = context.nodes.filter(({ part }) => part.value ?? formulaTable(part) ?? part.zero_if);
  if (nodes.length === 0) return;
  const ofItems = nodeScope(context, new Map());
  const ofAreas = nodeScope(context, ratingNames(context));
  const stages = stagesOf(context);
  for (const { part, rollup } of nodes) {
    const stage = rollup && stages.find((view) => view.rollup === rollup);
    const scope = stage ? ownScope(context, stage) : part.items === undefined ? ofItems : ofAreas;
    if (part.value !== undefined) compileAt(context, part, "value", { ...scope, mayMiss: true }, "number");
    const table = formulaTable(part);
    if (table) compileAt(context, table, "of", { ...scope, mayMiss: true }, "number");
    if (part.zero_if !== undefined) compileAt(context, part, "zero_if", scope, "flag");
  }
  const order = nodeOrder(context);
  if (order.kind === "order") return;
  const { path } = order;
  const spots = path.flatMap(
    ({ part }) =>
      [
        [part, "value"],
        [part, "zero_if"],
        [part.table ?? part, "of"],
      ] as const,
  );
  const asking = spots.find(([holder, key]) => expressions.get(holder, key));
  if (!asking) return;
  diagnostics.report("R140", { path: path.map(({ part }) => part.id).join(" → ") }, places.value(asking[0], asking[1]));
};

/** The expressions of bands, rules, quotas, awards and alerts, each with what is known when it is asked. */
export const checkStageExpressions: Check = (context) => {
  for (const stage of stagesOf(context)) {
    const ofRules = ruleScope(context, stage);
    checkRules(context, stage, ofRules);
    const { awards = [], alerts = [] } = stage.holder;
    const conditional = [...awards, ...alerts].filter(({ when }) => when !== undefined);
    if (conditional.length === 0) continue;
    const scope = awardScope(context, stage, ofRules);
    for (const part of conditional) compileAt(context, part, "when", scope, "flag");
  }
};

function checkRules(context: Context, stage: StageView, scope: Scope): void {
  const { holder, rollup } = stage;
  for (const band of holder.bands ?? []) {
    if (typeof band.require === "string") compileAt(context, band, "require", scope, "flag");
    else
      for (const index of band.require?.keys() ?? [])
        compileAt(context, band.require as readonly string[], index, scope, "flag");
  }
  for (const rule of holder.rules ?? []) {
    compileAt(context, rule, "when", scope, "flag");
    const key = effectOf(rule);
    if (key !== undefined && bandExpression(rule, key) !== undefined)
      compileAt(context, rule, key, scope, bandType(stage), 1);
  }
  const raising: Scope = rollup ? scope : columnScope(context);
  for (const quota of holder.quotas ?? []) {
    if (quota.when !== undefined) compileAt(context, quota, "when", raising, "flag");
    if (quota.raise) compileAt(context, quota.raise, "when", raising, "flag");
  }
}
