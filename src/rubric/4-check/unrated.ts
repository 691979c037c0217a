import { partsOf } from "../../expression/budget.ts";
import type { Expression } from "../../expression/tree.ts";
import { readersOf } from "../3-facts/readers.ts";
import type { Check } from "./context.ts";

/** What only a rating gives a period. */
const ofRating: readonly string[] = ["band", "total", "unclamped", "rank"];

/**
 * `recent(n)` has periods in every state, and this one, whose rank comes last of all: what is counted of them says what those without
 * a rating are, and leaves this one out where it asks for ranks.
 */
export const checkUnrated: Check = (context) => {
  for (const { holder, key, expression } of readersOf(context)) {
    const place = context.places.value(holder, key);
    const asked = askedOfEach(expression);
    const unguarded = asked.filter((fields) => !fields.has("state"));
    const field = unguarded.flatMap((fields) => ofRating.find((each) => fields.has(each)) ?? [])[0];
    if (field !== undefined) context.diagnostics.report("R625", { field }, place);
    if (asked.some((fields) => fields.has("rank") && !fields.has("period")))
      context.diagnostics.report("R658", {}, place);
  }
};

/** The fields of each count of recent periods that is lost where one of them lacks a field: to `exists` one that holds is enough. */
const askedOfEach = (e: Expression): readonly ReadonlySet<string>[] => [
  ...(e.kind === "macro" && e.name !== "exists" && isRecent(e.list) ? [fieldsOf(e.variable, e.body)] : []),
  ...partsOf(e).flatMap(askedOfEach),
];

/** The list itself, not what a filter leaves of it. */
const isRecent = (e: Expression): boolean => e.kind === "ask" && e.name === "recent";

const fieldsOf = (variable: string, e: Expression): ReadonlySet<string> =>
  e.kind === "select" && e.of.kind === "name" && e.of.name === variable
    ? new Set([e.field])
    : new Set(partsOf(e).flatMap((part) => [...fieldsOf(variable, part)]));
