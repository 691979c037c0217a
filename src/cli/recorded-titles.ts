import type { Receipt } from "../archive/receipt.ts";
import { titlesOf } from "../comparison/of-report.ts";
import type { Snapshot } from "../comparison/snapshot.ts";
import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Io } from "../files/io.ts";
import { recordedInputs } from "../inputs/recorded-inputs.ts";
import { stageOfKind } from "../model/stages.ts";
import { periodNamed } from "../period/parse-period.ts";
import { planOf } from "../pipeline.ts";

/** Results with what their rubric calls its rules, where it is still there as the receipt has it: result files have ids alone. */
export async function withRecordedTitles(snapshot: Snapshot, receipt: Receipt, io: Io): Promise<Snapshot> {
  const silent = createDiagnostics();
  const basis = await recordedInputs({ ...receipt, inputs: [] }, ["."], io, silent);
  const plan = basis && (await planOf(basis.rubric, silent, basis));
  if (!plan) return snapshot;
  const periods = [...snapshot.periods].map(([name, period]) => {
    const stage = stageOfKind(plan, periodNamed(name).kind);
    const titles = new Map([...(stage ? titlesOf(stage, plan.language) : []), ...period.titles]);
    return [name, { ...period, titles }] as const;
  });
  return { ...snapshot, periods: new Map(periods) };
}
