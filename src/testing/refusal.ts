import type { Code, Diagnostics } from "../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import type { TestPart } from "../rubric/2-shape/rubric.generated.ts";
import { phrase } from "../text/phrase.ts";
import type { Difference } from "./outcome.ts";

/** The errors with which what a test gives must be refused; undefined where results are expected. */
export function refusalOf({ expect }: TestPart): readonly string[] | undefined {
  const refused = typeof expect === "string" ? undefined : expect.refused;
  return typeof refused === "string" ? [refused] : refused;
}

/** What was told of a test, without the refusals that it expects: one that did not come differs, any other error is a problem. */
export function judgeRefusal(
  refused: readonly string[],
  told: Diagnostics,
): { readonly problems: Diagnostics; readonly differences: readonly Difference[] } {
  const problems = createDiagnostics();
  const came = new Set<string>();
  for (const { code, parameters, place, related } of told.list) {
    came.add(code);
    if (!refused.includes(code)) problems.report<Code>(code, parameters as never, place, related);
  }
  const differences = refused
    .filter((code) => !came.has(code))
    .map((code) => ({ what: "refused", expected: code, found: phrase("not reported") }));
  return { problems, differences };
}
