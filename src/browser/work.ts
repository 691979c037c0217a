import type { Diagnostics } from "../diagnostics/diagnostic.ts";
import { createDiagnostics } from "../diagnostics/diagnostic.ts";
import { findings } from "../diagnostics/findings.ts";
import { jsonFindings } from "../diagnostics/render-json.ts";
import { derivationsOf } from "../engine/explain/derivations.ts";
import { reportsOf } from "../engine/explain/witness.ts";
import type { Inputs } from "../pipeline.ts";
import { compute, keepEverything, planOf } from "../pipeline.ts";
import { watchRaters } from "../raters/watch.ts";
import { compileBase } from "../rubric/compile.ts";
import { source } from "../text/source.ts";
import { subjectDocument } from "../views/page/subject-document.ts";
import { rubricDocument } from "../views/rubric/rubric-document.ts";
import { askedKeys } from "../views/subject-key.ts";
import { askedPeriod, basisOf } from "./given.ts";
import { libraryOf } from "./library.ts";
import type { Answer, Outcome, Request, RubricText } from "./messages.ts";
import { pageOf, resultsOf } from "./results.ts";

/** Answers what the page asks. The way is that of the command line: the same rubric and sheets come to the same bytes. */
export function createWork(): (request: Request) => Promise<Answer> {
  let last: Inputs | undefined;
  return async (request) => {
    const diagnostics = createDiagnostics();
    const outcome = await outcomeOf(request, diagnostics);
    const found = jsonFindings(findings(diagnostics), request.language);
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
        const { name, text } = request.rubric;
        const base = compileBase(source(name, text), { library: libraryOf(request.rubric) });
        return { kind: "page", page: plan && (await pageOf(rubricDocument(plan, request.language, base))) };
      }
      case "compute": {
        const basis = await basisOf(request.rubric, request.files, request.choices, diagnostics);
        const watch = watchRaters();
        const given = { ...basis, ...askedPeriod(request.choices, diagnostics) };
        const computed = await compute({ ...given, witness: watch.witness }, diagnostics);
        last = computed && !diagnostics.hasErrors ? given : undefined;
        return {
          kind: "computed",
          results: computed && last && (await resultsOf(computed, basis, watch, request.choices, diagnostics)),
        };
      }
      case "explain":
        return { kind: "page", page: last && (await explained(last, request.subject, diagnostics)) };
    }
  }
}

const compiled = (rubric: RubricText, diagnostics: Diagnostics) =>
  planOf(source(rubric.name, rubric.text), diagnostics, { library: libraryOf(rubric) });

/** Computed once more, with all that derivations need: most people who compute ask for none. */
async function explained(inputs: Inputs, subject: string, diagnostics: Diagnostics): Promise<string | undefined> {
  const computed = await compute({ ...inputs, witness: keepEverything }, diagnostics);
  const { plan, report, witness } = computed ?? {};
  if (!plan || !report || !witness || diagnostics.hasErrors) return undefined;
  const keys = askedKeys([subject], report, reportsOf(witness), diagnostics);
  const derivations = derivationsOf(plan, report, witness, keys);
  return derivations.length === 0 ? undefined : pageOf(subjectDocument(plan, derivations));
}
