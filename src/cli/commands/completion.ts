import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { suggest } from "../../text/suggest.ts";
import { showFindings } from "../print.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";
import { shells } from "../shells.ts";

/** Prints what makes a shell complete the command lines of score. */
export async function run(session: Session): Promise<number> {
  const { io, operands } = session;
  const [name = ""] = operands;
  const script = shells.get(name);
  if (script !== undefined) {
    await io.stdout.write(script);
    return exit.fine;
  }
  const diagnostics = createDiagnostics();
  diagnostics.report("C188", { found: name, shells: [...shells.keys()], suggestion: suggest(name, shells.keys()) });
  await showFindings(session, io.stderr, findings(diagnostics));
  return exit.usage;
}
