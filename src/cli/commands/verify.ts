import type { Basis } from "../../archive/basis.ts";
import { readCodeMap } from "../../archive/code-map.ts";
import { compareResults } from "../../archive/compare-results.ts";
import type { OpenResults } from "../../archive/open-results.ts";
import { openResults } from "../../archive/open-results.ts";
import type { RecordedFlags } from "../../archive/recorded-flags.ts";
import { unknownFlags } from "../../archive/recorded-flags.ts";
import type { ResultSet } from "../../archive/result-set.ts";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { nearestFile } from "../../files/files.ts";
import { recordedInputs } from "../../inputs/recorded-inputs.ts";
import type { Report } from "../../model/report.ts";
import { version } from "../../model/version.ts";
import { keepEverything } from "../../pipeline.ts";
import type { Source } from "../../text/source.ts";
import { withCodes } from "../anonymising.ts";
import { computeBasis } from "../computing.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";
import { showFindings } from "../show.ts";
import { tracing } from "../tracing.ts";
import { flagSources, selectionOf } from "../view.ts";

/** Computes results again from what their receipt names, and compares them byte for byte. */
export async function run(session: Session): Promise<number> {
  const { io, flags, operands } = session;
  const diagnostics = createDiagnostics();
  const results = await openResults(operands[0] ?? "", diagnostics);
  if (results && checkFlags(results, session, diagnostics)) {
    const basis = await recordedInputs(results.receipt, flags.from ?? ".", io, diagnostics);
    if (basis) await computeAgain(results, basis, session, diagnostics);
  }
  await showFindings(session, io.stderr, findings(diagnostics));
  if (diagnostics.hasWrongUsage) return exit.usage;
  if (!results || diagnostics.hasErrors) return exit.failed;
  await io.stdout.write(`${verdict(results, session)}\n`);
  return exit.fine;
}

/** A flag that is not understood would be left out in silence: then other results were right. */
function checkFlags({ directory, receipt }: OpenResults, { flags }: Session, diagnostics: Diagnostics): boolean {
  for (const flag of unknownFlags(receipt.flags)) {
    diagnostics.report("C156", { directory, flag: `--${flag}`, version, recorded: receipt.score });
  }
  if (receipt.flags.anonymise && flags.anonymise === undefined) diagnostics.report("C175", { directory });
  return !diagnostics.hasErrors;
}

async function computeAgain(
  results: OpenResults,
  basis: Basis,
  session: Session,
  diagnostics: Diagnostics,
): Promise<void> {
  const recorded = results.receipt.flags as RecordedFlags;
  const again = createDiagnostics();
  const computed = await computeBasis(basis, recorded.period, again, recorded.trace && keepEverything);
  const isSound = !again.hasErrors || (recorded["keep-going"] && !again.stopsEverything);
  const report = computed && isSound ? await coded(computed.report, recorded, session, diagnostics) : undefined;
  const selection = report && (await selectionOf(report, recorded, again));
  if (computed && report && selection) {
    const view = { report, selection: tracing(computed, selection) };
    const set: ResultSet = { computed, basis, flags: recorded, view };
    compareResults(results, set, diagnostics);
  } else if (!diagnostics.hasErrors) {
    const sources: Source[] = [basis.rubric, ...flagSources(recorded)];
    await showFindings(session, session.io.stderr, findings(again), sources);
    diagnostics.report("C163", { version });
  }
}

/** The report as the results were printed: with the codes of the map that `--anonymise` names. */
async function coded(
  plain: Report,
  { anonymise }: RecordedFlags,
  { flags }: Session,
  diagnostics: Diagnostics,
): Promise<Report | undefined> {
  if (!anonymise) return plain;
  const file = flags.anonymise as string;
  const known = await readCodeMap(file, plain.plan, diagnostics);
  if (!known) return undefined;
  if (known.text === undefined) {
    diagnostics.report("C110", { file, suggestion: await nearestFile(file) });
    return undefined;
  }
  const keys = new Set(plain.periods.flatMap((period) => period.results.map(({ key }) => key)));
  const strangers = [...keys].filter((key) => !known.map.has(key));
  if (strangers.length === 0) return withCodes(plain, known.map);
  diagnostics.report("C176", { file, count: strangers.length });
  return undefined;
}

function verdict({ directory, receipt }: OpenResults, { language }: Session): string {
  const files = receipt.outputs.length;
  const inputs = receipt.rubric.files.length + receipt.inputs.length;
  return language === "vi"
    ? `${directory}: khớp: tính lại từ ${inputs} tệp đầu vào, ${files} tệp kết quả giống nhau từng byte`
    : `${directory}: verified: computed again from ${inputs} input files, all ${files} result files are the same byte for byte`;
}
