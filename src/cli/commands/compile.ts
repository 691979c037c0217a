import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { sha256 } from "../../files/hash.ts";
import { givenSettings } from "../../inputs/given-settings.ts";
import { readWrittenRubric } from "../../inputs/read-rubric.ts";
import { createLibraries } from "../../inputs/rubric-library.ts";
import { planFile } from "../../model/plan-file.ts";
import { compileBase, compileRubric } from "../../rubric/compile.ts";
import { rubricDocument } from "../../views/rubric/rubric-document.ts";
import { printDocument, showFindings } from "../print.ts";
import { rubricSources } from "../rubric-sources.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";

/** Prints the plan of a rubric, which `score compute` takes in place of it, the rubric as SQL, or for people. */
export async function run(session: Session): Promise<number> {
  const { io, flags, language, operands } = session;
  const diagnostics = createDiagnostics();
  const source = await readWrittenRubric(operands[0] ?? "", io, diagnostics);
  const set = givenSettings(flags.set, diagnostics);
  const library = createLibraries(flags.root)(operands[0] ?? "");
  const plan = source && !diagnostics.hasErrors ? compileRubric(source, diagnostics, { library, set }) : undefined;
  const sources = source ? rubricSources({ rubric: source, library, set }) : [];
  const sql =
    plan && flags.to === "sql" ? (await import("../compile-sql.ts")).sqlOf(plan, session, diagnostics) : undefined;
  await showFindings(session, io.stderr, findings(diagnostics), sources);
  if (diagnostics.hasWrongUsage) return exit.usage;
  if (!plan || !source || diagnostics.hasErrors) return exit.failed;
  if (flags.to === "doc")
    await printDocument(rubricDocument(plan, language, compileBase(source, { library })), {
      ...session,
      flags: { format: ["html"], ...flags },
    });
  else await io.stdout.write(sql ?? planFile(plan, sha256));
  return exit.fine;
}
