import type { Plan } from "../model/plan.ts";
import type { PeriodReport } from "../model/report.ts";
import { compareText } from "../text/order.ts";
import type { Style } from "./style.ts";
import type { Line } from "./summary-line.ts";
import { namedKeys } from "./summary-line.ts";

/** A line for each thing that the authority decided: the action, the rule, band or award that it names, and about whom. */
export function* decisionLines(plan: Plan, period: PeriodReport, style: Style): Generator<Line> {
  const named = namedKeys(plan, period, style);
  const found = new Map<string, { action: string; value: string; keys: string[] }>();
  for (const { key, decisions = [] } of period.results) {
    for (const { action, value } of decisions) {
      // A former key is nobody's business but of those who keep the keys.
      const shown = action === "was" ? "" : value;
      const id = `${action} ${shown}`;
      const entry = found.get(id) ?? { action, value: shown, keys: [] };
      found.set(id, entry);
      entry.keys.push(key);
    }
  }
  for (const [, { action, value, keys }] of [...found].sort(([a], [b]) => compareText(a, b))) {
    yield { kind: "decision", id: action, title: value, count: keys.length, note: named(keys) };
  }
}
