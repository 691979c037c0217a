import { findings } from "../diagnostics/findings.ts";
import { plain } from "../diagnostics/painter.ts";
import { xml } from "../diagnostics/render-junit.ts";
import type { TextOptions } from "../diagnostics/render-text.ts";
import { renderText } from "../diagnostics/render-text.ts";
import type { Language } from "../text/bilingual.ts";
import type { TestedRubric, TestOutcome } from "./outcome.ts";
import { verdictOf } from "./outcome.ts";
import { renderOutcome } from "./render-text.ts";

/** JUnit XML: a suite for each rubric, a case for each test; a rubric with errors is one case that could not be run. */
export function renderJunit(rubrics: readonly TestedRubric[], language: Language): string {
  const options: TextOptions = { language, painter: plain, sourceOf: () => undefined };
  const suites = rubrics.map((each) => suite(each, options)).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="score test">\n${suites}</testsuites>\n`;
}

function suite({ file, problems, outcomes }: TestedRubric, options: TextOptions): string {
  const count = (verdict: string): number => outcomes.filter((each) => verdictOf(each) === verdict).length;
  const own = problems.hasErrors
    ? [testcase(file, "valid", `<error>${xml(renderText(findings(problems), options))}</error>`)]
    : [];
  const cases = [...own, ...outcomes.map((each) => outcomeCase(file, each, options))];
  const errors = count("broken") + own.length;
  return [
    `  <testsuite name="${xml(file)}" tests="${cases.length}" failures="${count("failed")}" errors="${errors}">\n`,
    ...cases,
    "  </testsuite>\n",
  ].join("");
}

function outcomeCase(file: string, outcome: TestOutcome, options: TextOptions): string {
  const verdict = verdictOf(outcome);
  if (verdict === "passed") return testcase(file, outcome.name, "");
  const element = verdict === "broken" ? "error" : "failure";
  return testcase(file, outcome.name, `<${element}>${xml(renderOutcome(outcome, options))}</${element}>`);
}

const testcase = (file: string, name: string, content: string): string =>
  `    <testcase classname="${xml(file)}" name="${xml(name)}"${content === "" ? "/>" : `>${content}</testcase>`}\n`;
