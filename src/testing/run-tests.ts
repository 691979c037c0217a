import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import type { OpenRubric } from "../rubric/compile.ts";
import type { Coverage } from "./coverage.ts";
import { watchCoverage } from "./coverage.ts";
import { runGivenTest } from "./given-test.ts";
import type { TestOutcome } from "./outcome.ts";
import { runSheetTest } from "./sheet-test.ts";
import type { TestFiles } from "./test-files.ts";
import { reasonText } from "../views/reason-text.ts";

export interface TestRun {
  /** In the order of the rubric. */
  readonly outcomes: readonly TestOutcome[];
  readonly coverage: Coverage;
}

/** Runs the tests of a rubric. `update` rewrites their files of expected results instead of comparing them. */
export async function runTests(
  open: OpenRubric,
  files: TestFiles,
  { update }: { readonly update: boolean },
): Promise<TestRun> {
  const watch = watchCoverage(open);
  const outcomes: TestOutcome[] = [];
  for (const test of open.rubric.tests ?? []) {
    const problems = createDiagnostics();
    const run = test.sheets ? runSheetTest : runGivenTest;
    const { report, ...ran } = await run(open, test, { reasonText, onUnmet: watch.unmet, files, update }, problems);
    if (report) watch.see(report);
    outcomes.push({ name: test.name, place: open.places.value(test, "name"), problems, ...ran });
  }
  return { outcomes, coverage: watch.conclude() };
}
