// What a run loads: files of dist/ and modules of Node that it does not use would make every start wait.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { root } from "../support/files.ts";

/** Modules of Node that take milliseconds to load. */
const slow = ["child_process", "crypto", "fs/promises", "http", "net", "tls", "tty", "zlib"];

/** Runs the program on its first example, in a process whose streams are pipes; `home` is where plans are remembered. */
function loadedBy(home: string, argv: readonly string[]) {
  const script = `
    const { start, scripts } = require("./bin/load.js");
    process.on("exit", () => {
      const modules = process.moduleLoadList.map((name) => name.replace("NativeModule ", ""));
      require("node:fs").writeSync(2, "\\n" + JSON.stringify({ files: [...scripts.keys()], modules }));
    });
    start();`;
  const paths = { RUBRIC: "examples/lam-quen/bo-tieu-chi.yaml", SHEET: "examples/lam-quen/quy-1-2026.csv" } as const;
  const words = argv.map((word) => paths[word as keyof typeof paths] ?? word);
  const env = { ...process.env, XDG_CACHE_HOME: home };
  const { stderr } = spawnSync(process.execPath, ["-e", script, "--", "score", ...words], {
    cwd: root,
    env,
    encoding: "utf8",
  });
  const loaded = JSON.parse(stderr.slice(stderr.lastIndexOf("\n") + 1));
  const [files, modules] = [loaded.files as string[], loaded.modules as string[]];
  return {
    files: files.map((path) => path.replace(/^.*[/\\](.+)-.{8}\.js$/, "$1")).sort(),
    modules: modules.filter((name) => slow.includes(name)),
  };
}

const home = mkdtempSync(join(tmpdir(), "score-start-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const always = ["main", "rolldown-runtime"];
/** With a note about the sheet, in English: texts of notes and warnings are loaded with the program, those of errors apart. */
const result = ["compute", ...always];
/** Printed in the language of the rubric, which is Vietnamese. */
const printed = ["phrases", ...result];

test("a rubric that is not known yet loads the compiler", () => {
  const files = ["compile", ...printed].sort();
  expect(loadedBy(home, ["compute", "RUBRIC", "SHEET"])).toEqual({ files, modules: [] });
});

test.each([
  [["--version"], always],
  [["--help"], always],
  [["compute", "RUBRIC", "SHEET"], printed],
  [
    ["compute", "RUBRIC", "SHEET", "--format", "csv"],
    ["csv", ...printed],
  ],
  [
    ["rank", "RUBRIC", "SHEET"],
    ["rank", ...printed],
  ],
  [
    ["check", "RUBRIC", "SHEET"],
    ["check", ...result],
  ],
  [
    ["explain", "RUBRIC", "SHEET", "--subject", "001"],
    ["errors", "explain", ...result],
  ],
  [
    ["explain", "D101"],
    ["errors", "explain", "explanations.generated", ...result],
  ],
  [
    ["validate", "RUBRIC"],
    ["compile", "compute", "given-rubrics", "validate", ...always],
  ],
] as const)("%j loads %j", (argv, files) => {
  expect(loadedBy(home, argv)).toEqual({ files: [...files].sort(), modules: [] });
});

test("only a page with charts loads what draws them", () => {
  const loads = (...argv: readonly string[]) => loadedBy(home, [...argv, "--format", "html"]).files.includes("draw");
  expect(loads("compute", "RUBRIC", "SHEET")).toBe(true);
  expect(loads("explain", "RUBRIC", "SHEET", "--subject", "001")).toBe(false);
});

test("a workbook that is written loads what packs it, and nothing of the network", () => {
  expect(loadedBy(home, ["init", join(home, "begun")]).modules).toEqual(["zlib"]);
});
