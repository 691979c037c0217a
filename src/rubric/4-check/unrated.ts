import { partsOf } from "../../expression/budget.ts";
import type { Expression } from "../../expression/tree.ts";
import { readersOf } from "../3-facts/readers.ts";
import type { Check } from "./context.ts";

/** What only a rating gives a period. */
const ofRating: readonly string[] = ["band", "total", "unclamped", "rank"];

/** `recent(n)` has periods in every state: what is counted of them says what those without a rating are. */
export const checkUnrated: Check = (context) => {
  for (const { holder, key, expression } of readersOf(context)) {
    const field = lacking(expression);
    if (field !== undefined) context.diagnostics.report("R625", { field }, context.places.value(holder, key));
  }
};

/** A field that some period of a list may lack, where nothing asks for the period's state and the answer is lost without it. */
function lacking(e: Expression): string | undefined {
  // One period for which it holds is enough, whatever the others lack.
  if (e.kind === "macro" && e.name !== "exists" && isRecent(e.list)) {
    const fields = fieldsOf(e.variable, e.body);
    const field = fields.has("state") ? undefined : ofRating.find((each) => fields.has(each));
    if (field !== undefined) return field;
  }
  return partsOf(e).reduce<string | undefined>((found, part) => found ?? lacking(part), undefined);
}

/** The list itself, not what a filter leaves of it. */
const isRecent = (e: Expression): boolean => e.kind === "ask" && e.name === "recent";

const fieldsOf = (variable: string, e: Expression): ReadonlySet<string> =>
  e.kind === "select" && e.of.kind === "name" && e.of.name === variable
    ? new Set([e.field])
    : new Set(partsOf(e).flatMap((part) => [...fieldsOf(variable, part)]));
