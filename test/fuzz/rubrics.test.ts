// Whatever a rubric file holds, the compiler gives a plan or says what is wrong with it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { findings } from "../../src/diagnostics/findings.ts";
import { renderText } from "../../src/diagnostics/render-text.ts";
import { compileRubric } from "../../src/rubric/compile.ts";
import { plain } from "../../src/text/painter.ts";
import { source } from "../../src/text/source.ts";
import { root } from "../support/files.ts";
import { changed, mutated } from "../support/mutations.ts";

const folders = ["rubrics", "test/cases/shared"];
const rubrics = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readFileSync(join(root, folder, name), "utf8")),
);

test("there are rubrics to change", () => expect(rubrics.length).toBeGreaterThan(5));

function isJudged(text: string): void {
  const diagnostics = createDiagnostics();
  const rubric = source("rubric.yaml", text);
  const plan = compileRubric(rubric, diagnostics);
  expect(plan === undefined).toBe(diagnostics.hasErrors);
  for (const language of ["en", "vi"] as const) {
    renderText(findings(diagnostics), { language, painter: plain, sourceOf: () => rubric });
  }
}

describe("a rubric that is changed", () => {
  test("in its bytes and tokens", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rubrics).chain((text) => mutated(text)),
        isJudged,
      ),
    );
  });

  test("in its structure", () => {
    const trees = rubrics.map((text) => parse(text) as unknown);
    fc.assert(
      fc.property(
        fc.constantFrom(...trees).chain((tree) => changed(tree)),
        (tree) => isJudged(stringify(tree)),
      ),
    );
  });
});
