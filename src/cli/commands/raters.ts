import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { csvLines } from "../../document/csv.ts";
import { writeLines } from "../../files/write-lines.ts";
import type { Analysis } from "../../raters/analyse.ts";
import { analysisDocument } from "../../raters/document.ts";
import { jsonText } from "../../raters/json.ts";
import { ratingsTable } from "../../raters/ratings-table.ts";
import { watchRaters } from "../../raters/watch.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import type { Source } from "../../text/source.ts";
import { computeGiven } from "../computing.ts";
import { printDocument, refuseFormats, showFindings, showRefused } from "../print.ts";
import { rubricSources } from "../rubric-sources.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";

/** Reports on those who score: who scored whom, how severe they are and how far they agree. It changes no result. */
export async function run(session: Session): Promise<number> {
  const { io, flags, operands } = session;
  const [rubricName = "", ...sheetNames] = operands;
  const diagnostics = createDiagnostics();
  refuseFormats(flags, diagnostics);
  const watch = watchRaters();
  const outcome = await computeGiven(rubricName, sheetNames, session, diagnostics, watch.witness);
  if (outcome.kind === "stopped") return end(outcome.exit, outcome.sources);

  const { computed, basis, failed } = outcome;
  const analysis = watch.analysis(flags.period && computed.report.periods[0]?.period);
  if (!computed.plan.ratings) diagnostics.report("C160", {});
  else if (!analysis) reportNothing(flags.period, diagnostics);
  if (!analysis) return end(exit.failed, rubricSources(basis));
  await showFindings(session, io.stderr, findings(diagnostics), rubricSources(basis));
  await print(analysis, computed.plan.title, session);
  return failed ? exit.failed : exit.fine;

  async function end(code: number, sources: readonly Source[]): Promise<number> {
    await showRefused(session, findings(diagnostics), sources);
    return code;
  }
}

function reportNothing(wanted: string | undefined, diagnostics: Diagnostics): void {
  diagnostics.report("C161", { period: wanted });
}

async function print(analysis: Analysis, title: Bilingual, session: Session): Promise<void> {
  const { io, flags, language } = session;
  switch (flags.format?.[0]) {
    case "csv":
      return writeLines(io.stdout, csvLines(ratingsTable(analysis)));
    case "json":
      return io.stdout.write(jsonText(analysis));
    default:
      return printDocument(analysisDocument(analysis, title, language), session);
  }
}
