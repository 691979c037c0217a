import type { Plan } from "../model/plan.ts";

/** Every name that an expression of the plan reads: what stands there can change a result. */
export function decidingNames(plan: Plan): ReadonlySet<string> {
  const names = new Set<string>();
  visit(plan);
  return names;

  function visit(part: unknown): void {
    if (typeof part !== "object" || part === null) return;
    if ("kind" in part && part.kind === "name" && "name" in part) names.add(part.name as string);
    for (const each of Object.values(part)) visit(each);
  }
}
