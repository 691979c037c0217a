// The ```yaml blocks of the language pages compile. Each is a fragment over the base rubric of the diagnostics' examples; one that
// begins with `# refused: CODE` gives exactly that error.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../src/diagnostics/diagnostic.ts";
import { compileRubric } from "../src/rubric/compile.ts";
import { source } from "../src/text/source.ts";
import { wholeRubric } from "./support/examples.ts";
import { root } from "./support/files.ts";

const pages = ["docs/language.md", "docs/huong-dan.md"];

describe.each(pages)("%s", (path) => {
  const blocks = yamlBlocks(readFileSync(join(root, path), "utf8"));

  test("has examples", () => expect(blocks.length).toBeGreaterThan(10));

  test.each(blocks)("line $line", ({ text }) => {
    const diagnostics = createDiagnostics();
    const plan = compileRubric(source("rubric.yaml", wholeRubric(text)), diagnostics);
    const errors = diagnostics.list.filter(({ severity }) => severity === "error");
    const refused = /^# refused: (\S+)/.exec(text)?.[1];
    expect(errors.map(({ code }) => code)).toEqual(refused === undefined ? [] : [refused]);
    expect(plan === undefined).toBe(refused !== undefined);
  });
});

/** The blocks with the line that each begins on. */
function yamlBlocks(page: string): { line: number; text: string }[] {
  return [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => ({
    line: page.slice(0, match.index).split("\n").length,
    text: match[1] as string,
  }));
}
