import { describe, expect, test } from "vitest";
import { line, toned } from "../../../src/document/block.ts";
import { markdownLines } from "../../../src/document/markdown.ts";
import { treeLines } from "../../../src/document/terminal-tree.ts";
import type { Painter } from "../../../src/text/painter.ts";
import { plain } from "../../../src/text/painter.ts";
import { displayWidth } from "../../../src/text/width.ts";

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
  const root = line("a_b", [toned("strong", "<b>", [line("[x](y)")])]);
  expect([...markdownLines({ language: "en", blocks: [{ kind: "tree", root }] })].join("")).toBe(
    "## a\\_b\n\n- **&lt;b&gt;**\n  - \\[x\\](y)\n",
  );
});
