// Every code of the catalogue is real: its bad example gives it, the fixed one does not, and both languages say the same.
import { describe, expect, test } from "vitest";
import { allCodes, entryOf } from "../src/diagnostics/catalogue.ts";
import type { Example } from "../src/diagnostics/explanation.ts";
import { explanations } from "../src/diagnostics/explanations.generated.ts";
import { holesOf } from "../src/text/template.ts";
import { layOut } from "./support/examples.ts";
import { withFolder, writeTree } from "./support/files.ts";
import { runHere, shellWords } from "./support/run.ts";

const codes = allCodes();

test("codes are a letter of their phase and three digits", () => {
  for (const code of codes) expect(code).toMatch(/^[SRDAC]\d{3}$/);
});

describe.each(codes)("%s", (code) => {
  const { message, hint } = entryOf(code);

  test("speaks both languages", () => {
    const texts = [message, explanations[code].why, ...(hint ? [hint] : [])];
    // A text that is nothing but a hole says what its parameter says.
    for (const each of texts.filter(({ en }) => !/^\[?\{\w+\}\]?$/.test(en))) {
      expect(each.vi.trim()).not.toBe("");
      expect(each.vi).not.toBe(each.en);
      expect(holesOf(each.vi)).toEqual(holesOf(each.en));
      // Vietnamese without a single accented letter was forgotten.
      expect(each.vi).toMatch(/[\u00C0-\u1EF9]/);
      expect(each.en).not.toMatch(/[đăơưạ-ỹ]/i);
    }
  });

  test("is given by the bad example", async () => {
    const ran = await perform(explanations[code].bad);
    expect(ran.codes, ran.output).toContain(code);
  });

  test("is not given by the fixed example", async () => {
    const ran = await perform(explanations[code].fixed);
    expect(ran.codes, ran.output).not.toContain(code);
    // What is fixed works, unless it shows a code of its own kind that is no error.
    expect(ran.output).not.toMatch(/^(?:.*: )?error [A-Z]\d{3}: /m);
  });
});

/** Runs an example and reads the codes from the first lines of what it says, or from its annotations. */
async function perform(example: Example): Promise<{ codes: string[]; output: string }> {
  const { argv, files } = layOut(example);
  return withFolder(async (cwd) => {
    writeTree(cwd, files);
    const [line = "", gone] = argv.split(" # in a folder that was deleted");
    const [command = "", target] = line.split(" > ");
    const { stdout, stderr } = await runHere(shellWords(command), {
      cwd,
      env: { SCORE_LANG: "en" },
      full: target === "/dev/full",
      gone: gone !== undefined,
    });
    // Findings are the data of `validate`, `test` and `check`; what `explain` prints only looks like some.
    const output = /^(?:validate|test|check)\b/.test(argv) ? stdout + stderr : stderr;
    return {
      codes: [
        ...output.matchAll(/^(?:.*: )?(?:error|warning|note) ([A-Z]\d{3}): |^::\w+ .*title=([A-Z]\d{3})::/gm),
      ].map(([, inText, inAnnotation]) => (inText ?? inAnnotation) as string),
      output,
    };
  });
}
