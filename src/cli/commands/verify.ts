import { anonymiseAgain } from "../../archive/anonymise-report.ts";
import type { Basis } from "../../archive/basis.ts";
import { compareResults } from "../../archive/compare-results.ts";
import type { OpenResults } from "../../archive/open-results.ts";
import { openResults } from "../../archive/open-results.ts";
import type { RecordedFlags } from "../../archive/recorded-flags.ts";
import { unknownFlags } from "../../archive/recorded-flags.ts";
import type { ResultSet } from "../../archive/result-set.ts";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { rerank } from "../../engine/law/ranking.ts";
import { recordedInputs } from "../../inputs/recorded-inputs.ts";
import { version } from "../../model/version.ts";
import type { Computed } from "../../pipeline.ts";
import { compute, keepEverything } from "../../pipeline.ts";
import { phrase } from "../../text/phrase.ts";
import type { Source } from "../../text/source.ts";
import { choose } from "../../views/choose.ts";
import type { View } from "../../views/selection.ts";
import { showFindings } from "../print.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";
import { flagSources, tracing } from "../view.ts";

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
  if (!flags.quiet) await io.stdout.write(`${verdict(results, session)}\n`);
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
  const { period, trace, "decimal-mark": decimalMark } = recorded;
  const asked = {
    ...(period !== undefined && { period }),
    ...(decimalMark && { decimalMark }),
    ...(trace && { witness: keepEverything }),
  };
  const computed = await compute({ ...basis, ...asked }, again);
  const isSound = !again.hasErrors || (recorded["keep-going"] && !again.stopsEverything);
  const view = computed && isSound ? await viewAgain(computed, recorded, session, again, diagnostics) : undefined;
  if (computed && view) {
    const set: ResultSet = { computed, basis, flags: recorded, view };
    compareResults(results, set, diagnostics);
  } else if (!diagnostics.hasErrors) {
    const sources: Source[] = [basis.rubric, ...flagSources(recorded)];
    await showFindings(session, session.io.stderr, findings(again), sources);
    diagnostics.report("C163", { version });
  }
}

/** What was printed: of the same people, with the codes of the map that `--anonymise` names. */
async function viewAgain(
  computed: Computed,
  recorded: RecordedFlags,
  { flags }: Session,
  again: Diagnostics,
  diagnostics: Diagnostics,
): Promise<View | undefined> {
  const coded = recorded.anonymise && (await anonymiseAgain(computed.report, flags.anonymise as string, diagnostics));
  const report = recorded.anonymise ? coded && rerank(coded) : computed.report;
  const selection = report && (await choose(report, recorded, again));
  return selection && { report, selection: tracing(computed, selection) };
}

function verdict({ directory, receipt }: OpenResults, { language }: Session): string {
  const files = receipt.outputs.length;
  const inputs = receipt.rubric.files.length + receipt.inputs.length;
  const words = phrase(
    "verified: computed again from {inputs} input files, all {files} result files are the same byte for byte",
    { inputs, files },
  );
  return `${directory}: ${words[language]}`;
}
