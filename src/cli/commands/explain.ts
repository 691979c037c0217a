import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { explainedCode, findCode, nearestCode, openedIn } from "../../diagnostics/explain-code.ts";
import { findings } from "../../diagnostics/findings.ts";
import { isNamedAsRubric } from "../../files/named-as.ts";
import { codeDocument } from "../../views/code-document.ts";
import { printDocument, refuseFormats, showRefused } from "../print.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";

/** Explains a diagnostic by its code, or how the result of one subject came about. */
export async function run(session: Session): Promise<number> {
  const { operands, flags } = session;
  const [first = "", ...others] = operands;
  const isAlone = others.length === 0;
  const isUnnamed = flags.subject === undefined;
  // A subject may come from the environment, where it is not meant for a code.
  const isCode = findCode(first) !== undefined ? isAlone || isUnnamed : isAlone && isUnnamed && !isNamedAsRubric(first);
  if (isCode) return explainDiagnostic(session);
  const { explainSubject } = await import("../explain-subject.ts");
  return explainSubject(session);
}

async function explainDiagnostic(session: Session): Promise<number> {
  const { io, flags, language, operands } = session;
  const [text = "", extra] = operands;
  const code = findCode(text);
  const diagnostics = createDiagnostics();
  if (code === undefined) diagnostics.report("C120", { code: text, suggestion: nearestCode(text) });
  if (extra !== undefined) {
    diagnostics.report("C106", { command: "explain", found: extra, example: `score explain ${text}` });
  }
  refuseFormats(flags, diagnostics);
  if (code === undefined || diagnostics.hasErrors) {
    await showRefused(session, findings(diagnostics));
    return exit.usage;
  }
  // Longer than the rest of the program, and no subject's result needs it.
  const { explanations, holeWords } = await import("../../diagnostics/explanations.generated.ts");
  const open = openedIn(language, holeWords);
  if (flags.format?.[0] === "json") await io.stdout.write(explainedCode(code, explanations[code], open, language));
  else await printDocument(codeDocument(code, explanations[code], open, language), session);
  return exit.fine;
}
