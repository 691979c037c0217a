import type { Basis } from "../archive/basis.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { givenBeside } from "../inputs/given-inputs.ts";
import { givenSheets } from "../inputs/given-sheets.ts";
import { readRubric } from "../inputs/read-rubric.ts";
import type { DecimalMark } from "../model/plan.ts";
import type { Report } from "../model/report.ts";
import { parsePeriod } from "../period/parse-period.ts";
import type { Computed, Inputs } from "../pipeline.ts";
import { compute } from "../pipeline.ts";
import { describeLines, describeNotes } from "../sheet/4-rows/notes.ts";
import type { Source } from "../text/source.ts";
import { printable } from "../text/visible.ts";
import type { Session } from "./session.ts";
import { exit } from "./session.ts";

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

/** Reads a rubric and its sheets and computes, as every command does that is given both. Says on stderr what was assumed. */
export async function computeGiven(
  rubricName: string,
  sheetNames: readonly string[],
  session: Session,
  diagnostics: Diagnostics,
  witness?: Inputs["witness"],
): Promise<Outcome> {
  const { io, flags } = session;
  const stopped = (code: number, ...sources: Source[]): Outcome => ({ kind: "stopped", exit: code, sources });
  const period = wantedPeriod(flags.period, diagnostics);
  if (rubricName === "-" && sheetNames.includes("-")) diagnostics.report("C118", { file: "-" });
  const rubric = await readRubric(rubricName, io, diagnostics);
  const sheets = await givenSheets(sheetNames, io, diagnostics);
  const beside = await givenBeside(flags, diagnostics);
  if (!rubric || diagnostics.hasErrors) return stopped(exit.usage);

  const basis: Basis = { rubric, sheets, beside };
  const decimalMark = flags["decimal-mark"] as DecimalMark | undefined;
  const asked = {
    ...(period !== undefined && { period }),
    ...(decimalMark && { decimalMark }),
    ...(witness && { witness }),
  };
  const computed = await compute({ ...basis, ...asked }, diagnostics);
  if (diagnostics.hasWrongUsage) return stopped(exit.usage, rubric);
  if (computed) reportNothing(computed.report, period, diagnostics);
  const failed = diagnostics.hasErrors || (flags.strict === true && diagnostics.hasWarnings);
  if (computed && !flags.quiet) await sayAssumed(computed, session);
  if (!computed || (failed && (!flags["keep-going"] || diagnostics.stopsEverything)))
    return stopped(exit.failed, rubric);
  return { kind: "computed", computed, basis, failed };
}

/** The canonical name of the period asked for, however it was written. */
export function wantedPeriod(text: string | undefined, diagnostics: Diagnostics): string | undefined {
  const period = text === undefined ? undefined : parsePeriod(text);
  if (text !== undefined && !period) diagnostics.report("C109", { found: text });
  return period?.name;
}

/** An empty result would look like a sound one. */
function reportNothing({ periods }: Report, period: string | undefined, diagnostics: Diagnostics): void {
  if (periods.length > 0 || diagnostics.hasErrors) return;
  diagnostics.report("C124", { period });
}

async function sayAssumed({ notes }: Computed, { io, flags, language }: Session): Promise<void> {
  for (const each of notes) {
    const lines = [describeNotes(each), ...(flags.verbose ? describeLines(each) : [])];
    for (const line of lines) await io.stderr.write(`${printable(line[language], 2000)}\n`);
  }
}
