import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Files, Rooms } from "./support/imports.ts";
import { breaches, readSources } from "./support/imports.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What two rooms say to each other stands in `model`: the compiler knows nothing of sheets, the engine nothing of YAML. */
const rooms: Rooms = {
  text: { imports: [], packages: ["get-east-asian-width"] },
  number: { imports: [], floats: true },
  period: { imports: ["text"] },
  diagnostics: { imports: ["text"], packages: ["sarif"] },
  expression: { imports: ["text", "number", "diagnostics"], packages: ["@marcbachmann/cel-js"] },
  /** The contracts between rooms. */
  model: { imports: ["text", "number", "period", "diagnostics", "expression"] },
  rubric: { imports: ["text", "diagnostics", "model"] },
  "rubric/1-read": { imports: ["text", "diagnostics"], packages: ["yaml"] },
  "rubric/2-shape": { imports: ["text", "number", "diagnostics", "model", "rubric/1-read"], packages: ["ajv"] },
  /** What is known of a rubric; whether that is right is not asked here. */
  "rubric/3-facts": { imports: ["text", "number", "period", "expression", "rubric/2-shape"] },
  "rubric/4-check": {
    imports: [
      "text",
      "number",
      "period",
      "diagnostics",
      "expression",
      "rubric/1-read",
      "rubric/2-shape",
      "rubric/3-facts",
    ],
  },
  "rubric/5-plan": {
    imports: ["text", "number", "period", "expression", "model", "rubric/2-shape", "rubric/3-facts"],
  },
  sheet: {
    imports: ["text", "number", "diagnostics", "period", "expression", "model"],
    packages: ["csv-parse", "@e965/xlsx"],
    builtins: true,
  },
  engine: { imports: ["text", "number", "expression", "period", "diagnostics", "model"] },
  /** The rules themselves, which know of no files, periods, ratings and explanations. */
  "engine/law": { imports: ["text", "number", "expression", "period", "diagnostics", "model"] },
  /** Blocks and what prints them: the one place where numbers become rounded text. */
  document: {
    imports: ["text", "number"],
    packages: ["csv-stringify", "fflate", "hucre", "vega", "vega-interpreter"],
    floats: true,
  },
  views: {
    imports: ["text", "number", "period", "diagnostics", "expression", "model", "files", "document"],
  },
  /** Disk, hashes, patterns. */
  files: { imports: ["text", "diagnostics"], packages: ["tinyglobby"], builtins: true },
  /** What a job is given and rests on. */
  inputs: {
    imports: [
      "text",
      "period",
      "diagnostics",
      "model",
      "files",
      "sheet",
      "document",
      "archive",
      "testing",
      "comparison",
    ],
    builtins: true,
  },
  /** Receipts and atomic result folders. */
  archive: {
    imports: ["text", "period", "diagnostics", "model", "files", "sheet", "document", "views"],
    packages: ["hyparquet"],
    builtins: true,
  },
  /** Sheets to fill in. */
  template: {
    imports: ["text", "number", "period", "diagnostics", "model", "sheet", "document", "views"],
  },
  /** Tests inside rubrics. */
  testing: {
    imports: [
      "text",
      "number",
      "period",
      "diagnostics",
      "rubric",
      "sheet",
      "engine",
      "views",
      "document",
      "expression",
      "model",
    ],
  },
  /** Rubrics as queries for engines; the words that sheets may hold are those of their reader. */
  sql: {
    imports: ["text", "number", "period", "expression", "model", "sheet", "engine", "document", "views"],
  },
  /** A report on those who score: statistics in doubles, which decide nothing. */
  raters: {
    imports: ["text", "number", "period", "expression", "model", "engine", "document", "views"],
    floats: true,
  },
  /** What is true of a rubric whatever the sheets hold. */
  proof: { imports: ["text", "number", "expression", "model"] },
  comparison: { imports: ["text", "period", "views", "document", "model", "archive"] },
  pipeline: {
    imports: ["text", "diagnostics", "model", "files", "rubric", "sheet", "engine", "views"],
  },
  /** The library. */
  index: {
    imports: ["text", "period", "diagnostics", "sheet", "engine", "model", "views", "pipeline", "library-arguments"],
  },
  "library-arguments": { imports: ["text"] },
  /** The program as one page: what a browser shows, and the same way in a worker beside it. */
  browser: {
    imports: [
      "text",
      "period",
      "diagnostics",
      "files",
      "inputs",
      "sheet",
      "engine",
      "model",
      "rubric",
      "raters",
      "views",
      "document",
      "archive",
      "pipeline",
    ],
    packages: ["codemirror", "@codemirror/lang-yaml", "@codemirror/lint", "@noble/hashes", "buffer", "fflate", "pathe"],
    floats: true,
  },
  cli: {
    imports: [
      "text",
      "period",
      "diagnostics",
      "model",
      "rubric",
      "sheet",
      "engine",
      "views",
      "document",
      "files",
      "inputs",
      "archive",
      "comparison",
      "raters",
      "sql",
      "proof",
      "pipeline",
      "testing",
      "template",
    ],
    packages: ["commander", "chalk"],
    data: ["schema", "rubrics"],
    builtins: true,
  },
};

test("every import keeps to the rooms, without cycles, doubles stay where they belong, no code decides, and Vietnamese stands in messages", () => {
  expect(breaches(readSources(root), rooms)).toEqual([]);
});

describe("the check reports what is planted", () => {
  const planted = (files: Record<string, string>): string[] => breaches(new Map(Object.entries(files)) as Files, rooms);

  test("an empty tree", () => {
    expect(planted({})).toEqual(["src: no source files found"]);
  });

  test("a file that does not parse", () => {
    expect(planted({ "src/text/a.ts": "import {" })).toHaveLength(1);
  });

  test("a folder without rules", () => {
    expect(planted({ "src/utils/a.ts": "" })).toEqual(['src/utils/a.ts:1: no room "utils" is known']);
    expect(planted({ "src/constructor/a.ts": "" })).toEqual(['src/constructor/a.ts:1: no room "constructor" is known']);
  });

  test.each([
    ["import", 'import { a } from "../cli/main.ts";'],
    ["import for its effect", 'import "../cli/main.ts";'],
    ["import type", 'import type { A } from "../cli/main.ts";'],
    ["export from", 'export { a } from "../cli/main.ts";'],
    ["export all", 'export * from "../cli/main.ts";'],
    ["dynamic import", 'export const a = await import("../cli/main.ts");'],
    ["dynamic import of a template", "export const a = await import(`../cli/main.ts`);"],
    ["type query", 'export type A = import("../cli/main.ts").A;'],
  ])("a forbidden room by %s", (_, line) => {
    expect(planted({ "src/cli/main.ts": "", "src/text/a.ts": `\n${line}` })).toEqual([
      "src/text/a.ts:2: text may not import cli (src/cli/main.ts)",
    ]);
  });

  test("imports whose target cannot be seen", () => {
    expect(planted({ "src/cli/a.ts": "const n = 'x'; await import(n);" })).toEqual([
      "src/cli/a.ts:1: import() of a computed name",
    ]);
    expect(planted({ "src/text/a.ts": 'import "./b";', "src/text/b.ts": "" })).toEqual([
      "src/text/a.ts:1: ./b names no source file",
    ]);
    expect(planted({ "src/text/a.ts": 'require("fs");' })).toEqual([
      "src/text/a.ts:1: require() hides what is imported",
    ]);
    expect(planted({ "src/text/a.ts": 'import "../../test/a.ts";' })).toEqual([
      "src/text/a.ts:1: text may not import test/a.ts",
    ]);
  });

  test("a check in the plan, whose room is inside that of the compiler", () => {
    const files = {
      "src/rubric/compile.ts": 'import "./5-plan/build-plan.ts"; import "./4-check/bands.ts";',
      "src/rubric/4-check/bands.ts": "",
      "src/rubric/5-plan/build-plan.ts": 'import "../4-check/bands.ts";',
    };
    expect(planted(files)).toEqual([
      "src/rubric/5-plan/build-plan.ts:1: rubric/5-plan may not import rubric/4-check (src/rubric/4-check/bands.ts)",
    ]);
  });

  test("a file of the compiler in the engine", () => {
    const files = {
      "src/rubric/5-plan/lower.ts": "",
      "src/engine/a.ts": 'import type {} from "../rubric/5-plan/lower.ts";',
    };
    expect(planted(files)).toEqual([
      "src/engine/a.ts:1: engine may not import rubric/5-plan (src/rubric/5-plan/lower.ts)",
    ]);
  });

  test("a later phase of the same room", () => {
    const files = {
      "src/sheet/3-cells/a.ts": "",
      "src/sheet/2-header/a.ts": 'import "../3-cells/a.ts";',
      "src/sheet/4-rows/a.ts": 'import "../3-cells/a.ts"; import "../2-header/a.ts"; import "./b.ts";',
      "src/sheet/4-rows/b.ts": "",
    };
    expect(planted(files)).toEqual([
      "src/sheet/2-header/a.ts:1: phase 2 of sheet may not import a later one (src/sheet/3-cells/a.ts)",
    ]);
  });

  test("a cycle of types alone", () => {
    const files = {
      "src/text/a.ts": 'import type { B } from "./b.ts"; export type A = B;',
      "src/text/b.ts": 'import type { C } from "./c.ts"; export type B = C;',
      "src/text/c.ts": 'import type { A } from "./a.ts"; export type C = A;',
    };
    expect(planted(files)).toEqual([
      "src/text/a.ts:1: cycle src/text/a.ts → src/text/b.ts → src/text/c.ts → src/text/a.ts",
    ]);
    expect(planted({ "src/text/a.ts": 'import "./a.ts";' })).toHaveLength(1);
  });

  test.each([
    ["src/cli/a.ts", "yaml", "the package yaml"],
    ["src/sheet/a.ts", "ajv/dist/2019.js", "the package ajv"],
    ["src/rubric/a.ts", "csv-parse/sync", "the package csv-parse"],
    ["src/sheet/a.ts", "csv-stringify", "the package csv-stringify"],
    ["src/document/a.ts", "@e965/xlsx", "the package @e965/xlsx"],
    ["src/views/a.ts", "chalk", "the package chalk"],
    ["src/pipeline.ts", "commander", "the package commander"],
    ["src/rubric/a.ts", "@marcbachmann/cel-js", "the package @marcbachmann/cel-js"],
    ["src/engine/a.ts", "lodash", "the package lodash"],
    ["src/engine/a.ts", "node:fs", "node:fs"],
    ["src/text/a.ts", "path", "path"],
  ])("in %s the import of %s", (path, specifier, what) => {
    const room = path.split("/")[1]?.replace(".ts", "");
    expect(planted({ [path]: `import type {} from "${specifier}";` })).toEqual([
      `${path}:1: ${room} may not import ${what}`,
    ]);
  });

  test.each([
    "export const a = Number(x);",
    "export const a = Number?.(x);",
    "export const a = new Number(x);",
    "export const a = x.map(Number);",
    "export const a = parseFloat(x);",
    "export const a = Number.parseFloat(x);",
    "export const a = x.toFixed(2);",
    "export const a = Math.round(x);",
    "const { round } = Math;",
  ])("a double outside presentation: %s", (line) => {
    expect(planted({ "src/engine/a.ts": line })).toHaveLength(1);
    expect(planted({ "src/number/a.ts": line, "src/document/a.ts": line, "src/raters/a.ts": line })).toEqual([]);
  });

  test.each([
    'export const a = each.code === "C122";',
    'switch (each.code) { case "C122": }',
    'export const a = ["C122"].some(seen);',
    'export const a = codes.has("C122");',
    "export const a = /^D(?:1|215)/.test(each.code);",
    "export const a = /^C12\\d/.test(each.code);",
  ])("a decision by the code of a diagnostic: %s", (line) => {
    expect(planted({ "src/cli/a.ts": line })).toHaveLength(1);
    expect(planted({ "src/cli/a.ts": 'report("C122", {}); export const a = isOpen ? "C143" : "C144";' })).toEqual([]);
  });

  test("Vietnamese outside of messages, the words of views and what sheets say", () => {
    for (const line of ['export const a = "chưa đủ";', "export const a = `chưa đủ`;"]) {
      expect(planted({ "src/cli/a.ts": line })).toEqual(["src/cli/a.ts:1: Vietnamese belongs into messages"]);
      expect(planted({ "src/views/words.ts": line, "src/sheet/vocabulary.ts": `/** ọ */ ${line}` })).toEqual([]);
    }
  });

  test("nothing in what is allowed, nor in comments and strings", () => {
    const files = {
      "src/model/plan.ts": "",
      "src/text/a.ts": 'export const a = \'import "yaml"\'; // import "yaml"; Number(x).toFixed(2)',
      "src/rubric/2-shape/validator.generated.d.ts": 'import type { ErrorObject } from "ajv";',
      "src/rubric/1-read/read.ts": 'import "yaml"; import "../../text/a.ts";',
      "src/rubric/2-shape/shape.ts": 'import v from "./validator.generated.js"; import "../1-read/read.ts";',
      "src/model/report.ts": "export const whole = (n: number) => Number.isSafeInteger(n);",
      "src/document/a.ts": 'import type {} from "../text/a.ts"; import "csv-stringify/sync";',
      "src/pipeline.ts": `import "./model/plan.ts"; import "./model/report.ts";`,
      "src/cli/main.ts": 'await import("../pipeline.ts"); import s from "../../schema/rubric.schema.json";',
    };
    expect(planted(files)).toEqual([]);
  });
});
