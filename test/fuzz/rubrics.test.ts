// Whatever a rubric file holds, the compiler gives a plan or says what is wrong with it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { createDiagnostics } from "../../src/diagnostics/diagnostic.ts";
import { findings } from "../../src/diagnostics/findings.ts";
import { renderText } from "../../src/diagnostics/render-text.ts";
import type { Library } from "../../src/model/library.ts";
import { compileRubric, composedText } from "../../src/rubric/compile.ts";
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

function isJudged(text: string, base = ""): void {
  const diagnostics = createDiagnostics();
  const rubric = source("rubric.yaml", text);
  const law = source("law.yaml", base);
  const library: Library = { find: (name) => (base === "" ? { kind: "absent", name } : { kind: "file", source: law }) };
  const plan = compileRubric(rubric, diagnostics, { library });
  if (plan) expect(composedText(rubric, createDiagnostics(), { library })).toBeDefined();
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
        (text) => isJudged(text),
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

describe("a rubric that adopts another", () => {
  const law = readFileSync(join(root, "test/cases/shared/law.yaml"), "utf8");
  const adopter = {
    schema: 1,
    extends: { rubric: "law.yaml", version: "2026.1" },
    id: "office",
    version: "1",
    because: "qd",
    set: { nguong: 85 },
    columns: { use: "law.yaml#columns", tre: { type: "flag", default: false } },
    change: { T1: { max: 45 }, T2: { max: 25 }, "bands.tot": { require: { add: ["C1 >= nguong - 80"] } } },
    add: { rules: [{ id: "tre", when: "tre", at_most: "dat" }], KQ: [{ id: "them", max: 5, bonus: true }] },
    remove: ['tests."đủ điểm"'],
  };

  test("where that is changed", () => {
    const trees = [adopter, { ...adopter, columns: undefined }].map(
      (tree) => JSON.parse(JSON.stringify(tree)) as unknown,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...trees).chain((tree) => changed(tree)),
        (tree) => isJudged(stringify(tree), law),
      ),
    );
  });

  test("where its base is changed", () => {
    const { columns: _, ...plainAdopter } = adopter;
    fc.assert(fc.property(mutated(law), (text) => isJudged(stringify(plainAdopter), text)));
    fc.assert(
      fc.property(changed(parse(law) as unknown), (tree) => isJudged(stringify(plainAdopter), stringify(tree))),
    );
  });
});
