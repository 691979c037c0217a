import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { explainCode, findCode, nearestCode } from "../../diagnostics/explain-code.ts";
import { explanations } from "../../diagnostics/explanations/index.ts";
import { findings } from "../../diagnostics/findings.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";
import { showFindings } from "../show.ts";
import { suggestion } from "../suggestion.ts";

/** Explains a diagnostic by its code, or how the result of one subject came about. */
export async function run(session: Session): Promise<number> {
  const { operands, flags } = session;
  const [first = "", ...others] = operands;
  const isAlone = flags.subject === undefined && others.length === 0;
  if (isAlone ? !/\.(ya?ml|json)$/i.test(first) : flags.subject === undefined && findCode(first) !== undefined) {
    return explainDiagnostic(session);
  }
  const { explainSubject } = await import("../explain-subject.ts");
  return explainSubject(session);
}

async function explainDiagnostic(session: Session): Promise<number> {
  const { io, language, operands } = session;
  const [text = "", extra] = operands;
  const code = findCode(text);
  const diagnostics = createDiagnostics();
  if (code === undefined) diagnostics.report("C120", { code: text, suggestion: suggestion(nearestCode(text)) });
  if (extra !== undefined) {
    diagnostics.report("C106", { command: "explain", found: extra, example: `score explain ${text}` });
  }
  if (code === undefined || diagnostics.hasErrors) {
    await showFindings(session, io.stderr, findings(diagnostics));
    return exit.usage;
  }
  await io.stdout.write(explainCode(code, explanations[code], language));
  return exit.fine;
}
