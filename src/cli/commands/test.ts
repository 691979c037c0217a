import type { RubricLibrary } from "../../archive/basis.ts";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { errorsOf, findings } from "../../diagnostics/findings.ts";
import { pathOf, reportUnreadable } from "../../files/files.ts";
import { givenRubrics } from "../../inputs/given-rubrics.ts";
import { givenSettings } from "../../inputs/given-settings.ts";
import { readWrittenRubric } from "../../inputs/read-rubric.ts";
import { createLibraries } from "../../inputs/rubric-library.ts";
import { testFiles } from "../../inputs/test-files.ts";
import type { Setting } from "../../model/library.ts";
import { openTested } from "../../rubric/compile.ts";
import { isCovered, percentOf } from "../../testing/coverage.ts";
import { findingsOf } from "../../testing/findings.ts";
import type { TestedRubric } from "../../testing/outcome.ts";
import { verdictOf } from "../../testing/outcome.ts";
import { runTests } from "../../testing/run-tests.ts";
import { fold } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import type { Source } from "../../text/source.ts";
import { suggest } from "../../text/suggest.ts";
import { findingsFor, isDocument, printDocument, showFindings } from "../print.ts";
import { readingOf } from "../reading.ts";
import { rubricSources } from "../rubric-sources.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";

/** A rubric that was tested; without `sources` it could not be read. */
interface Tested extends TestedRubric {
  readonly sources: readonly Source[];
}

/** Runs the tests inside rubrics; what became of them is the data asked for and goes to stdout. */
export async function run(session: Session): Promise<number> {
  const { flags, operands } = session;
  const diagnostics = createDiagnostics();
  const least = wantedCoverage(flags["min-coverage"], diagnostics);
  const set = givenSettings(flags.set, diagnostics);
  const libraries = createLibraries(flags.root);
  const names = await givenRubrics(operands, diagnostics);
  const tested: Tested[] = [];
  if (!diagnostics.hasErrors) {
    for (const name of names) tested.push(await testRubric(name, { set, library: libraries(name) }, session));
    if (flags.test !== undefined) checkChosen(tested, flags.test, diagnostics);
    if (least !== undefined) checkCoverage(tested, least, diagnostics);
  }
  await print(tested, diagnostics, session);
  if ([diagnostics, ...tested.map(({ problems }) => problems)].some((each) => each.hasWrongUsage)) return exit.usage;
  return diagnostics.hasErrors || tested.some(fails) ? exit.failed : exit.fine;
}

async function testRubric(
  name: string,
  given: { readonly set: readonly Setting[]; readonly library: RubricLibrary },
  { io, flags }: Session,
): Promise<Tested> {
  const problems = createDiagnostics();
  const source = await readWrittenRubric(name, io, problems);
  const open = source && openTested(source, problems, given);
  const file = source?.name ?? name;
  const sources = source ? rubricSources({ rubric: source, ...given }) : [];
  if (open === "abstract") return { file, sources, problems, isAbstract: true, outcomes: [] };
  if (!open) return { file, sources, problems, outcomes: [] };
  const isChosen = (test: string): boolean => fold(test).includes(fold(flags.test ?? ""));
  const { encoding, ...marked } = readingOf(flags);
  const read = { ...open, plan: { ...open.plan, ...marked } };
  const run = await runTests(read, testFiles(encoding), { update: flags.update === true, isChosen }).catch(
    // A disk may fail in the middle of a sheet.
    (error) => reportUnreadable(pathOf(error), error, problems),
  );
  if (!run) return { file, sources: [], problems, outcomes: [] };
  const isWanted = flags.coverage === true || flags["min-coverage"] !== undefined;
  const names = (open.rubric.tests ?? []).map((test) => test.name);
  return { file, sources, problems, names, outcomes: run.outcomes, ...(isWanted && { coverage: run.coverage }) };
}

const fails = ({ problems, outcomes }: TestedRubric): boolean =>
  problems.hasErrors || outcomes.some((outcome) => verdictOf(outcome) !== "passed");

/** A name that fits no test at all was mistyped. */
function checkChosen(tested: readonly Tested[], wanted: string, diagnostics: Diagnostics): void {
  if (tested.some(({ outcomes, problems }) => outcomes.length > 0 || problems.hasErrors)) return;
  const names = tested.flatMap((each) => each.names ?? []);
  diagnostics.report("C135", { found: wanted, suggestion: suggest(wanted, names) });
}

/** A whole number of percent. */
function wantedCoverage(text: string | undefined, diagnostics: Diagnostics): number | undefined {
  if (text === undefined) return undefined;
  const percent = /^\d{1,3} ?%?$/.test(text) ? Number.parseInt(text, 10) : 101;
  if (percent <= 100) return percent;
  diagnostics.report("C131", { found: text });
  return undefined;
}

function checkCoverage(tested: readonly Tested[], least: number, diagnostics: Diagnostics): void {
  for (const { file, coverage } of tested) {
    if (!coverage || isCovered(coverage, least)) continue;
    diagnostics.report("C132", { file, found: percentOf(coverage), expected: least });
  }
}

/** `diagnostics`: what is wrong with the command, or with all that was tested. A program that asked for a report is told in it. */
async function print(tested: readonly Tested[], diagnostics: Diagnostics, session: Session): Promise<void> {
  const { io, flags } = session;
  const own = diagnostics.hasErrors ? [{ file: "score", sources: [], problems: diagnostics, outcomes: [] }] : [];
  for (const format of flags.format ?? ["text"]) {
    if (format === "text") {
      for (const each of tested) await printText(each, session);
      await showFindings(session, io.stderr, findings(diagnostics));
    } else if (isDocument(format)) await printTests([...own, ...tested], session);
    else await io.stdout.write(await rendered(format, [...own, ...tested], session));
  }
}

/** All of it as one document: a page is not several pages one after the other. */
async function printTests(tested: readonly Tested[], session: Session): Promise<void> {
  const { language } = session;
  const { coverageDocument, outcomeDocument, outcomesTable, summaryDocument } = await import(
    "../../testing/document.ts"
  );
  const { findingsDocument } = await import("../../views/findings-document.ts");
  const documents = tested.flatMap((each) => {
    const { file, problems, outcomes, coverage } = each;
    return [
      ...(problems.hasErrors ? [findingsDocument(findings(problems), [file], language)] : []),
      summaryDocument(each, language),
      ...(outcomes.length > 0 ? [{ language, blocks: [outcomesTable(outcomes, language)] }] : []),
      ...outcomes.map((outcome) => outcomeDocument(outcome, language)),
      ...(coverage ? [coverageDocument(file, coverage, language)] : []),
    ];
  });
  const title = { kind: "heading", level: 1, text: phrase("Tests")[language] } as const;
  await printDocument({ language, blocks: [title, ...documents.flatMap(({ blocks }) => blocks)] }, session);
}

async function rendered(format: string, tested: readonly Tested[], session: Session): Promise<string> {
  const { language } = session;
  switch (format) {
    case "json":
      return (await import("../../testing/render-json.ts")).renderJson(tested, language);
    case "junit":
      return (await import("../../testing/render-junit.ts")).renderJunit(tested, language);
    default:
      return findingsFor(format, findingsOf(tested), [], "test", session);
  }
}

async function printText(tested: Tested, session: Session): Promise<void> {
  const { file, sources, problems, outcomes, coverage } = tested;
  const { io, flags, language } = session;
  const { coverageDocument, outcomeDocument, summaryDocument } = await import("../../testing/document.ts");
  await showFindings(session, io.stdout, findings(problems), sources);
  for (const outcome of outcomes) {
    await printDocument(outcomeDocument(outcome, language), session);
    await showFindings(session, io.stdout, errorsOf(outcome.problems), sources);
  }
  if (coverage) await printDocument(coverageDocument(file, coverage, language), session);
  if (!problems.hasErrors && !flags.quiet) await printDocument(summaryDocument(tested, language), session);
}
