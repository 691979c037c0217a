import type { Basis } from "../../archive/basis.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import type { Findings } from "../../diagnostics/findings.ts";
import { findings, firstOfEach } from "../../diagnostics/findings.ts";
import type { Read } from "../../pipeline.ts";
import { read } from "../../pipeline.ts";
import { phrase } from "../../text/phrase.ts";
import { basisOf, sayAssumed } from "../computing.ts";
import { rejectsOf } from "../rejects.ts";
import { rubricSources } from "../rubric-sources.ts";
import {
  findingsFor,
  isDocument,
  keptFor,
  keptForMachines,
  printDocument,
  printFindings,
  showFindings,
} from "../print.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";

/** Reads sheets as compute does and stops there; what is found wrong is the data asked for and goes to stdout. */
export async function run(session: Session): Promise<number> {
  const { io, flags, operands } = session;
  const [rubricName = "", ...sheetNames] = operands;
  const diagnostics = createDiagnostics(keptFor(flags, keptForMachines));
  const formats = flags.format ?? ["text"];
  if (flags["explain-sheets"] && !formats.includes("text")) diagnostics.report("C129", { format: formats.join(", ") });
  const given = diagnostics.hasErrors ? undefined : await basisOf(rubricName, sheetNames, session, diagnostics);
  if (!given) {
    await showFindings(session, io.stderr, findings(diagnostics));
    return diagnostics.hasWrongUsage ? exit.usage : exit.failed;
  }
  const { basis, asked } = given;
  const rejects = rejectsOf(basis, session, diagnostics);
  const sheets = rejects?.sheets ?? basis.sheets;
  const done = diagnostics.hasWrongUsage ? undefined : await read({ ...basis, sheets, ...asked }, diagnostics);
  if (done) await rejects?.write(done, diagnostics);
  const failed = diagnostics.hasErrors || (flags.strict === true && diagnostics.hasWarnings);
  const found = firstOfEach(findings(diagnostics), keptForMachines);
  if (done && !flags.quiet && !flags["explain-sheets"]) await sayAssumed(done, session);
  for (const format of formats) {
    if (format === "text") await printText(basis, done, found, failed, session);
    else if (isDocument(format)) await printFindings(found, filesOf(basis), session);
    else await io.stdout.write(await findingsFor(format, found, filesOf(basis), "check", session));
  }
  if (diagnostics.hasWrongUsage) return exit.usage;
  return failed ? exit.failed : exit.fine;
}

const filesOf = ({ rubric, library, sheets, beside }: Basis): string[] =>
  [rubric, ...library.files(), ...sheets, ...beside.decisions, ...beside.tables].map(({ name }) => name);

async function printText(
  basis: Basis,
  done: Read | undefined,
  found: Findings,
  failed: boolean,
  session: Session,
): Promise<void> {
  const { io, flags, language } = session;
  if (done && flags["explain-sheets"]) {
    const { sheetsDocument } = await import("../../inputs/sheets-document.ts");
    await printDocument(sheetsDocument(done.notes, language), session);
  }
  await showFindings(session, io.stdout, found, rubricSources(basis));
  if (!done || failed || flags.quiet) return;
  const rows = done.notes.reduce((sum, each) => sum + each.rows, 0);
  const counts = { sheets: done.notes.length, rows };
  const words = phrase("ok: {sheets} {sheets|sheet|sheets}, {rows} {rows|row|rows}", counts);
  await io.stdout.write(`${words[language]}\n`);
}
