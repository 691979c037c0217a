import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { messageOf } from "../../../src/diagnostics/message.ts";
import { openRubric } from "../../../src/rubric/compile.ts";
import { source } from "../../../src/text/source.ts";
import { wholeRubric } from "../../support/examples.ts";

/** Compiles a rubric, or a fragment of one in the base rubric of the explanations; says what was found and where. */
export function compileText(fragment: string) {
  const text = source("rubric.yaml", wholeRubric(fragment));
  const diagnostics = createDiagnostics();
  const opened = openRubric(text, diagnostics);
  const found = diagnostics.list.map((each) => ({
    code: each.code,
    at: each.place && text.text.split("\n")[each.place.line - 1]?.slice(each.place.column - 1, endOf(each.place)),
    message: messageOf(each, "en"),
  }));
  return { found, plan: opened?.plan, rubric: opened?.rubric };
}

const endOf = (place: { line: number; endLine: number; endColumn: number }): number | undefined =>
  place.line === place.endLine ? place.endColumn - 1 : undefined;
