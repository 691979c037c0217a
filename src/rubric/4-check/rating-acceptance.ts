import type { Scope } from "../../expression/context.ts";
import type { Expression } from "../../expression/tree.ts";
import type { RatingsPart } from "../2-shape/rubric.ts";
import { cellTypes, columnTypes } from "../3-facts/types.ts";
import { compileAt } from "./compile-at.ts";
import type { Check, Context } from "./context.ts";

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

const beforeScores = {
  en: "whether a rating counts is decided before anything is scored, by columns and `raw` cells",
  vi: "lượt chấm có được tính hay không được quyết định trước khi chấm điểm, theo cột và ô `raw`",
};

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
