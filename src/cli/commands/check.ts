import type { Basis } from "../../archive/basis.ts";
import { fileNames } from "../../archive/basis.ts";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import type { Findings } from "../../diagnostics/findings.ts";
import { findings, firstOfEach } from "../../diagnostics/findings.ts";
import type { Document } from "../../document/block.ts";
import { tabIn } from "../../model/places.ts";
import type { Read } from "../../pipeline.ts";
import { compute } from "../../pipeline.ts";
import { phrase } from "../../text/phrase.ts";
import { basisOf, sayAssumed } from "../computing.ts";
import {
  findingsFor,
  isDocument,
  keptFor,
  keptForMachines,
  printDocument,
  printUnread,
  showFindings,
} from "../print.ts";
import { rejectsOf } from "../rejects.ts";
import { rubricSources } from "../rubric-sources.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";

/** Finds what compute does: some of it is known only with results, of which nothing is said. What is found is the data asked for and goes to stdout. */
export async function run(session: Session): Promise<number> {
  const { io, flags, operands } = session;
  const [rubricName = "", ...sheetNames] = operands;
  const diagnostics = createDiagnostics(keptFor(flags, keptForMachines));
  const formats = flags.format ?? ["text"];
  if (flags["explain-sheets"]) refuseReports(formats, diagnostics);
  const given = diagnostics.hasErrors ? undefined : await basisOf(rubricName, sheetNames, session, diagnostics);
  const rejects = given && rejectsOf(given.basis, session, diagnostics);
  if (!given || diagnostics.hasWrongUsage) {
    await printUnread("check", findings(diagnostics), session);
    return diagnostics.hasWrongUsage ? exit.usage : exit.failed;
  }
  const { basis, asked } = given;
  const done = await compute({ ...basis, sheets: rejects?.sheets ?? basis.sheets, ...asked }, diagnostics);
  if (done) await rejects?.write(done, diagnostics);
  const failed = diagnostics.hasErrors || (flags.strict === true && diagnostics.hasWarnings);
  const found = firstOfEach(findings(diagnostics), keptForMachines);
  if (done && !flags.quiet && !flags["explain-sheets"]) await sayAssumed(done, session);
  for (const format of formats) {
    if (format === "text") await printText(basis, done, found, failed, session);
    else if (isDocument(format)) await printDocument(await documentOf(basis, done, found, session), session);
    else if (format === "json") await io.stdout.write(await jsonOf(done, found, session));
    else await io.stdout.write(await findingsFor(format, found, filesOf(basis, done), "check", session));
  }
  if (diagnostics.hasWrongUsage) return exit.usage;
  return failed ? exit.failed : exit.fine;
}

/** Tables of columns would make a report in a format of others unreadable. */
function refuseReports(formats: readonly string[], diagnostics: Diagnostics): void {
  const foreign = formats.filter((format) => format !== "text" && format !== "json" && !isDocument(format));
  if (foreign.length > 0) diagnostics.report("C129", { format: foreign.join(", ") });
}

/** What was found, and below it what was assumed where that is asked for. */
async function documentOf(
  basis: Basis,
  done: Read | undefined,
  found: Findings,
  { flags, language }: Session,
): Promise<Document> {
  const { findingsDocument } = await import("../../views/findings-document.ts");
  const document = findingsDocument(found, filesOf(basis, done), language);
  if (!done || !flags["explain-sheets"]) return document;
  const { sheetsDocument } = await import("../../inputs/sheets-document.ts");
  return { ...document, blocks: [...document.blocks, ...sheetsDocument(done.notes, language).blocks] };
}

async function jsonOf(done: Read | undefined, found: Findings, { flags, language }: Session): Promise<string> {
  const { jsonFindings, renderJson } = await import("../../diagnostics/render-json.ts");
  if (!done || !flags["explain-sheets"]) return renderJson(found, language);
  const { sheetFacts } = await import("../../sheet/4-rows/sheet-facts.ts");
  const both = { sheets: done.notes.map(sheetFacts), findings: jsonFindings(found, language) };
  return `${JSON.stringify(both, null, 2)}\n`;
}

/** Without tabs that are no score sheets. */
const readIn = ({ notes }: Read): Read["notes"] => notes.filter(({ leftOut }) => leftOut === undefined);

/** All that was looked at, workbooks by the tabs that were read. */
const filesOf = (basis: Basis, done: Read | undefined): string[] =>
  fileNames(basis).flatMap((name) => {
    const tabs = (done ? readIn(done) : []).flatMap(({ file }) => (tabIn(file)?.workbook === name ? [file] : []));
    return tabs.length > 0 ? tabs : [name];
  });

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
  const read = readIn(done);
  const counts = { sheets: read.length, rows: read.reduce((sum, { rows }) => sum + rows, 0) };
  const words = phrase("ok: {sheets} {sheets|sheet|sheets}, {rows} {rows|row|rows}", counts);
  await io.stdout.write(`${words[language]}\n`);
}
