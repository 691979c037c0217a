// Every shipped system: its rubrics are sound, their tests leave nothing out, the command of its README gives the expected
// files, and a computation of its own, written from the facts, gives the same values.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTree, root } from "../support/files.ts";
import { runHere, shellWords } from "../support/run.ts";
import { updating } from "../support/update.ts";
import type { Check, Expectation } from "./expectation.ts";
import { differences, sheetsOf } from "./expectation.ts";

const systems = readdirSync(join(root, "test/examples/checks"))
  .map((file) => file.replace(/\.ts$/, ""))
  .sort();
const rubrics = readdirSync(join(root, "rubrics")).filter((file) => file.endsWith(".yaml"));
const isAbstract = (rubric: string) => readFileSync(join(root, "rubrics", rubric), "utf8").includes("\nabstract: true");

const cwd = mkdtempSync(join(tmpdir(), "score-examples-"));
beforeAll(() => {
  for (const part of ["rubrics", "examples"]) cpSync(join(root, part), join(cwd, part), { recursive: true });
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe.each(systems)("%s", (system) => {
  let expectations: readonly Expectation[] = [];

  test("its commands give the expected files, and what the check works out", async () => {
    for (const argv of commandsOf(system)) {
      const { exit, stderr } = await runHere([...argv, "--quiet"], { cwd });
      expect({ argv, exit, stderr }).toEqual({ argv, exit: 0, stderr: "" });
    }
    const results = join(cwd, "ket-qua", system);
    const { default: check } = (await import(`./checks/${system}.ts`)) as { default: Check };
    expectations = check(sheetsOf(join(root, "examples", system)));
    expect(expectations.length).toBeGreaterThan(0);
    expect(differences(expectations, results)).toEqual([]);

    const expected = join(root, "examples", system, "expected");
    const files = [...readTree(expected).keys()];
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const found = readFileSync(join(results, file), "utf8");
      if (updating) writeFileSync(join(expected, file), found);
      expect(found, file).toBe(readFileSync(join(expected, file), "utf8"));
    }
  });

  test("the check notices a single wrong value", () => {
    const [first, ...others] = expectations as [Expectation, ...Expectation[]];
    const [column = ""] = Object.keys(first.is);
    const wrong = { ...first, is: { ...first.is, [column]: "wrong" } };
    expect(differences([wrong, ...others], join(cwd, "ket-qua", system))).toHaveLength(1);
  });
});

describe.each(rubrics)("%s", (rubric) => {
  test("is sound, and gives no warning that it does not accept", async () => {
    const { exit, stderr } = await runHere(["validate", "--strict", `rubrics/${rubric}`], { cwd });
    expect({ exit, stderr: stderr.match(/^.*: (?:error|warning) .*$/gm) }).toEqual({ exit: 0, stderr: null });
  });

  test("has tests that pass and leave nothing out", async () => {
    if (isAbstract(rubric)) return;
    const { exit, stdout } = await runHere(["test", `rubrics/${rubric}`, "--min-coverage", "100"], { cwd });
    expect({ exit, stdout }).toMatchObject({ exit: 0, stdout: expect.stringContaining("(100 %)") });
  });
});

describe("nothing is shipped by halves", () => {
  const examples = readdirSync(join(root, "examples"));
  /** Those whose rubric lies beside the sheets are lessons. */
  const shown = examples.filter(
    (name) => !readdirSync(join(root, "examples", name)).some((file) => /\.yaml$/.test(file)),
  );
  /** Tam Điệp's check is a program of its own: tam-diep.test.ts. */
  const ofItsOwn = ["tam-diep"];

  test("each example is checked", () => {
    expect(shown.filter((name) => !ofItsOwn.includes(name))).toEqual(systems);
  });

  test("each rubric that computes has a command in an example, and expected files of what it gives", () => {
    const computed = shown.flatMap((name) =>
      commandsOf(name)
        .filter((argv) => hasFiles(join(root, "examples", name, "expected", partOf(argv, name))))
        .map(([, rubric = ""]) => rubric.replace("rubrics/", "")),
    );
    expect([...new Set(computed)].sort()).toEqual(rubrics.filter((rubric) => !isAbstract(rubric)));
  });

  const sections = readFileSync(join(root, "docs/gallery.md"), "utf8").split("\n## ").slice(1);

  test("the gallery links every rubric", () => {
    const links = sections.join("");
    expect(rubrics.filter((rubric) => !links.includes(`../rubrics/${rubric})`))).toEqual([]);
  });

  test.each(shown)("the gallery says of %s where it is from, what it uses, and shows a result", (name) => {
    const section = sections.find((text) => text.includes(`../examples/${name}/README.md)`)) ?? "";
    expect(section).toMatch(/\bSources?:/);
    expect(section).toMatch(/^Uses: /m);
    const commands = section.match(/^npx score .*\n```\n\n```text\n/gm) ?? [];
    expect(commands.join("")).toMatch(new RegExp(`examples/${name}[ /]`));
  });
});

/** The folder below `expected` that holds what a command of the example writes. */
function partOf(argv: readonly string[], system: string): string {
  return (argv[argv.indexOf("--out") + 1] ?? "").split(`/${system}/`)[1] ?? "";
}

const hasFiles = (folder: string) => existsSync(folder) && readTree(folder).size > 0;

/** The command lines of an example's README. */
function commandsOf(system: string): string[][] {
  const readme = join(root, "examples", system, "README.md");
  const lines =
    readFileSync(readme, "utf8")
      .replace(/\\\n\s*/g, "")
      .match(/^npx score compute .*$/gm) ?? [];
  return lines.map((line) => shellWords(line.replace(/\s#\s.*$/, "")).slice(2));
}
