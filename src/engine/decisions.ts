import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import type { Decision } from "../model/given.ts";
import { showKey } from "../model/keys.ts";
import { listCell } from "../model/places.ts";
import type { Plan, Stage } from "../model/plan.ts";
import { reasonText } from "../model/reason.ts";
import type { Mark, Result } from "../model/report.ts";
import { suggest } from "../text/suggest.ts";
import type { Chronicle } from "./periods/chronicle.ts";

/** The decisions of the authority, by period and key. */
export interface Decisions {
  readonly isEmpty: boolean;
  of(period: string, key: string): readonly Decision[];
  /** Of a whole period. */
  in(period: string): readonly Decision[];
}

export function createDecisions(decisions: readonly Decision[]): Decisions {
  const periods = new Map<string, Map<string, Decision[]>>();
  for (const decision of decisions) {
    const keys = periods.get(decision.period) ?? new Map<string, Decision[]>();
    periods.set(decision.period, keys);
    keys.set(decision.key, [...(keys.get(decision.key) ?? []), decision]);
  }
  return {
    isEmpty: decisions.length === 0,
    of: (period, key) => periods.get(period)?.get(key) ?? [],
    in: (period) => [...(periods.get(period)?.values() ?? [])].flat(),
  };
}

/** A decided band is nobody's to move. */
export const hasDecidedBand = ({ decisions }: Result): boolean =>
  decisions?.some(({ action }) => action === "set_band") === true;

/** Enters the decisions about a period's results: the state and band that they set, the mark, and the reason they give. */
export function applyDecisions(plan: Plan, stage: Stage, period: string, results: readonly Result[], all: Decisions) {
  if (all.isEmpty) return;
  for (const result of results) {
    const decisions = all.of(period, result.key);
    if (decisions.length === 0) continue;
    const band = decisions.find(({ action }) => action === "set_band");
    if (band) {
      result.state = "rated";
      result.band = stage.bands.findIndex(({ id }) => id === band.value);
    } else if (decisions.some(({ action }) => action === "not_rated")) {
      result.state = "not_rated";
      result.band = undefined;
    }
    result.decisions = decisions;
    result.marks = [...new Set<Mark>([...result.marks, "decided"])].sort();
    result.why = { kind: "decided", decisions, before: band ? undefined : result.why };
    result.reason = reasonText(plan, result.why);
  }
}

/** Reports decisions about somebody, or some period, of whom nothing is computed: none is passed over in silence. */
export function checkDecisions(
  decisions: readonly Decision[],
  periods: ReadonlyMap<string, readonly Result[]>,
  chronicle: Chronicle,
  diagnostics: Diagnostics,
): void {
  for (const decision of decisions) {
    const { key, period, action, value } = decision;
    const results = periods.get(period);
    if (!results) {
      const computed = [...periods.keys()].join(", ");
      diagnostics.report("D409", { period, computed: computed === "" ? "-" : computed }, listCell(decision, "period"));
    } else if (!results.some((result) => result.key === key)) {
      reportUnknown(decision, key, "key", results, diagnostics);
    } else if (action === "was" && !chronicle.hasKey(value)) {
      reportUnknown(decision, value, "value", results, diagnostics);
    }
  }
}

function reportUnknown(
  decision: Decision,
  key: string,
  column: "key" | "value",
  results: readonly Result[],
  diagnostics: Diagnostics,
): void {
  const suggestion = suggest(
    showKey(key),
    results.map((result) => showKey(result.key)),
  );
  const parameters = { key: showKey(key), period: decision.period, suggestion };
  diagnostics.report(column === "key" ? "D405" : "D411", parameters, listCell(decision, column));
}
