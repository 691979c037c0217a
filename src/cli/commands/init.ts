import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { reasonOf, systemCode } from "../../files/files.ts";
import { writeFile } from "../../files/write-file.ts";
import { createLibraries } from "../../inputs/rubric-library.ts";
import { compileRubric } from "../../rubric/compile.ts";
import { templateTab } from "../../template/template.ts";
import { fold } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import { source } from "../../text/source.ts";
import { suggest } from "../../text/suggest.ts";
import { showFindings } from "../print.ts";
import type { Session } from "../session.ts";
import { exit } from "../session.ts";
import { shipped, starter } from "../starter.generated.ts";

const rubricFile = "bo-tieu-chi.yaml";
const workflowFile = ".github/workflows/score.yml";

/** Writes a folder to begin with: a rubric with tests, a sheet, a form to fill in, and a workflow that checks it all. Asks nothing. */
export async function run(session: Session): Promise<number> {
  const { io, flags, operands, language } = session;
  const diagnostics = createDiagnostics();
  const folder = operands[0] ?? flags.from ?? "xep-loai";
  if (existsSync(folder) && readdirSync(folder).length > 0) diagnostics.report("C195", { folder });
  const texts = textsFor(folder, flags.from, diagnostics);
  if (texts && !diagnostics.hasErrors) await write(folder, texts, diagnostics);
  await showFindings(session, io.stderr, findings(diagnostics));
  if (diagnostics.hasErrors || !texts) return exit.usage;
  if (!flags.quiet) {
    const [rubric] = texts.keys();
    await io.stdout.write(`${phrase("written")[language]}: ${folder}\nscore validate ${join(folder, rubric ?? "")}\n`);
  }
  return exit.fine;
}

/** The files by their paths, the rubric first. */
function textsFor(
  folder: string,
  from: string | undefined,
  diagnostics: Diagnostics,
): ReadonlyMap<string, string> | undefined {
  if (from === undefined) {
    const id = idOf(folder);
    return new Map(Object.entries(starter).map(([path, text]) => [path, text.replace("{id}", id)]));
  }
  const begun = Object.hasOwn(shipped, from) ? shipped[from] : undefined;
  if (!begun) {
    const known = Object.keys(shipped);
    diagnostics.report("C196", { name: from, suggestion: suggest(from, known), names: known });
    return undefined;
  }
  const workflow = (starter[workflowFile] ?? "")
    .replaceAll(rubricFile, `${from}.yaml`)
    .replace(" bang-diem ", ` ${begun.given} `);
  return new Map([...Object.entries(begun.files), [workflowFile, workflow]]);
}

/** The last part of a path in letters that an id may have. */
function idOf(folder: string): string {
  const id = fold(folder.replace(/[/\\]+$/, "").replace(/^.*[/\\]/, ""))
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_\d]+|_+$/g, "");
  return id || "xep_loai";
}

async function write(folder: string, texts: ReadonlyMap<string, string>, diagnostics: Diagnostics): Promise<void> {
  const [[first, rubric] = ["", ""]] = texts;
  const save = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFile(join(folder, path), [content]);
  };
  try {
    for (const [path, text] of texts) save(path, text);
    const library = createLibraries(undefined)(join(folder, first));
    const plan = compileRubric(source(join(folder, first), rubric), createDiagnostics(), { library, set: [] });
    if (!plan) return;
    const { bookBytes } = await import("../../document/xlsx/write-book.ts");
    save("mau.xlsx", await bookBytes({ title: plan.title[plan.language], tabs: [templateTab(plan, {})] }));
  } catch (error) {
    diagnostics.report("C186", { file: folder, reason: reasonOf(systemCode(error)) });
  }
}
