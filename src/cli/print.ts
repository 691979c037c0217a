import type { Diagnostic, Diagnostics } from "../diagnostics/diagnostic.ts";
import { shownPerGroup } from "../diagnostics/diagnostic.ts";
import type { Findings } from "../diagnostics/findings.ts";
import { only } from "../diagnostics/findings.ts";
import { renderText } from "../diagnostics/render-text.ts";
import type { Block, Document } from "../document/block.ts";
import type { Output } from "../files/io.ts";
import { writeLines } from "../files/write-lines.ts";
import type { PeriodReport } from "../model/report.ts";
import { version } from "../model/version.ts";
import type { Source } from "../text/source.ts";
import type { View } from "../views/selection.ts";
import { documentBytes } from "./book.ts";
import type { FindingCommand } from "./command.ts";
import type { FlagValues } from "./flags.ts";
import { pageLines } from "./page.ts";
import type { Session } from "./session.ts";

/** Prints diagnostics for people, with code frames where `sources` has the file. `--quiet` leaves out notes. */
export async function showFindings(
  session: Session,
  output: Output,
  findings: Findings,
  sources: readonly Source[] = [],
): Promise<void> {
  const shown = session.flags.quiet ? only(findings, (each) => each.severity !== "note") : findings;
  const text = renderText(shown, {
    language: session.language,
    painter: session.painterOf(output),
    sourceOf: (file) => sources.find((each) => each.name === file),
    isBeside: output === session.io.stderr && session.flags.strict !== true,
  });
  if (text) await output.write(text);
}

/** Of one code: in a report for machines, what is left out would seem new after the rest was mended. */
export const keptForMachines = 200;

/** All errors are wanted where the rows that they are about are given back. */
export const keptFor = ({ rejects }: FlagValues, kept = shownPerGroup): number =>
  rejects === undefined ? kept : Number.POSITIVE_INFINITY;

/** One stream takes one format, and so does a file. */
export function refuseFormats({ format = [] }: FlagValues, diagnostics: Diagnostics, file?: string): void {
  if (format.length > 1) diagnostics.report("C123", { file, formats: format.join(", ") });
}

/** Whether a format is one of documents for people, which findings can be too. */
export const isDocument = (format: string): boolean => ["html", "md", "xlsx"].includes(format);

/** Findings as a document on stdout. */
export async function printFindings(
  found: Findings,
  files: readonly string[],
  session: Session,
  below: readonly Block[] = [],
): Promise<void> {
  const { findingsDocument } = await import("../views/findings-document.ts");
  const { language, blocks } = findingsDocument(found, files, session.language);
  await printDocument({ language, blocks: [...blocks, ...below] }, session);
}

/** Why a command that gives results gives none: on stderr, and for a program that asked for JSON in a document of its own, instead of nothing. */
export async function showRefused(session: Session, found: Findings, sources: readonly Source[] = []): Promise<void> {
  const { io, flags, language } = session;
  if (flags.format?.includes("json")) {
    const { jsonFindings } = await import("../diagnostics/render-json.ts");
    await io.stdout.write(`${JSON.stringify({ findings: jsonFindings(found, language) }, undefined, 2)}\n`);
  }
  await showFindings(session, io.stderr, found, sources);
}

/** Why a command whose data are findings looked at nothing: in the report, where a program asked for one. */
export async function printUnread(
  command: FindingCommand,
  found: Findings,
  session: Session,
  sources: readonly Source[] = [],
): Promise<void> {
  const { io, flags } = session;
  for (const format of flags.format ?? ["text"]) {
    if (format === "text") await showFindings(session, io.stderr, found, sources);
    else if (isDocument(format)) await printFindings(found, [], session);
    else await io.stdout.write(await findingsFor(format, found, [], command, session));
  }
}

/**
 * Findings as the data asked for, in a format for programs. `files`: all that were looked at, those without findings too.
 * `causes`: why files among them fail, whatever file that is told of.
 */
export async function findingsFor(
  format: string,
  found: Findings,
  files: readonly string[],
  command: FindingCommand,
  { language, flags }: Session,
  causes?: ReadonlyMap<string, Diagnostic>,
): Promise<string> {
  switch (format) {
    case "json": {
      const { jsonFindings, renderJson } = await import("../diagnostics/render-json.ts");
      // Each object of the tests' document is about a rubric.
      if (command !== "test") return renderJson(found, language);
      return `${JSON.stringify([{ file: "score", problems: jsonFindings(found, language), tests: [] }], undefined, 2)}\n`;
    }
    case "github":
      return (await import("../diagnostics/render-github.ts")).renderGithub(found, language);
    case "sarif":
      return (await import("../diagnostics/render-sarif.ts")).renderSarif(found, language, version);
    default:
      return (await import("../diagnostics/render-junit.ts")).renderJunit(
        command,
        found,
        files,
        language,
        flags.strict === true,
        causes,
      );
  }
}

/** A document on stdout, as Markdown, a page or a workbook where `--format` asks for it, else for the terminal. */
export async function printDocument(document: Document, { io, flags, painterOf }: Session): Promise<void> {
  if (flags.format?.[0] === "html") return writeLines(io.stdout, await pageLines(document));
  if (flags.format?.[0] === "xlsx") return io.stdout.write(await documentBytes(document));
  if (flags.format?.[0] === "md") {
    const { markdownLines } = await import("../document/markdown.ts");
    return writeLines(io.stdout, markdownLines(document));
  }
  const { terminalLines } = await import("../document/terminal.ts");
  const width = io.stdout.isTTY ? io.stdout.columns : undefined;
  const options = { painter: painterOf(io.stdout), ...(width !== undefined && { width }) };
  return writeLines(io.stdout, terminalLines(document, options));
}

/** What results are printed as; `--excel` is CSV. */
export const stdoutFormat = ({ format, excel }: FlagValues): string => format?.[0] ?? (excel ? "csv" : "table");

/** The report on stdout, in the one format asked for: a table of every period unless said otherwise. */
export async function printResults({ report, selection }: View, session: Session): Promise<void> {
  const { io, flags } = session;
  const print = await printerIn(stdoutFormat(flags));
  const isJson = flags.format?.[0] === "json";
  for (const [index, period] of report.periods.entries()) {
    if (index > 0 && !isJson) await io.stdout.write("\n");
    await print(period);
  }

  /** Loads the writer of one format. */
  async function printerIn(format: string): Promise<(period: PeriodReport) => Promise<void>> {
    switch (format) {
      case "csv": {
        const [{ periodLines }, { createPeriodBytes }] = await Promise.all([
          import("../views/period-csv.ts"),
          import("../views/period-bytes.ts"),
        ]);
        const options = { ...selection, excel: flags.excel === true };
        const blocksOf = createPeriodBytes(report, options);
        return async (period) => {
          const blocks = blocksOf(period);
          if (!blocks) return writeLines(io.stdout, periodLines(report, period, options));
          // A stream may still hold what the next block overwrites.
          for (const block of blocks) await io.stdout.write(block.slice());
        };
      }
      case "json": {
        const { jsonLine, jsonLines } = await import("../views/json.ts");
        const lines = report.periods.length > 1 ? jsonLine : jsonLines;
        return (period) => writeLines(io.stdout, lines(report, period, selection));
      }
      default: {
        const { periodDocument } = await import("../views/period-document.ts");
        return (period) => printDocument(periodDocument(report, period, selection), session);
      }
    }
  }
}
