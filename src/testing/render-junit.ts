import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Findings } from "../diagnostics/findings.ts";
import { errorsOf, findings } from "../diagnostics/findings.ts";
import type { JunitCase, JunitSuite } from "../diagnostics/junit.ts";
import { junitText } from "../diagnostics/junit.ts";
import { messageOf } from "../diagnostics/message.ts";
import type { TextOptions } from "../diagnostics/render-text.ts";
import { renderText } from "../diagnostics/render-text.ts";
import { terminalLines } from "../document/terminal.ts";
import type { Language } from "../text/bilingual.ts";
import { plain } from "../text/painter.ts";
import { outcomeDocument } from "./document.ts";
import { findingsOf } from "./findings.ts";
import type { TestedRubric, TestOutcome } from "./outcome.ts";
import { verdictOf } from "./outcome.ts";

/** JUnit XML: a suite for each rubric, a case for each test; a rubric with errors is one case that could not be run. */
export function renderJunit(rubrics: readonly TestedRubric[], language: Language): string {
  const options: TextOptions = { language, painter: plain, sourceOf: () => undefined };
  return junitText(
    "score test",
    rubrics.map((each) => suiteOf(each, options)),
  );
}

function suiteOf({ file, problems, outcomes }: TestedRubric, options: TextOptions): JunitSuite {
  const found = findings(problems);
  const own: JunitCase[] = problems.hasErrors
    ? [{ name: "valid", outcome: { kind: "error", ...firstOf(found, options), body: renderText(found, options) } }]
    : [];
  return { name: file, cases: [...own, ...outcomes.map((each) => caseOf(each, options))] };
}

/** By what a server groups what failed: the first error. */
function firstOf({ list }: Findings, { language }: TextOptions): Pick<NonNullable<JunitCase["outcome"]>, "attributes"> {
  const first = list.find(({ severity }) => severity === "error");
  return first ? { attributes: { type: first.code, message: messageOf(first, language) } } : {};
}

function caseOf(outcome: TestOutcome, options: TextOptions): JunitCase {
  const { name } = outcome;
  const verdict = verdictOf(outcome);
  if (verdict === "passed") return { name };
  const kind = verdict === "broken" ? "error" : "failure";
  const said = [...terminalLines(outcomeDocument(outcome, options.language))].join("");
  const found = findingsOf([{ file: "", problems: createDiagnostics(), outcomes: [outcome] }]);
  return {
    name,
    outcome: { kind, ...firstOf(found, options), body: said + renderText(errorsOf(outcome.problems), options) },
  };
}
