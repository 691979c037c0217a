import { recordedFlags } from "../../archive/recorded-flags.ts";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { writeLines } from "../../files/write-lines.ts";
import type { Report } from "../../model/report.ts";
import { keepEverything } from "../../pipeline.ts";
import { phrase } from "../../text/phrase.ts";
import type { Source } from "../../text/source.ts";
import { bookFor } from "../book.ts";
import { computeGiven } from "../computing.ts";
import { pageFor, watchForPage } from "../page.ts";
import { keptFor, printResults, refuseFormats, showFindings, showRefused, stdoutFormat } from "../print.ts";
import { rubricSources } from "../rubric-sources.ts";
import { sayWaiting } from "../say-waiting.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";
import { flagSources, viewOf } from "../view.ts";

/** Computes every period in the sheets and every rollup that is complete. */
export async function run(session: Session): Promise<number> {
  const { io, flags, operands } = session;
  const [rubricName = "", ...sheetNames] = operands;
  const diagnostics = createDiagnostics(keptFor(flags));
  if (flags.out === undefined) {
    refuseFormats(flags, diagnostics);
    if (flags.format?.includes("xlsx")) diagnostics.report("C138", {});
  }
  refuseTrace(session, diagnostics);
  const watch = await watchForPage(flags, () => flags.trace === true);
  const witness = watch?.witness ?? (flags.trace && keepEverything);
  const outcome = await computeGiven(rubricName, sheetNames, session, diagnostics, witness);
  if (outcome.kind === "stopped") return end(outcome.exit, outcome.sources);

  const { computed, basis, failed } = outcome;
  await sayWaiting(computed.report, session);
  const sources = [...rubricSources(basis), ...flagSources(flags)];
  if (!fitsStdout(computed.report, session, diagnostics)) return end(exit.usage, sources);
  const recorded = recordedFlags(flags, computed.report);
  const view = await viewOf(computed, flags, diagnostics);
  if (!view) return end(exit.usage, sources);
  if (!view.save()) return end(exit.failed, sources);
  const page = await pageFor(computed, view, recorded, watch);
  const book = await bookFor(view, recorded);
  if (flags.out === undefined) {
    await showFindings(session, io.stderr, findings(diagnostics), sources);
    await (page ? writeLines(io.stdout, page) : printResults(view, session));
    return failed ? exit.failed : exit.fine;
  }
  const { saveResults } = await import("../../archive/result-set.ts");
  const written = saveResults({ computed, basis, flags: recorded, view, page, book }, flags.out, diagnostics);
  if (!written) return end(exit.failed, sources);
  if (!flags.quiet) await sayWritten(view.report, session);
  await showFindings(session, io.stderr, findings(diagnostics), sources);
  return failed ? exit.failed : exit.fine;

  async function end(code: number, shown: readonly Source[]): Promise<number> {
    await showRefused(session, findings(diagnostics), shown);
    return code;
  }
}

/** Only a report for programs has a place for derivations, and none without the names of people. */
function refuseTrace({ flags: { trace, format, anonymise } }: Session, diagnostics: Diagnostics): void {
  if (!trace) return;
  if (!format?.includes("json")) diagnostics.report("C182", {});
  if (anonymise !== undefined) diagnostics.report("C183", { flag: "--trace" });
}

/** Two CSV tables in one stream are no CSV file any more: whether there is one, or another format, or no stream. */
function fitsStdout({ periods }: Report, { flags }: Session, diagnostics: Diagnostics): boolean {
  if (flags.out !== undefined || periods.length < 2 || stdoutFormat(flags) !== "csv") return true;
  const names = periods.map(({ period }) => period).join(", ");
  diagnostics.report("C122", { count: periods.length, periods: names });
  return false;
}

/** What is now in the folder, as stdout stays for data. */
async function sayWritten({ periods }: Report, { io, flags, language }: Session): Promise<void> {
  const counts = periods.map(({ period, results }) => `${period} (${results.length})`).join(", ");
  await io.stderr.write(`${flags.out}: ${phrase("written")[language]}: ${counts}\n`);
}
