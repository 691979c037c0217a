// The ```yaml blocks of the language pages compile. Each is a fragment: over the base rubric of the diagnostics' examples in
// English, over the one that the guide shows in Vietnamese. One that begins with `# refused: CODE` gives exactly that error, and one
// that extends `rubric.yaml` extends the block before it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createDiagnostics } from "../src/diagnostics/diagnostic.ts";
import type { Library } from "../src/model/library.ts";
import { compileRubric } from "../src/rubric/compile.ts";
import { source } from "../src/text/source.ts";
import { wholeRubric } from "./support/examples.ts";
import { root, withFolder } from "./support/files.ts";
import { runHere } from "./support/run.ts";

const guided = readFileSync(join(root, "examples/lam-quen/bo-tieu-chi.yaml"), "utf8");
const inGuide = (fragment: string): string => wholeRubric(fragment, guided, ["columns", "rules"]);

/** Over the whole rubric that a page shows first. */
const ofPage = (path: string) => {
  const [first] = yamlBlocks(readFileSync(join(root, path), "utf8"));
  return (fragment: string): string => wholeRubric(fragment, first?.text);
};

describe.each([
  { path: "docs/language.md", whole: (fragment: string) => wholeRubric(fragment), least: 30 },
  { path: "docs/adopting.md", whole: (fragment: string) => wholeRubric(fragment), least: 2 },
  { path: "docs/ap-dung.md", whole: inGuide, least: 1 },
  { path: "docs/recipes.md", whole: (fragment: string) => wholeRubric(fragment), least: 9 },
  { path: "docs/mau-thuong-gap.md", whole: ofPage("docs/mau-thuong-gap.md"), least: 13 },
  { path: "docs/viet-bo-tieu-chi.md", whole: inGuide, least: 15 },
  { path: "docs/nhieu-ky.md", whole: inGuide, least: 2 },
])("$path", ({ path, whole, least }) => {
  const blocks = yamlBlocks(readFileSync(join(root, path), "utf8"));

  test("has examples", () => expect(blocks.length).toBeGreaterThanOrEqual(least));

  test.each(blocks)("line $line", ({ line, text }) => {
    const diagnostics = createDiagnostics();
    const before = blocks.findLast((block) => block.line < line);
    const library: Library = {
      find: (name) =>
        name === "rubric.yaml" && before
          ? { kind: "file", source: source(name, whole(before.text)) }
          : { kind: "absent", name },
    };
    const plan = compileRubric(source("block.yaml", whole(text)), diagnostics, { library });
    const errors = diagnostics.list.filter(({ severity }) => severity === "error");
    const refused = /^# refused: (\S+)/.exec(text)?.[1];
    expect(errors.map(({ code }) => code)).toEqual(refused === undefined ? [] : [refused]);
    expect(plan === undefined).toBe(refused !== undefined);
  });
});

test.each([
  { path: "docs/recipes.md", whole: (fragment: string) => wholeRubric(fragment) },
  { path: "docs/mau-thuong-gap.md", whole: ofPage("docs/mau-thuong-gap.md") },
])("recipes pass the tests that they carry: $path", async ({ path, whole }) => {
  const recipes = yamlBlocks(readFileSync(join(root, path), "utf8"));
  const tested = recipes.filter(({ text }) => /^tests:/m.test(text));
  expect(tested.length).toBeGreaterThanOrEqual(7);
  await withFolder(async (cwd) => {
    for (const { line, text } of tested) {
      writeFileSync(join(cwd, "rubric.yaml"), whole(text));
      const { exit, stdout } = await runHere(["test", "rubric.yaml"], { cwd });
      expect({ line, exit, stdout }).toMatchObject({ exit: 0, stdout: expect.stringContaining("1 test passed") });
    }
  });
});

/** The blocks with the line that each begins on. */
function yamlBlocks(page: string): { line: number; text: string }[] {
  return [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => ({
    line: page.slice(0, match.index).split("\n").length,
    text: match[1] as string,
  }));
}
