import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { sha256 } from "../../files/hash.ts";
import { planFile } from "../../model/plan-file.ts";
import { compileBase } from "../../rubric/compile.ts";
import { rubricDocument } from "../../views/rubric/rubric-document.ts";
import { compileGiven } from "../given-rubric.ts";
import { printDocument, showFindings } from "../print.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";

/** Prints the plan of a rubric, which `score compute` takes in place of it, the rubric as SQL, or for people. */
export async function run(session: Session): Promise<number> {
  const { io, flags, language } = session;
  const diagnostics = createDiagnostics();
  const given = await compileGiven(session, diagnostics);
  const plan = given?.plan;
  const sql =
    plan && flags.to === "sql" ? (await import("../compile-sql.ts")).sqlOf(plan, session, diagnostics) : undefined;
  await showFindings(session, io.stderr, findings(diagnostics), given?.sources);
  if (diagnostics.hasWrongUsage) return exit.usage;
  if (!plan || diagnostics.hasErrors) return exit.failed;
  if (flags.to === "doc")
    await printDocument(rubricDocument(plan, language, compileBase(given.rubric, { library: given.library })), {
      ...session,
      flags: { format: ["html"], ...flags },
    });
  else await io.stdout.write(sql ?? planFile(plan, sha256));
  return exit.fine;
}
