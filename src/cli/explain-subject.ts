import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import { findings } from "../diagnostics/findings.ts";
import type { Tree } from "../document/block.ts";
import { derivationsOf } from "../engine/explain/derivations.ts";
import type { Witness } from "../engine/explain/witness.ts";
import { reportsOf } from "../engine/explain/witness.ts";
import type { Derivation } from "../model/derivation.ts";
import { keepEverything } from "../pipeline.ts";
import { phrase } from "../text/phrase.ts";
import type { Source } from "../text/source.ts";
import { askedKeys } from "../views/subject-key.ts";
import { computeGiven } from "./computing.ts";
import { printDocument, refuseFormats, showFindings, showRefused } from "./print.ts";
import { rubricSources } from "./rubric-sources.ts";
import { sayWaiting } from "./say-waiting.ts";
import type { Session } from "./session.ts";
import { exit } from "./session.ts";

/** Explains the results of one subject or several, in every period that has one unless `--period` chooses. */
export async function explainSubject(session: Session): Promise<number> {
  const { io, flags, operands } = session;
  const [rubricName = "", ...sheetNames] = operands;
  const diagnostics = createDiagnostics();
  const { subject } = flags;
  if (subject === undefined) diagnostics.report("C180", {});
  if (sheetNames.length === 0) {
    const example = "score explain rubrics/tam-diep.yaml examples/tam-diep --subject 0102";
    const missing = phrase("a score sheet");
    diagnostics.report("C105", { command: "explain", missing, example });
  }
  refuseFormats(flags, diagnostics);
  if (subject === undefined || diagnostics.hasErrors) return end(exit.usage, []);

  const outcome = await computeGiven(rubricName, sheetNames, session, diagnostics, keepEverything);
  if (outcome.kind === "stopped") return end(outcome.exit, outcome.sources);
  const { computed, basis, failed } = outcome;
  await sayWaiting(computed.report, session);
  const { plan, report } = computed;
  const witness = computed.witness as Witness;
  const keys = askedKeys(subject, report, reportsOf(witness), diagnostics);
  const derivations = derivationsOf(plan, report, witness, keys);
  if (derivations.length === 0 && diagnostics.hasErrors) return end(exit.failed, rubricSources(basis));
  await showFindings(session, io.stderr, findings(diagnostics), rubricSources(basis));
  await print(derivations, session);
  return failed || diagnostics.hasErrors ? exit.failed : exit.fine;

  async function end(code: number, sources: readonly Source[]): Promise<number> {
    await showRefused(session, findings(diagnostics), sources);
    return code;
  }
}

async function print(derivations: readonly Derivation[], session: Session): Promise<void> {
  const { io, flags, language } = session;
  const [first, ...others] = derivations;
  if (!first) return;
  if (flags.format?.[0] === "json") {
    const { explanationJson } = await import("../views/explanation/explanation-json.ts");
    return io.stdout.write(explanationJson([first, ...others]));
  }
  const { explanation } = await import("../views/explanation/explanation.ts");
  const blocks = derivations.map((derivation): Tree => ({ kind: "tree", root: explanation(derivation, language) }));
  await printDocument({ language, blocks }, session);
}
