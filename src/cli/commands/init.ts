import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostics } from "../../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../../diagnostics/diagnostic.ts";
import { findings } from "../../diagnostics/findings.ts";
import { kindOf, reportUnwritable } from "../../files/files.ts";
import { makeFolder } from "../../files/make-folder.ts";
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
import type { Begun } from "../starter.generated.ts";
import { starter, workflow } from "../starter.generated.ts";

/** How what is written is called; shipped rubrics are Vietnamese. */
const names = {
  en: { folder: "scores", form: "form.xlsx", results: "results" },
  vi: { folder: "xep-loai", form: "mau.xlsx", results: "ket-qua" },
} as const;

/** Writes a folder to begin with: a rubric with tests, a sheet, a form to fill in, and a workflow that checks it all. Asks nothing. */
export async function run(session: Session): Promise<number> {
  const { io, flags, operands, language } = session;
  const diagnostics = createDiagnostics();
  const from = flags.from?.at(-1);
  const called = names[from === undefined ? language : "vi"];
  const folder = operands[0] ?? from ?? called.folder;
  const there = kindOf(folder);
  if (there === "file") {
    diagnostics.report("C186", { file: folder, reason: phrase("a file stands where a folder is needed") });
  } else if (there && readdirSync(folder).length > 0) diagnostics.report("C195", { folder });
  const begun = from === undefined ? starter[language] : await shippedNamed(from, diagnostics);
  const texts = begun && textsFor(begun, idOf(folder) || called.folder.replace("-", "_"), called.results);
  if (texts && !diagnostics.hasErrors) await write(folder, texts, called.form, diagnostics);
  await showFindings(session, io.stderr, findings(diagnostics));
  if (diagnostics.hasErrors || !texts) return exit.usage;
  if (!flags.quiet) {
    const [rubric] = texts.keys();
    await io.stdout.write(`${phrase("written")[language]}: ${folder}\nscore validate ${join(folder, rubric ?? "")}\n`);
  }
  return exit.fine;
}

async function shippedNamed(name: string, diagnostics: Diagnostics): Promise<Begun | undefined> {
  const { shipped } = await import("../shipped.generated.ts");
  if (Object.hasOwn(shipped, name)) return shipped[name];
  const known = Object.keys(shipped);
  diagnostics.report("C196", { name, suggestion: suggest(name, known), names: known });
  return undefined;
}

/** The files by their paths, the rubric first. */
function textsFor({ files, given }: Begun, id: string, results: string): ReadonlyMap<string, string> {
  const texts = new Map(Object.entries(files).map(([path, text]) => [path, text.replace("{id}", id)]));
  const [rubric = ""] = texts.keys();
  const steps = workflow.replaceAll("{rubric}", rubric).replace("{given}", given).replace("{results}", results);
  return texts.set(".github/workflows/score.yml", steps);
}

/** The last part of a path in letters that an id may have; empty where it has none. */
function idOf(folder: string): string {
  return fold(folder.replace(/[/\\]+$/, "").replace(/^.*[/\\]/, ""))
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_\d]+|_+$/g, "");
}

async function write(
  folder: string,
  texts: ReadonlyMap<string, string>,
  form: string,
  diagnostics: Diagnostics,
): Promise<void> {
  const [[first, rubric] = ["", ""]] = texts;
  const save = (path: string, content: string | Uint8Array): void => {
    makeFolder(dirname(join(folder, path)));
    writeFile(join(folder, path), [content]);
  };
  try {
    for (const [path, text] of texts) save(path, text);
    const library = createLibraries(undefined)(join(folder, first));
    const plan = compileRubric(source(join(folder, first), rubric), createDiagnostics(), { library, set: [] });
    if (!plan) return;
    const { bookBytes } = await import("../../document/xlsx/write-book.ts");
    save(form, await bookBytes({ title: plan.title[plan.language], tabs: [templateTab(plan, {})] }));
  } catch (error) {
    reportUnwritable(folder, error, diagnostics);
  }
}
