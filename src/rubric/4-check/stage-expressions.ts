import type { Scope } from "../../expression/context.ts";
import { bandExpression, effectOf } from "../3-facts/effects.ts";
import { awardScope, bandType, columnScope, ruleScope } from "../3-facts/scopes.ts";
import type { StageView } from "../3-facts/stages.ts";
import { stagesOf } from "../3-facts/stages.ts";
import { compileAt } from "./compile-at.ts";
import type { Check, Context } from "./context.ts";

/** The expressions of bands, rules, quotas, awards and alerts, each with what is known when it is asked. */
export const checkStageExpressions: Check = (context) => {
  for (const stage of stagesOf(context)) {
    checkRules(context, stage, ruleScope(context, stage));
    const scope = awardScope(context, stage);
    for (const part of [...(stage.holder.awards ?? []), ...(stage.holder.alerts ?? [])]) {
      if (part.when !== undefined) compileAt(context, part, "when", scope, "flag");
    }
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
  for (const { raise } of holder.quotas ?? []) if (raise) compileAt(context, raise, "when", raising, "flag");
}
