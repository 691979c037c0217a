import { anonymiseAgain } from "../archive/anonymise-report.ts";
import type { Basis } from "../archive/basis.ts";
import { inEncoding } from "../archive/basis.ts";
import { compareResults } from "../archive/compare-results.ts";
import type { OpenResults } from "../archive/open-results.ts";
import type { RecordedFlags } from "../archive/recorded-flags.ts";
import { unknownFlags } from "../archive/recorded-flags.ts";
import type { ResultSet } from "../archive/result-set.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import { findings } from "../diagnostics/findings.ts";
import { rerank } from "../engine/law/ranking.ts";
import { recordedInputs } from "../inputs/recorded-inputs.ts";
import { version } from "../model/version.ts";
import type { Computed } from "../pipeline.ts";
import { compute, keepEverything } from "../pipeline.ts";
import type { RatersWatch } from "../raters/watch.ts";
import type { Source } from "../text/source.ts";
import { choose } from "../views/choose.ts";
import type { View } from "../views/selection.ts";
import { bookFor } from "./book.ts";
import { pageFor, watchForPage } from "./page.ts";
import { showFindings } from "./print.ts";
import { rubricSources } from "./rubric-sources.ts";
import type { Session } from "./session.ts";
import { flagSources, keptBy, tracing } from "./view.ts";

/** With what has watched the computation, where that was asked for. */
export interface SetAgain extends ResultSet {
  readonly computed: Computed;
  readonly watch: RatersWatch | undefined;
}

/** What is wanted besides the results: what pages say of raters, all that derivations need. */
type Kept = "nothing" | "ratings" | "everything";

/**
 * Computes results again from what their receipt names, below `--from`. Undefined, with diagnostics, where that cannot be done
 * or does not come to the same bytes.
 */
export async function computeAgain(
  results: OpenResults,
  session: Session,
  diagnostics: Diagnostics,
  kept: Kept = "nothing",
): Promise<SetAgain | undefined> {
  if (!checkFlags(results, session, diagnostics)) return undefined;
  const basis = await recordedInputs(results.receipt, session.flags.from ?? ["."], session.io, diagnostics);
  const set = basis && (await setAgain(results, basis, session, diagnostics, kept));
  if (set) compareResults(results, set, diagnostics);
  return diagnostics.hasErrors ? undefined : set;
}

/** A flag that is not understood would be left out in silence: then other results were right. */
function checkFlags({ directory, receipt }: OpenResults, { flags }: Session, diagnostics: Diagnostics): boolean {
  for (const flag of unknownFlags(receipt.flags)) {
    diagnostics.report("C156", { directory, flag: `--${flag}`, version, recorded: receipt.score });
  }
  if (receipt.flags.anonymise && flags.anonymise === undefined) diagnostics.report("C175", { directory });
  return !diagnostics.hasErrors;
}

async function setAgain(
  results: OpenResults,
  basis: Basis,
  session: Session,
  diagnostics: Diagnostics,
  kept: Kept,
): Promise<SetAgain | undefined> {
  const recorded = results.receipt.flags as RecordedFlags;
  const again = createDiagnostics();
  const { period, "decimal-mark": decimalMark } = recorded;
  const keepsRows = recorded.trace === true || kept === "everything";
  const watch = await watchForPage(kept === "nothing" ? recorded : { ...recorded, format: ["html"] }, () => keepsRows);
  const witness = watch?.witness ?? (keepsRows && keepEverything);
  const asked = {
    ...(period !== undefined && { period }),
    ...(decimalMark && { decimalMark }),
    ...(recorded["keep-columns"] && { keepsColumns: true }),
    ...(witness && { witness }),
  };
  const computed = await compute({ ...inEncoding(basis, recorded.encoding), ...asked }, again);
  const isSound = !again.hasErrors || (recorded["keep-going"] && !again.stopper);
  const view = computed && isSound ? await viewAgain(computed, recorded, session, again, diagnostics) : undefined;
  if (computed && view)
    return {
      computed,
      watch,
      basis,
      flags: recorded,
      view,
      page: await pageFor(computed, view, recorded, watch),
      book: await bookFor(view, recorded),
    };
  if (!diagnostics.hasErrors) {
    const sources: Source[] = [...rubricSources(basis), ...flagSources(recorded)];
    await showFindings(session, session.io.stderr, findings(again), sources);
    diagnostics.report("C163", { version });
  }
  return undefined;
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
  const selection = report && (await choose(report, recorded, again, keptBy(computed, recorded)));
  return selection && { report, selection: recorded.trace ? tracing(computed, selection) : selection };
}
