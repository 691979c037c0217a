import { listOf } from "../3-facts/outline.ts";
import { combinesTotals } from "../3-facts/rating-names.ts";
import { declaration } from "../3-facts/references.ts";
import { stagesOf } from "../3-facts/stages.ts";
import type { Check, Context } from "./context.ts";
import { sortName } from "./sort-keys.ts";

/** Columns `of: rating` belong to rubrics with ratings, and stand only where each rating may say something of its own. */
export const checkRatingColumns: Check = (context) => {
  const { rubric, columns, places, diagnostics } = context;
  for (const [id, { part }] of columns) {
    if (part.of === "rating" && !rubric.ratings) diagnostics.report("R701", { id }, places.value(part, "of"));
    if (part.of === "rating" && part.compare !== undefined) {
      diagnostics.report("R710", { name: id, key: "compare" }, places.value(part, "compare"));
    }
    if (part.compare !== undefined && context.node.has(part.compare) && combinesTotals(context)) {
      diagnostics.report("R708", { name: part.compare }, places.value(part, "compare"));
    }
  }
  if (rubric.ratings) checkUses(context);
};

/** What names and groups people, and what they are put in order by, is the same in all their ratings. */
function checkUses(context: Context): void {
  const { rubric } = context;
  if (rubric.subject.name !== undefined) refuse(context, rubric.subject, "name", "name");
  // Items that are scored in a rollup alone have no raters.
  for (const { part, rollup } of context.nodes) {
    if (!rollup) continue;
    if (part.evidence !== undefined) refuse(context, part, "evidence", "evidence");
    for (const key of ["done", "target"] as const) {
      if (part.ratio?.[key] !== undefined) refuse(context, part.ratio, key, key);
    }
  }
  for (const { holder } of stagesOf(context)) {
    for (const part of [...listOf(holder.ranking), ...(holder.quotas ?? []), ...(holder.awards ?? [])]) {
      for (const key of ["within", "by", "order"] as const) {
        const list = (part as { readonly [key: string]: unknown })[key];
        if (!Array.isArray(list)) continue;
        for (const index of list.keys()) refuse(context, list, index, key);
      }
    }
  }
}

function refuse(context: Context, holder: object, key: string | number, where: string): void {
  const { columns, places, diagnostics } = context;
  const name = sortName((holder as Record<string | number, string>)[key] as string);
  const column = columns.get(name);
  if (column?.part.of !== "rating") return;
  diagnostics.report("R710", { name, key: where }, places.value(holder, key), declaration(context, column));
}
