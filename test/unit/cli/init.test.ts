import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shipped } from "../../../src/cli/shipped.generated.ts";
import { withFolder } from "../../support/files.ts";
import { runHere, shellWords } from "../../support/run.ts";

test.each([
  { lang: "en", rubric: "rubric.yaml", sheets: "sheets", form: "form.xlsx", word: "Excellent" },
  { lang: "vi", rubric: "bo-tieu-chi.yaml", sheets: "bang-diem", form: "mau.xlsx", word: "Hoàn thành xuất sắc" },
])(
  "what is written validates, tests, computes and can be filled in at once: $lang",
  ({ lang, rubric, sheets, ...it }) =>
    withFolder(async (cwd) => {
      const ran = await runHere(["init", "Thi đua 2026", "--lang", lang], { cwd });
      expect(ran.exit, ran.stderr).toBe(0);
      const folder = join(cwd, "Thi đua 2026");
      expect(readdirSync(folder).sort()).toEqual([".github", rubric, sheets, it.form].sort());
      expect(readFileSync(join(folder, ".github/workflows/score.yml"), "utf8")).toContain(
        `compute ${rubric} ${sheets} `,
      );
      const commands = [
        ["validate", rubric, "--strict"],
        ["test", rubric],
        ["compute", rubric, sheets, "--strict", "--out", "ket-qua"],
        ["template", rubric],
      ];
      for (const argv of commands) {
        const { exit, stdout, stderr } = await runHere(argv, { cwd: folder });
        expect(exit, argv.join(" ") + stdout + stderr).toBe(0);
      }
      expect(readFileSync(join(folder, "ket-qua/2026-Q1.csv"), "utf8")).toContain(it.word);
      // Nothing is ever written over.
      expect((await runHere(["init", "Thi đua 2026"], { cwd })).exit).toBe(2);
    }),
);

test.each(Object.keys(shipped))("a shipped rubric to begin with: %s", (name) =>
  withFolder(async (cwd) => {
    const ran = await runHere(["init", "--from", name], { cwd });
    expect(ran.exit, ran.stderr).toBe(0);
    const folder = join(cwd, name);
    const workflow = readFileSync(join(folder, ".github/workflows/score.yml"), "utf8");
    const commands = [...workflow.matchAll(/npx score (.*)/g)].map(([, words = ""]) => shellWords(words));
    expect(commands.map(([command]) => command)).toEqual(["validate", "test", "compute"]);
    for (const argv of commands) {
      const { exit, stdout, stderr } = await runHere(argv, { cwd: folder });
      expect(exit, stdout + stderr).toBe(0);
    }
    // Somebody is in it, with a class where the rubric has any for its people.
    const results = readdirSync(join(folder, "ket-qua")).filter((file) => /^\d.*\.csv$/.test(file));
    expect(results.map((file) => readFileSync(join(folder, "ket-qua", file), "utf8")).join("")).toContain(",rated,");
    expect(existsSync(join(folder, "mau.xlsx"))).toBe(true);
  }),
);
