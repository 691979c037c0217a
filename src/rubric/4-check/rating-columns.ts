import type { Scope } from "../../expression/context.ts";
import type { Expression } from "../../expression/tree.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { phrase } from "../../text/phrase.ts";
import type { ColumnPart, RatingsPart } from "../2-shape/rubric.generated.ts";
import { combinesTotals, isOfRating, keyColumns, listOf } from "../3-facts/outline.ts";
import { sortName, stagesOf } from "../3-facts/stages.ts";
import { cellTypes, columnTypes } from "../3-facts/types.ts";
import type { Check, Context } from "./context.ts";
import { columnAt, compileAt, declaration, quoted } from "./references.ts";

/** Columns `of: rating` belong to rubrics with ratings, and stand only where each rating may say something of its own. */
export const checkRatingColumns: Check = (context) => {
  const { rubric, columns, places, diagnostics } = context;
  for (const [id, { part }] of columns) {
    if (isOfRating(part) && !rubric.ratings) diagnostics.report("R701", { id }, places.value(part, "of"));
    if (part.is !== undefined) checkSameOfSubject(context, id, part);
    if (isOfRating(part) && part.compare !== undefined) {
      diagnostics.report("R710", { name: id, key: "compare" }, places.value(part, "compare"));
    }
    if (part.compare !== undefined && context.node.has(part.compare) && combinesTotals(context)) {
      diagnostics.report("R708", { name: part.compare }, places.value(part, "compare"));
    }
  }
  if (rubric.ratings) checkUses(context);
};

/** With `is` a column of the rater is known from the row of the rater himself: he is found by his key, and the two can say the same. */
function checkSameOfSubject(context: Context, id: string, part: ColumnPart): void {
  const { rubric, places, diagnostics } = context;
  const place = places.value(part, "is");
  if (part.of !== "rater") {
    diagnostics.report("R709", { key: "is", belongs: "`of: rater`" }, places.key(part, "is"));
    return;
  }
  const keys = keyColumns(rubric).length;
  if (keys > 1) diagnostics.report("R719", { id, keys }, place);
  const same = columnAt(context, part, "is");
  const reason = same && difference(part, same.part);
  if (reason) diagnostics.report("R720", { id, name: same.id, reason }, place, declaration(context, same));
}

/** Why a column of the rater cannot say what one of the subject says. */
function difference(part: ColumnPart, same: ColumnPart): Bilingual | undefined {
  if (isOfRating(same)) return phrase("it is no column of the subject");
  if (part.when !== undefined) return phrase("with `when` it says nothing of some raters");
  if (same.type !== part.type) return phrase("it is of another type");
  const lacking = (same.values ?? []).filter((value) => !part.values?.includes(value));
  if (lacking.length === 0) return undefined;
  return phrase("it has values that are unknown here: {values}", { values: quoted(lacking) });
}

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
  if (!column || !isOfRating(column.part)) return;
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
  const of = names.map((name) => (name === undefined ? undefined : isOfRating(columns.get(name)?.part)));
  const at = of.indexOf(true);
  return at >= 0 && of.includes(false) && names[at] !== by ? names[at] : undefined;
}
