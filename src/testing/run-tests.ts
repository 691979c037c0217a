import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import type { OpenRubric } from "../rubric/compile.ts";
import { reasonText } from "../views/reason-text.ts";
import type { Coverage } from "./coverage.ts";
import { watchCoverage } from "./coverage.ts";
import { runGivenTest } from "./given-test.ts";
import type { TestOutcome } from "./outcome.ts";
import { judgeRefusal, refusalOf } from "./refusal.ts";
import { runSheetTest } from "./sheet-test.ts";
import type { TestFiles } from "./test-files.ts";

export interface TestRun {
  /** In the order of the rubric. */
  readonly outcomes: readonly TestOutcome[];
  readonly coverage: Coverage;
}

/** How the tests of a rubric are run. */
export interface TestOptions {
  /** Rewrites files of expected results instead of comparing them. */
  readonly update: boolean;
  /** Which tests are run, by their names. */
  readonly isChosen: (name: string) => boolean;
}

/** Runs the tests of a rubric. */
export async function runTests(
  open: OpenRubric,
  files: TestFiles,
  { update, isChosen }: TestOptions,
): Promise<TestRun> {
  const watch = watchCoverage(open);
  const outcomes: TestOutcome[] = [];
  for (const test of (open.rubric.tests ?? []).filter(({ name }) => isChosen(name))) {
    const problems = createDiagnostics();
    const run = test.sheets ? runSheetTest : runGivenTest;
    const { report, ...ran } = await run(open, test, { reasonText, onUnmet: watch.unmet, files, update }, problems);
    if (report) watch.see(report);
    const refused = refusalOf(test);
    const judged = refused ? judgeRefusal(refused, problems) : { problems };
    outcomes.push({ name: test.name, place: open.places.value(test, "name"), ...ran, ...judged });
  }
  return { outcomes, coverage: watch.conclude() };
}
