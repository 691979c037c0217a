import type { Scope } from "../../expression/context.ts";
import type { Expression } from "../../expression/tree.ts";
import { phrase } from "../../text/phrase.ts";
import type { RatingsPart } from "../2-shape/rubric.generated.ts";
import { combinesTotals, listOf } from "../3-facts/outline.ts";
import { sortName, stagesOf } from "../3-facts/stages.ts";
import { cellTypes, columnTypes } from "../3-facts/types.ts";
import type { Check, Context } from "./context.ts";
import { compileAt, declaration } from "./references.ts";

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

/** `accept` looks at one row: its columns, and its cells before their scales. */
export const checkAcceptance: Check = (context) => {
  const { ratings } = context.rubric;
  if (ratings?.accept === undefined) return;
  const compiled = compileAt(context, ratings, "accept", acceptScope(context), "flag");
  if (compiled) noteWeightOfGroups(context, ratings, compiled.expression);
};

function acceptScope(context: Context): Scope {
  const cells = cellTypes(context);
  const raw = cells.get("raw");
  const names = new Map([...columnTypes(context), ...(raw ? [["raw", raw] as const] : [])]);
  const scores = [...context.node.keys(), "full", "total", "unclamped", "band"];
  return { names, unavailable: new Map(scores.map((name) => [name, beforeScores])) };
}

const beforeScores = phrase("whether a rating counts is decided before anything is scored, by columns and `raw` cells");

/**
 * Raters of other blocs only: blocs of different size weigh differently in `mean` (each rater counts once) and in `mean_of`
 * (each bloc counts once). Both are lawful, so this is a note.
 */
function noteWeightOfGroups(context: Context, { combine, accept, by }: RatingsPart, expression: Expression): void {
  const group = otherGroup(context.columns, by, expression);
  if (group === undefined) return;
  const { places, diagnostics, rubric } = context;
  const place = places.value(rubric.ratings as object, "accept");
  if (combine === "mean") diagnostics.report("R711", { accept: accept as string, group }, place);
  else if (typeof combine === "object" && combine.mean_of === group) {
    diagnostics.report("R712", { accept: accept as string, group }, place);
  }
}

/**
 * The rating column that `accept` wants to differ from a column of the subject. The rater's own name (`by`) is no group:
 * that only keeps people from scoring themselves.
 */
function otherGroup(columns: Context["columns"], by: string | undefined, e: Expression): string | undefined {
  if (e.kind !== "binary") return undefined;
  if (e.operator === "&&") return otherGroup(columns, by, e.left) ?? otherGroup(columns, by, e.right);
  if (e.operator !== "!=") return undefined;
  const names = [e.left, e.right].map((side) => (side.kind === "name" ? side.name : undefined));
  const of = names.map((name) => (name === undefined ? undefined : (columns.get(name)?.part.of ?? "subject")));
  const at = of.indexOf("rating");
  return at >= 0 && of.includes("subject") && names[at] !== by ? names[at] : undefined;
}
