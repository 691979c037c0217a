import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Concluded } from "../engine/engine.ts";
import { derive } from "../engine/explain/derive.ts";
import type { Computed } from "../pipeline.ts";
import { traceJson } from "../views/explanation/explanation-json.ts";
import type { Selection } from "../views/selection.ts";
import type { FlagValues } from "./flags.ts";

/** A selection with the derivation of each result, of a computation that {@link keepEverything} has watched. */
export function tracing({ plan, witness }: Computed, selection: Selection): Selection {
  if (!witness) return selection;
  const concluded = (period: string) => witness.periods.get(period) as Concluded;
  return { ...selection, trace: ({ period }, result) => traceJson(derive(plan, concluded(period), result)) };
}

/** Only a report for programs has a place for derivations, and none without the names of people. */
export function checkTrace({ trace, format, anonymise }: FlagValues, diagnostics: Diagnostics): void {
  if (!trace) return;
  if (!format?.includes("json")) diagnostics.report("C182", {});
  if (anonymise !== undefined) diagnostics.report("C183", {});
}
