import { resultFiles } from "../archive/result-set.ts";
import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import { findings } from "../diagnostics/findings.ts";
import { jsonFindings } from "../diagnostics/render-json.ts";
import type { Document } from "../document/block.ts";
import { draw } from "../document/charts/draw.ts";
import { htmlLines } from "../document/html/html.ts";
import { bookBytes } from "../document/xlsx/write-book.ts";
import { derivationsOf } from "../engine/explain/derivations.ts";
import { reportsOf } from "../engine/explain/witness.ts";
import { showKey } from "../model/keys.ts";
import type { Report } from "../model/report.ts";
import type { Computed as Computation, Inputs } from "../pipeline.ts";
import { compute, keepEverything, planOf } from "../pipeline.ts";
import { coverageBlocks } from "../raters/document.ts";
import type { RatersWatch } from "../raters/watch.ts";
import { watchRaters } from "../raters/watch.ts";
import { compileBase } from "../rubric/compile.ts";
import { describeNotes } from "../sheet/4-rows/notes.ts";
import { source } from "../text/source.ts";
import { pageDocument } from "../views/page/page.ts";
import { subjectDocument } from "../views/page/subject.ts";
import { resultsBook } from "../views/results-book.ts";
import { rubricDocument } from "../views/rubric/rubric-document.ts";
import { askedKeys } from "../views/subject-key.ts";
import { libraryOf } from "./library.ts";
import type { Answer, Computed, Finding, GivenFile, Outcome, Request, RubricText } from "./messages.ts";

/** Answers what the page asks. The way is that of the command line: the same rubric and sheets come to the same bytes. */
export function createWork(): (request: Request) => Promise<Answer> {
  let last: Inputs | undefined;
  return async (request) => {
    const diagnostics = createDiagnostics();
    const outcome = await outcomeOf(request, diagnostics);
    const found = jsonFindings(findings(diagnostics), request.language) as readonly Finding[];
    return { id: request.id, findings: found, ...outcome };
  };

  async function outcomeOf(request: Request, diagnostics: Diagnostics): Promise<Outcome> {
    switch (request.kind) {
      case "check": {
        const plan = await compiled(request.rubric, diagnostics);
        const tables = plan?.tables?.map(({ id }) => id) ?? [];
        return { kind: "checked", tables, ...(plan && { title: plan.title[plan.language] }) };
      }
      case "document": {
        const plan = await compiled(request.rubric, diagnostics);
        const base = compileBase(source(request.rubric.name, request.rubric.text), {
          library: libraryOf(request.rubric.library),
        });
        return { kind: "page", page: plan && (await pageOf(rubricDocument(plan, request.language, base))) };
      }
      case "compute": {
        const inputs = inputsOf(request.rubric, request.files);
        const watch = watchRaters();
        const computed = await compute({ ...inputs, witness: watch.witness }, diagnostics);
        last = computed && !diagnostics.hasErrors ? inputs : undefined;
        return { kind: "computed", results: computed && last && (await resultsOf(computed, watch, request.excel)) };
      }
      case "explain":
        return { kind: "page", page: last && (await explained(last, request.subject, diagnostics)) };
    }
  }
}

const compiled = ({ name, text, library }: RubricText, diagnostics: Diagnostics) =>
  planOf(source(name, text), diagnostics, { library: libraryOf(library) });

function inputsOf(rubric: RubricText, files: readonly GivenFile[]): Inputs {
  const opened = (file: GivenFile) => ({
    name: file.name,
    async *open() {
      yield file.bytes;
    },
  });
  const used = (kind: GivenFile["use"]["kind"]) => files.filter(({ use }) => use.kind === kind);
  const tables = used("table").map((file) => ({ ...opened(file), table: (file.use as { table: string }).table }));
  return {
    rubric: source(rubric.name, rubric.text),
    library: libraryOf(rubric.library),
    sheets: used("sheet").map(opened),
    beside: { decisions: used("decisions").map(opened), tables },
  };
}

async function resultsOf({ plan, report, notes }: Computation, watch: RatersWatch, excel: boolean): Promise<Computed> {
  const assumptions = notes.map((each) => describeNotes(each)[plan.language]);
  const coverage = watch.coverage();
  const facts = { assumptions, ...(coverage && { coverage: coverageBlocks(coverage, plan.language) }) };
  const page = await pageOf(pageDocument(report, {}, facts));
  const flags = { format: ["html", "xlsx"], ...(excel && { excel }) } as const;
  const book = await bookBytes(resultsBook(report, {}));
  const files = [...resultFiles({ view: { report, selection: {} }, flags, page: [page], book })].map(
    ({ name, lines }) => ({
      name,
      bytes: name.endsWith(".xlsx") ? book : new TextEncoder().encode([...lines].join("")),
    }),
  );
  return { page, files, assumptions, subjects: subjectsIn(report) };
}

function subjectsIn({ plan, periods }: Report): Computed["subjects"] {
  const people = periods.flatMap(({ results }) =>
    Array.from(results, ({ key, columns }) => [key, plan.name === undefined ? "" : String(columns[plan.name] ?? "")]),
  );
  return Array.from(new Map(people as [string, string][]), ([key, name]) => ({ key: showKey(key), name }));
}

/** Computed once more, with all that derivations need: most people who compute ask for none. */
async function explained(inputs: Inputs, subject: string, diagnostics: Diagnostics): Promise<string | undefined> {
  const computed = await compute({ ...inputs, witness: keepEverything }, diagnostics);
  const { plan, report, witness } = computed ?? {};
  if (!plan || !report || !witness || diagnostics.hasErrors) return undefined;
  const keys = askedKeys([subject], report, reportsOf(witness), diagnostics);
  const derivations = keys.flatMap((key) => derivationsOf(plan, report, witness, (result) => result.key === key));
  return derivations.length === 0 ? undefined : pageOf(subjectDocument(plan, derivations));
}

async function pageOf(document: Document): Promise<string> {
  return [...htmlLines(document, await draw(document))].join("");
}
