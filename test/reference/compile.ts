import type { Diagnostics } from "../../src/diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { messageOf } from "../../src/diagnostics/message.ts";
import { createEngine } from "../../src/engine/engine.ts";
import type { Fact, PastPeriod } from "../../src/model/given.ts";
import type { Plan } from "../../src/model/plan.ts";
import type { Report } from "../../src/model/report.ts";
import type { Row } from "../../src/model/row.ts";
import type { OpenRubric } from "../../src/rubric/compile.ts";
import { openRubric } from "../../src/rubric/compile.ts";
import { source } from "../../src/text/source.ts";
import { reasonText } from "../../src/views/reason-text.ts";

/** A rubric that must be sound; notes and warnings are allowed. */
export function compile(text: string): OpenRubric {
  const diagnostics = createDiagnostics();
  const opened = openRubric(source("rubric.yaml", text), diagnostics);
  refuse(diagnostics);
  if (!opened) throw new Error("the rubric was refused without a reason");
  return opened;
}

/** The report of the real engine on rows without mistakes; `period`: the one that is asked for; `history`: results of earlier runs. */
export function compute(
  plan: Plan,
  rows: readonly Row[],
  facts: readonly Fact[] = [],
  period?: string,
  history: readonly PastPeriod[] = [],
): Report {
  const diagnostics = createDiagnostics();
  const logs = new Map((plan.tables ?? []).flatMap(({ id, log }) => (log ? [[id, facts] as const] : [])));
  const engine = createEngine(plan, diagnostics, {
    reasonText,
    logs,
    history,
    ...(period !== undefined && { period }),
  });
  for (const row of rows) engine.add(row);
  const report = engine.finish();
  refuse(diagnostics);
  return report;
}

export function refuse({ hasErrors, list }: Diagnostics): void {
  if (!hasErrors) return;
  const errors = list.filter(({ severity }) => severity === "error");
  throw new Error(
    errors.map((each) => `${each.place?.line}:${each.place?.column} ${each.code} ${messageOf(each, "en")}`).join("\n"),
  );
}
