import type { Scope } from "../../expression/context.ts";
import type { Type } from "../../expression/tree.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { nodeOrder } from "../3-facts/node-order.ts";
import { nodesOf } from "../3-facts/outline.ts";
import { ratingNames } from "../3-facts/rating-names.ts";
import { periodNames } from "../3-facts/scopes.ts";
import type { StageView } from "../3-facts/stages.ts";
import { stagesOf } from "../3-facts/stages.ts";
import { cellTypes, columnTypes, scoreTypes, subjectTypes } from "../3-facts/types.ts";
import { compileAt } from "./compile-at.ts";
import type { Check, Context } from "./context.ts";
import { tableTypes } from "./tables.ts";

/** `value` and `zero_if` read columns, cells and other scores: whatever is known before the total. */
function nodeScope(context: Context, perRating: ReadonlyMap<string, Bilingual>): Scope {
  const names = new Map([
    ...columnTypes(context),
    ...cellTypes(context),
    ...scoreTypes(context),
    ...tableTypes(
      context,
      context.rubric.bands.map(({ id }) => id),
    ),
  ]);
  for (const name of perRating.keys()) names.delete(name);
  return { names, unavailable: new Map([...later, ...perRating]) };
}

/** In an item that is scored in a rollup alone: the columns and cells of its row, its fellows, and the sub-periods. */
function ownScope(context: Context, stage: StageView): Scope {
  const names = new Map<string, Type>([
    ...periodNames(context, stage),
    ...subjectTypes(context),
    ...cellTypes(context, stage.rollup),
    ...scoreTypes(context, stage.rollup),
  ]);
  const shorter = nodesOf(context).map(({ part }) => [part.id, ofShorter] as const);
  const unavailable = new Map([...later, ...ratingNames(context), ...shorter]);
  for (const name of names.keys()) unavailable.delete(name);
  return { names, unavailable };
}

const tooEarly: Bilingual = {
  en: "it is known only when all items have their scores",
  vi: "chỉ có sau khi mọi tiêu chí đã có điểm",
};
const later = ["total", "unclamped", "band"].map((name) => [name, tooEarly] as const);
const ofShorter: Bilingual = {
  en: "it is scored in the shorter periods; go over `periods`",
  vi: "tiêu chí này được chấm ở các kỳ ngắn hơn; hãy duyệt `periods`",
};

export const checkNodeExpressions: Check = (context) => {
  const { places, diagnostics, nodes, expressions } = context;
  const ofItems = nodeScope(context, new Map());
  const ofAreas = nodeScope(context, ratingNames(context));
  const stages = stagesOf(context);
  for (const { part, rollup } of nodes) {
    const stage = rollup && stages.find((view) => view.rollup === rollup);
    const scope = stage ? ownScope(context, stage) : part.items === undefined ? ofItems : ofAreas;
    if (part.value !== undefined) compileAt(context, part, "value", scope, "number");
    if (part.zero_if !== undefined) compileAt(context, part, "zero_if", scope, "flag");
  }
  const order = nodeOrder(context);
  if (order.kind === "order") return;
  const { path } = order;
  const asking = path.find(({ part }) => expressions.get(part, "value") ?? expressions.get(part, "zero_if"));
  if (!asking) return;
  const key = expressions.get(asking.part, "value") ? "value" : "zero_if";
  diagnostics.report("R140", { path: path.map(({ part }) => part.id).join(" → ") }, places.value(asking.part, key));
};
