import type { Findings } from "../diagnostics/findings.ts";
import { only } from "../diagnostics/findings.ts";
import { renderText } from "../diagnostics/render-text.ts";
import type { Output } from "../files/io.ts";
import type { Source } from "../text/source.ts";
import type { Session } from "./session.ts";

/** Prints diagnostics for people, with code frames where `sources` has the file. `--quiet` leaves out notes. */
export async function showFindings(
  session: Session,
  output: Output,
  findings: Findings,
  sources: readonly Source[] = [],
): Promise<void> {
  const shown = session.flags.quiet ? only(findings, (each) => each.severity !== "note") : findings;
  const text = renderText(shown, {
    language: session.language,
    painter: session.painterOf(output),
    sourceOf: (file) => sources.find((each) => each.name === file),
  });
  if (text) await output.write(text);
}
