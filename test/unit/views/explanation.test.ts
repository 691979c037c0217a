import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { Painter } from "../../../src/text/painter.ts";
import { plain } from "../../../src/text/painter.ts";
import { displayWidth } from "../../../src/text/width.ts";
import { line, toned } from "../../../src/views/explanation/line.ts";
import { treeMarkdown } from "../../../src/views/explanation/tree-markdown.ts";
import { treeLines } from "../../../src/views/explanation/tree-text.ts";
import type { Step } from "../../support/case-file.ts";
import { readCase } from "../../support/case-file.ts";
import { caseNames, caseText, performCase } from "../../support/case-run.ts";
import { root, runHere } from "../../support/run.ts";

const tree = toned("strong", "Kết quả", [
  line("một hai ba bốn năm sáu bảy tám chín mười mười một mười hai", [line("dưới", [line("sâu hơn")])]),
  line("cuối"),
]);

describe("as a tree", () => {
  test("wide enough", () => {
    expect([...treeLines(tree, plain)].join("")).toBe(
      [
        "Kết quả",
        "├ một hai ba bốn năm sáu bảy tám chín mười mười một mười hai",
        "│ └ dưới",
        "│   └ sâu hơn",
        "└ cuối",
        "",
      ].join("\n"),
    );
  });

  test("broken between words, with the branches drawn on", () => {
    const lines = [...treeLines(tree, plain, 40)];
    expect(lines.slice(1, 4)).toEqual([
      "├ một hai ba bốn năm sáu bảy tám chín\n",
      "│ │ mười mười một mười hai\n",
      "│ └ dưới\n",
    ]);
    for (const each of lines) expect(displayWidth(each.trimEnd())).toBeLessThanOrEqual(40);
  });

  test("branches are faint, a line has the colour of its tone, an escape sequence is none", () => {
    const marks: Painter = { ...plain, strong: (text) => `<${text}>`, faint: (text) => (text ? `(${text})` : text) };
    expect([...treeLines(toned("strong", "a\u001B[2J", [line("b")]), marks)]).toEqual(["<a␛[2J>\n", "(└ )b\n"]);
  });
});

test("in Markdown text stays text", () => {
  expect([...treeMarkdown(line("a_b", [toned("strong", "<b>", [line("[x](y)")])]))].join("")).toBe(
    "## a\\_b\n\n- **&lt;b&gt;**\n  - \\[x\\](y)\n",
  );
});

const schema = JSON.parse(readFileSync(join(root, "schema/explanation.schema.json"), "utf8"));
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const isExplanation = ajv.compile(schema);
const ofSubjects = caseNames.filter(
  (name) => name.startsWith("explain/") && caseText(name).includes("\n--- file rubric.yaml"),
);

test.each(ofSubjects)("what the schema says of %s", async (name) => {
  const [{ command, ...step }] = readCase(caseText(name)).steps as [Step];
  const [subject = "--subject ''"] = /--subject (?:"[^"]*"|\S+)/.exec(command) ?? [];
  const asked = `${command.split(" --")[0]} ${subject} --format json --quiet`;
  const { steps } = await performCase({ note: "", steps: [{ ...step, command: asked }] }, runHere);
  const [{ stdout, exit }] = steps as [Step];
  if (exit !== 0) return expect(String(stdout)).toBe("");
  expect(isExplanation(JSON.parse(String(stdout))), ajv.errorsText(isExplanation.errors)).toBe(true);
});
