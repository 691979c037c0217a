import type { Bilingual } from "../../diagnostics/diagnostic.ts";
import type { Scope } from "../../expression/context.ts";
import { compileAt } from "./compile-at.ts";
import type { Check, Context } from "./context.ts";
import { nodeOrder } from "./node-order.ts";
import { ratingNames } from "./rating-names.ts";
import { tableTypes } from "./tables.ts";
import { cellTypes, columnTypes, scoreTypes } from "./types.ts";

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
  const later = ["total", "unclamped", "band"].map((name) => [name, tooEarly] as const);
  return { names, unavailable: new Map([...later, ...perRating]) };
}

const tooEarly = {
  en: "it is known only when all items have their scores",
  vi: "chỉ có sau khi mọi tiêu chí đã có điểm",
};

export const checkNodeExpressions: Check = (context) => {
  const { places, diagnostics, nodes, expressions } = context;
  const ofItems = nodeScope(context, new Map());
  const ofAreas = nodeScope(context, ratingNames(context));
  for (const { part } of nodes) {
    const scope = part.items === undefined ? ofItems : ofAreas;
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
