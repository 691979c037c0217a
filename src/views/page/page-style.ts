import type { Plan } from "../../model/plan.ts";
import { identity } from "../columns.ts";
import type { Selection } from "../selection.ts";
import type { Style } from "../style.ts";
import { forPeople } from "../style.ts";

/** A page names people where they are listed, as long as somebody can read the list. */
export function forPage(plan: Plan, { without = [] }: Selection): Style {
  const naming = identity(plan).at(plan.key.length);
  const isKept = naming !== undefined && !without.includes(plan.columns[naming]?.id ?? "");
  return { ...forPeople(plan), most: 60, ...(isKept && { naming }) };
}
