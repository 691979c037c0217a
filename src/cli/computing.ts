import type { Basis } from "../archive/basis.ts";
import { inEncoding } from "../archive/basis.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { placeText } from "../diagnostics/findings.ts";
import { writeLines } from "../files/write-lines.ts";
import { givenBeside } from "../inputs/given-inputs.ts";
import { givenSettings } from "../inputs/given-settings.ts";
import { givenSheets, refuseTwice } from "../inputs/given-sheets.ts";
import { planCache } from "../inputs/plan-cache.ts";
import { readRubric } from "../inputs/read-rubric.ts";
import { withRecordedNames } from "../inputs/recorded-names.ts";
import { createLibraries } from "../inputs/rubric-library.ts";
import type { Report } from "../model/report.ts";
import { parseAsked } from "../period/asked-period.ts";
import type { Computed, Inputs, Read } from "../pipeline.ts";
import { compute } from "../pipeline.ts";
import { describeLines, describeNotes, describePassed } from "../sheet/4-rows/notes.ts";
import type { Source } from "../text/source.ts";
import { printable } from "../text/visible.ts";
import { watchReading } from "./progress.ts";
import { readingOf } from "./reading.ts";
import { rejectsOf } from "./rejects.ts";
import { rubricSources } from "./rubric-sources.ts";
import type { Session } from "./session.ts";
import { exit } from "./session.ts";
import { askedPeriod } from "./wanted-period.ts";
import { wholeNumber } from "./whole-number.ts";

/** A computation that came to its end, or the exit code with which its command has to stop. */
export type Outcome =
  | {
      readonly kind: "computed";
      readonly computed: Computed;
      readonly basis: Basis;
      /** Errors under `--keep-going`: the results are shown all the same, and the exit code tells. */
      readonly failed: boolean;
    }
  | { readonly kind: "stopped"; readonly exit: number; readonly sources: readonly Source[] };

/**
 * Reads a rubric and its sheets and computes, as every command does that is given both. Says on stderr what was assumed.
 * @param said what was said of the same sheets before, and need not be said again
 */
export async function computeGiven(
  rubricName: string,
  sheetNames: readonly string[],
  session: Session,
  diagnostics: Diagnostics,
  witness?: Inputs["witness"],
  said?: Set<string>,
): Promise<Outcome> {
  const { flags } = session;
  const stopped = (code: number, ...sources: Source[]): Outcome => ({ kind: "stopped", exit: code, sources });
  const given = await basisOf(rubricName, sheetNames, session, diagnostics);
  if (!given) return stopped(diagnostics.hasWrongUsage ? exit.usage : exit.failed);

  const { basis, asked } = given;
  const sources = () => rubricSources(basis);
  const rejects = rejectsOf(basis, session, diagnostics);
  if (diagnostics.hasWrongUsage) return stopped(exit.usage, ...sources());
  const { sheets, end } = watchReading(rejects?.sheets ?? basis.sheets, session);
  const computed = await compute({ ...basis, sheets, ...asked, ...(witness && { witness }) }, diagnostics);
  await end();
  if (diagnostics.hasWrongUsage) return stopped(exit.usage, ...sources());
  if (computed) reportNothing(computed.report, flags.period, diagnostics);
  const failed = diagnostics.hasErrors || (flags.strict === true && diagnostics.hasWarnings);
  if (computed && !flags.quiet) await sayAssumed(computed, session, said);
  if (computed) await rejects?.write(computed, diagnostics);
  const { stopper } = diagnostics;
  if (stopper && flags["keep-going"]) {
    const { code, place } = stopper;
    diagnostics.report("C222", { code, place: place && placeText(place) });
  }
  const withheld = failed && (!flags["keep-going"] || stopper !== undefined);
  if (withheld && !diagnostics.hasErrors) diagnostics.report("C234", {});
  if (!computed || withheld) return stopped(exit.failed, ...sources());
  return { kind: "computed", computed, basis, failed };
}

/** All that a job is given, opened; undefined where some of it cannot be, which is reported. */
export async function basisOf(
  rubricName: string,
  sheetNames: readonly string[],
  { io, flags }: Session,
  diagnostics: Diagnostics,
): Promise<
  | { readonly basis: Basis; readonly asked: Pick<Inputs, "period" | "decimalMark" | "keepsColumns" | "cache"> }
  | undefined
> {
  const period = askedPeriod(flags.period, diagnostics);
  wholeNumber("--jobs", flags.jobs, 1, diagnostics);
  if (flags["keep-columns"] && flags.anonymise !== undefined) diagnostics.report("C184", {});
  if (rubricName === "-" && sheetNames.includes("-")) diagnostics.report("C118", { file: "-" });
  const rubric = await readRubric(rubricName, io, diagnostics);
  const sheets = await givenSheets(sheetNames, io, diagnostics);
  const beside = await givenBeside(flags, diagnostics);
  if (beside.corrections?.length) refuseTwice([...sheets, ...beside.corrections], diagnostics);
  if (!rubric || diagnostics.hasErrors) return undefined;
  const set = givenSettings(flags.set, diagnostics);
  if (diagnostics.hasErrors) return undefined;
  const { encoding, ...marked } = readingOf(flags);
  const cache = flags["no-cache"] ? undefined : planCache(io.env);
  const keepsColumns = flags["keep-columns"] === true;
  const asked = { keepsColumns, ...(period !== undefined && { period }), ...marked, cache };
  const basis = withRecordedNames({ rubric, library: createLibraries(flags.root)(rubricName), set, sheets, beside });
  return { basis: inEncoding(basis, encoding), asked };
}

/** An empty result would look like a sound one. */
function reportNothing({ periods }: Report, text: string | undefined, diagnostics: Diagnostics): void {
  if (periods.length > 0 || diagnostics.hasErrors) return;
  const asked = text === undefined ? undefined : parseAsked(text);
  diagnostics.report("C124", { period: typeof asked === "string" ? asked : text });
}

/** On stderr, beside the data: a line for each sheet, or all that is known of its columns and lines. */
export async function sayAssumed({ notes }: Read, session: Session, said?: Set<string>): Promise<void> {
  const { io, flags, language, painterOf } = session;
  if (flags["explain-sheets"]) {
    const { sheetsDocument } = await import("../inputs/sheets-document.ts");
    const { terminalLines } = await import("../document/terminal.ts");
    return writeLines(io.stderr, terminalLines(sheetsDocument(notes, language), { painter: painterOf(io.stderr) }));
  }
  for (const each of notes) {
    const lines = [describeNotes(each), ...(flags.verbose ? describeLines(each) : describePassed(each))];
    for (const line of lines) {
      const text = `${printable(line[language], 2000)}\n`;
      if (!said?.has(text)) await io.stderr.write(text);
      said?.add(text);
    }
  }
}
