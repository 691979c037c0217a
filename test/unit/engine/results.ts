import type { Diagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import type { EngineOptions } from "../../../src/engine/engine.ts";
import { createEngine } from "../../../src/engine/engine.ts";
import type { Plan } from "../../../src/model/plan.ts";
import type { Report, Result } from "../../../src/model/report.ts";
import { formatDecimal } from "../../../src/number/decimal.ts";
import { divide } from "../../../src/number/exact.ts";
import { reasonText } from "../../../src/views/reason-text.ts";
import { compile, compute } from "../../reference/compile.ts";
import { rowsFor } from "../../reference/rows.ts";
import type { PlainRow } from "../../reference/sheet.ts";

/** What every small rubric of these tests begins with; a test writes the rest. */
const head = `
schema: 1
id: r
version: "1"
subject: { noun: đảng viên, key: ma }
`;

/** A result as texts and ids, by the key of the subject. */
export interface Shown {
  readonly total: string;
  readonly unclamped: string;
  readonly state: string;
  readonly reason: string;
  readonly band: string;
  readonly rank: string;
  readonly rules: string;
  readonly awards: string;
  readonly alerts: string;
  readonly marks: string;
  /** The points of an area or item. */
  readonly points: (id: string) => string;
}

/** Results of one period (the last one unless it is named) by key, from a rubric and a table such as {@link table} reads. */
export function results(rubric: string, sheet: string, period?: string): Record<string, Shown> {
  const { report } = computed(rubric, sheet);
  const found = period === undefined ? report.periods.at(-1) : report.periods.find((each) => each.period === period);
  if (!found) throw new Error(`no results of ${period}`);
  const { plan } = report;
  const { bands, nodes } = found.stage === 0 ? plan.stage : (plan.rollups[found.stage - 1] as Plan["stage"]);
  const shown = (result: Result): Shown => {
    const points = (units: Result["total"]): string =>
      units === undefined ? "" : formatDecimal(divide(units, plan.scale));
    return {
      total: points(result.total),
      unclamped: points(result.unclamped),
      state: result.state,
      reason: reasonText(plan, result.reason),
      band: bands[result.band ?? -1]?.id ?? "",
      rank: String(result.rank ?? ""),
      rules: result.rules.join(" "),
      awards: result.awards.join(" "),
      alerts: result.alerts.join(" "),
      marks: result.marks.join(" "),
      points: (id) => points(result.scores[nodes.findIndex((node) => node.id === id)]),
    };
  };
  return Object.fromEntries([...found.results].map((result) => [result.key, shown(result)]));
}

export function computed(rubric: string, sheet: string): { plan: Plan; report: Report } {
  const { plan } = compile(head + rubric);
  return { plan, report: compute(plan, rowsFor(plan, table(sheet))) };
}

/** What the engine itself makes of such a table, with all that may stand beside it; what it reports goes to `diagnostics`. */
export function reportOf(
  plan: Plan,
  sheet: string,
  options: Partial<EngineOptions> = {},
  diagnostics: Diagnostics = createDiagnostics(),
): Report {
  const engine = createEngine(plan, diagnostics, { reasonText, ...options });
  for (const row of rowsFor(plan, table(sheet))) engine.add(row);
  return engine.finish();
}

/** One figure of every result, by key. */
export const each = (shown: Record<string, Shown>, figure: Exclude<keyof Shown, "points">): Record<string, string> =>
  Object.fromEntries(Object.entries(shown).map(([key, result]) => [key, result[figure]]));

/** Rows from a table with columns parted by spaces; `-` is a blank cell, the period is 2026 where there is no such column. */
function table(text: string): PlainRow[] {
  const [names = [], ...lines] = text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  return lines.map((cells) => {
    const texts = Object.fromEntries(
      names.map((name, index) => [name, cells[index] === "-" ? "" : (cells[index] ?? "")]),
    );
    return { period: texts.period ?? "2026", texts };
  });
}
