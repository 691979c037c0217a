import { sign } from "../../number/exact.ts";
import type { NodeEntry } from "../3-facts/outline.ts";
import { share } from "../3-facts/percentage.ts";
import type { Check, Context } from "./context.ts";
import { didYouMean, quoted } from "./words.ts";

/** The weights of an area name all its counted children and nobody else, each with a number above 0. */
export const checkWeights: Check = (context) => {
  for (const node of context.nodes) checkArea(context, node);
};

function checkArea({ places, diagnostics }: Context, { part, children }: NodeEntry): void {
  if (typeof part.combine !== "object") return;
  const { weights } = part.combine;
  const ids = children.filter((child) => !child.part.bonus).map((child) => child.part.id);
  const missing = ids.filter((id) => !Object.hasOwn(weights, id));
  if (missing.length > 0) {
    diagnostics.report("R123", { id: part.id, missing: quoted(missing) }, places.key(part.combine, "weights"));
  }
  for (const [name, weight] of Object.entries(weights)) {
    if (!ids.includes(name)) {
      const parameters = { id: part.id, name, suggestion: didYouMean(name, ids) };
      diagnostics.report("R124", parameters, places.key(weights, name));
    }
    if (sign(share(weight) ?? 0) <= 0) diagnostics.report("R139", { name }, places.value(weights, name));
  }
}
