import type { Compared } from "../../archive/compare-tables.ts";
import type { OpenResults } from "../../archive/open-results.ts";
import { openResults } from "../../archive/open-results.ts";
import { isOfQuery } from "../../archive/query-receipt.ts";
import { receiptName } from "../../archive/receipt.ts";
import { isResultTable } from "../../archive/result-table.ts";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { filesIn } from "../../files/files.ts";
import { phrase } from "../../text/phrase.ts";
import { computeAgain } from "../compute-again.ts";
import { showFindings } from "../print.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";

/** Computes results again from what their receipt names, and compares them byte for byte. */
export async function run(session: Session): Promise<number> {
  const { io, flags, operands } = session;
  const diagnostics = createDiagnostics();
  const results = await openResults(operands[0] ?? "", diagnostics);
  const ofQuery = results && isOfQuery(results.receipt);
  if (results) noteOthers(results, diagnostics);
  const compared = ofQuery
    ? await (await import("../query-results.ts")).verifyQuery(results, session, diagnostics)
    : undefined;
  if (results && !ofQuery) await computeAgain(results, session, diagnostics);
  await showFindings(session, io.stderr, findings(diagnostics));
  if (diagnostics.hasWrongUsage) return exit.usage;
  if (!results || diagnostics.hasErrors) return exit.failed;
  if (!flags.quiet)
    await io.stdout.write(`${compared ? verdictOfQuery(results, compared, session) : verdict(results, session)}\n`);
  return exit.fine;
}

/** Files beside the results, of which nothing is known: all but signatures of the receipt, and what engines leave beside their tables. */
function noteOthers({ directory, receipt }: OpenResults, diagnostics: Diagnostics): void {
  const listed = new Set(receipt.outputs.map(({ name }) => name));
  const others = (filesIn(directory, diagnostics) ?? []).filter(
    (name) =>
      !listed.has(name) &&
      !name.startsWith(receiptName) &&
      !name.startsWith(".") &&
      (!isOfQuery(receipt) || isResultTable(name)),
  );
  if (others.length === 0) return;
  const files = others.length > mostNamed ? [...others.slice(0, mostNamed), "…"] : others;
  diagnostics.report("C228", { directory, files });
}

const mostNamed = 5;

function verdict({ directory, receipt }: OpenResults, { language }: Session): string {
  const files = receipt.outputs.length;
  const inputs = receipt.rubric.files.length + receipt.inputs.length;
  const words = phrase(
    "verified: computed again from {inputs} input files, all {files} result files are the same byte for byte",
    { inputs, files },
  );
  return `${directory}: ${words[language]}`;
}

function verdictOfQuery({ directory }: OpenResults, { people, left }: Compared, { language }: Session): string {
  const words = phrase(
    "verified: {people} {people|result|results} of the query computed again, the same[ in all columns but {left}, which rest on everybody]",
    { people, left: left.length > 0 ? left.join(", ") : undefined },
  );
  return `${directory}: ${words[language]}`;
}
