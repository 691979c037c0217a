import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { openRubric } from "../../../src/rubric/compile.ts";
import { runTests } from "../../../src/testing/run-tests.ts";
import type { TestFiles } from "../../../src/testing/test-files.ts";
import { source } from "../../../src/text/source.ts";
import { wholeRubric } from "../../support/examples.ts";

const noFiles: TestFiles = {
  find: async () => ({ kind: "outside" }),
  past: async () => ({ kind: "outside" }),
  write: async () => ({ en: "", vi: "" }),
};

/** Runs the tests of a rubric, a fragment over the base rubric of the explanations: what differs and what is wrong with each. */
export async function run(fragment: string) {
  const diagnostics = createDiagnostics();
  const open = openRubric(source("rubric.yaml", wholeRubric(fragment)), diagnostics);
  if (!open) throw new Error(JSON.stringify(diagnostics.list));
  const { outcomes, coverage } = await runTests(open, noFiles, { update: false, isChosen: () => true });
  return {
    coverage,
    outcomes: outcomes.map(({ differences, problems }) => ({
      differences: differences.map(({ what, found }) => [what, found]),
      codes: problems.list.map(({ code, parameters }) => [code, parameters.column ?? ""].join(" ").trim()),
    })),
  };
}

export const test1 = (given: string, expected: string): string =>
  `tests:\n  - name: a test\n    given: { ${given} }\n    expect: { ${expected} }\n`;
export const passed = { differences: [], codes: [] };
