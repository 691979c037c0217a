import { existsSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import type { OpenResults } from "../../archive/open-results.ts";
import { openResults } from "../../archive/open-results.ts";
import type { Receipt } from "../../archive/receipt.ts";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import type { Document } from "../../document/block.ts";
import { derivationsOf } from "../../engine/explain/derivations.ts";
import type { Witness } from "../../engine/explain/witness.ts";
import { reportsOf } from "../../engine/explain/witness.ts";
import { reportUnwritable } from "../../files/files.ts";
import { writeFile } from "../../files/write-file.ts";
import { isPrinted } from "../../model/column.ts";
import type { Report } from "../../model/report.ts";
import type { AskedPeriod } from "../../period/asked-period.ts";
import { phrase } from "../../text/phrase.ts";
import { suggest } from "../../text/suggest.ts";
import { pageDocument } from "../../views/page/page.ts";
import { subjectDocument } from "../../views/page/subject-document.ts";
import { unitPages } from "../../views/page/unit-pages.ts";
import type { View } from "../../views/selection.ts";
import { askedKeys } from "../../views/subject-key.ts";
import { documentBytes, resultsBytes } from "../book.ts";
import type { SetAgain } from "../compute-again.ts";
import { computeAgain } from "../compute-again.ts";
import { isOfResults, reportOverwriting } from "../output-file.ts";
import { pageFacts, pageLines } from "../page.ts";
import { refuseFormats, showFindings } from "../print.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";
import { askedPeriod, periodAmong } from "../wanted-period.ts";

const defaultFormat = "html";

/** Results as a page to look at, print and hand out: computed again first, so that it says what the folder says. */
export async function run(session: Session): Promise<number> {
  const { io, operands } = session;
  const diagnostics = createDiagnostics();
  await writeReport(operands[0] ?? "", session, diagnostics);
  await showFindings(session, io.stderr, findings(diagnostics));
  if (diagnostics.hasWrongUsage) return exit.usage;
  return diagnostics.hasErrors ? exit.failed : exit.fine;
}

async function writeReport(directory: string, session: Session, diagnostics: Diagnostics): Promise<void> {
  const { flags, io } = session;
  const asked = askedPeriod(flags.period, diagnostics);
  if (flags.subject && flags.per !== undefined) diagnostics.report("C185", {});
  if (flags.subject && flags.anonymise !== undefined) diagnostics.report("C183", { flag: "--subject" });
  const formats = flags.format ?? [defaultFormat];
  // One name is that of one file.
  if (flags.out !== undefined) refuseFormats(flags, diagnostics, flags.out);
  if (flags.out !== undefined && !existsSync(dirname(flags.out))) {
    diagnostics.report("C186", { file: flags.out, reason: phrase("its folder does not exist") });
  }
  const results = diagnostics.hasErrors ? undefined : await openResults(directory, diagnostics);
  if (!results) return;
  refuseNames(results, flags.anonymise, diagnostics);
  const targetOf = (format: string): string =>
    flags.out ?? freeFile(results, flags.subject ? "subject" : "report", format);
  const read = namesIn(results.receipt, flags.from ?? ["."]);
  for (const format of formats) reportOverwriting(targetOf(format), "--out", read, diagnostics);
  if (diagnostics.hasErrors) return;
  const set = await computeAgain(results, session, diagnostics, flags.subject ? "everything" : "ratings");
  if (!set) return;
  const pages: (Page & { readonly format: string })[] = [];
  for (const format of formats) {
    const own = await documents(results, set, asked, targetOf(format), session, diagnostics);
    if (!own) return;
    pages.push(...own.map((page) => ({ ...page, format })));
  }
  for (const { file } of pages) reportOverwriting(file, "--out", read, diagnostics);
  if (diagnostics.hasErrors) return;
  for (const { file, format, ...page } of pages) {
    try {
      writeFile(file, await printed(page, format));
    } catch (error) {
      return reportUnwritable(file, error, diagnostics);
    }
    if (!flags.quiet) await io.stdout.write(`${file}\n`);
  }
}

/** Whoever names a map wants no names on the page: those of results without codes are not shown in silence. */
function refuseNames({ directory, receipt }: OpenResults, map: string | undefined, diagnostics: Diagnostics): void {
  if (map !== undefined && !receipt.flags.anonymise) diagnostics.report("C230", { directory, map });
}

interface Page {
  readonly file: string;
  readonly document: Document;
  /** The results that it shows, which a workbook has as they are. */
  readonly view?: View;
}

/** What is to be written where; undefined where a flag is wrong, which is reported. */
async function documents(
  { receipt }: OpenResults,
  { computed, watch, view }: SetAgain,
  asked: AskedPeriod | undefined,
  target: string,
  { flags }: Session,
  diagnostics: Diagnostics,
): Promise<readonly Page[] | undefined> {
  const names = view.report.periods.map(({ period: name }) => name);
  const period = periodAmong(asked, names, view.report.plan, diagnostics);
  const report = ofPeriod(view.report, period);
  const { plan } = report;
  if (report.periods.length === 0) diagnostics.report("C124", { period });
  if (diagnostics.hasErrors) return undefined;
  if (flags.subject) {
    const witness = computed.witness as Witness;
    const keys = askedKeys(flags.subject, report, reportsOf(witness), diagnostics);
    if (diagnostics.hasErrors) return undefined;
    const derivations = derivationsOf(plan, report, witness, keys);
    return [{ file: target, document: subjectDocument(plan, derivations) }];
  }
  const facts = {
    ...(await pageFacts(computed, watch, period)),
    receipt: { sha256: receipt.sha256, files: receipt.outputs.length },
  };
  if (flags.per === undefined)
    return [{ file: target, document: pageDocument(report, view.selection, facts), view: { ...view, report } }];
  const known = plan.columns.filter(isPrinted).map(({ id }) => id);
  const column = plan.columns.findIndex(({ id }) => id === flags.per);
  if (!known.includes(flags.per)) {
    diagnostics.report("C141", { flag: "--per", id: flags.per, suggestion: suggest(flags.per, known) });
    return undefined;
  }
  const { name, ext } = parse(target);
  const ending = ext || `.${flags.format?.[0] ?? defaultFormat}`;
  return unitPages(report, view.selection, facts, column, (at) => `${name}${at}${ending}`).map(
    ({ name: file, ...page }) => ({ file: join(dirname(target), file), ...page }),
  );
}

const ofPeriod = (report: Report, wanted: string | undefined): Report =>
  wanted === undefined ? report : { ...report, periods: report.periods.filter(({ period }) => period === wanted) };

/** Names that files which results rest on may have. */
const namesIn = ({ inputs, rubric }: Receipt, folders: readonly string[]): readonly string[] =>
  [...inputs, ...rubric.files].flatMap(({ name }) => folders.map((folder) => join(folder, name)));

/** Where a page goes of which nobody said where. Results may hold one already, without the checksum of their receipt. */
function freeFile(results: OpenResults, name: string, format: string): string {
  const file = join(results.directory, `${name}.${format}`);
  return isOfResults(file) ? join(results.directory, `${name}-checked.${format}`) : file;
}

async function printed({ document, view }: Omit<Page, "file">, format: string): Promise<Iterable<string | Uint8Array>> {
  if (format === "html") return pageLines(document);
  if (format === "xlsx") return [await (view ? resultsBytes(view) : documentBytes(document))];
  const { markdownLines } = await import("../../document/markdown.ts");
  return markdownLines(document);
}
