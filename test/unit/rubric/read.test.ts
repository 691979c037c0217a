import { describe, expect, test } from "vitest";
import type { Node } from "../../../src/rubric/1-read/document.ts";
import { read, shape } from "./reading.ts";

/** The tree as plain data, scalars as their text. */
function plain(node: Node): unknown {
  if (node.kind === "scalar") return node.style === "plain" ? node.text : [node.style, node.text];
  if (node.kind === "list") return node.items.map(plain);
  return Object.fromEntries([...node.entries.values()].map(({ key, value }) => [key, plain(value)]));
}

test("a plain tree of texts, numbers as they are written", () => {
  const { document, found } = read(
    `a: 0.10\nb: [1e3, "x", 'it''s']\nc:\n  1: x\n  null: y\nd: |\n  one\n  two\ne: { f, g: }\n`,
  );
  expect(found).toEqual([]);
  expect(document && plain(document.root)).toEqual({
    a: "0.10",
    b: ["1e3", ["quoted", "x"], ["quoted", "it's"]],
    c: { "1": "x", null: "y" },
    d: ["block", "one\ntwo\n"],
    e: { f: "", g: "" },
  });
});

test.each([
  ["\uFEFFa: 1\r\nb:\r\n  - &x 2\r\n", ["3:5-3:7 S004"]],
  ["a: 1\nb:\n  - &x 2\n", ["3:5-3:7 S004"]],
  ["a: 1\rb:\r  - &x 2\r", ["3:5-3:7 S004"]],
])("line ends and a byte order mark change no position", (text, expected) => {
  expect(read(text).found).toEqual(expected);
});

describe("refused with its place", () => {
  test.each([
    ["an anchor and an alias", "a: &x { b: 1 }\nc: *x\n", ["1:4-1:6 S004", "2:4-2:6 S004"]],
    ["a merge key", "a:\n  <<: { b: 1 }\n", ["2:3-2:5 S005"]],
    ["a tag", "a: !!str 1\nb: !x [1]\n", ["1:4-1:9 S006", "2:4-2:6 S006"]],
    ["a directive", "%YAML 1.1\n---\na: 1\n", ["1:1-1:10 S007"]],
    ["a second document", "a: 1\n---\nb: 2\n---\nc: 3\n", ["2:1-2:4 S008", "4:1-4:4 S008"]],
    ["a second document without marker", "a: 1\n...\nb: 2\n", ["3:1-3:2 S008"]],
    ["a doubled key", "điểm: 1\nb: 2\nđiểm: 3\n", ["3:1-3:5 S009"]],
    ["a key that is a list", "? [a]\n: 1\n", ["1:3-1:6 S010"]],
    ["an empty key", ": 1\n", ["1:1-1:1 S010"]],
    ["an empty file", "", ["1:1-1:1 S011"]],
    ["only comments", "# nothing\n---\n", ["1:1-1:1 S011"]],
    ["null", "~\n", ["1:1-1:1 S011"]],
    ["a list", "- a\n- b\n", ["1:1-2:4 S012"]],
    ["a text", "schema:1\n", ["1:1-1:9 S012"]],
  ])("%s", (_, text, expected) => {
    const { document, found } = read(text);
    expect(found).toEqual(expected);
    expect(document).toBeUndefined();
  });

  test("a doubled key names the first one", () => {
    const [diagnostic] = read("a: 1\nb: 2\na: 3\n").list;
    expect(diagnostic?.related).toMatchObject([{ place: { line: 1, column: 1, endColumn: 2 } }]);
  });
});

describe("one diagnostic for one mistake in the YAML", () => {
  test.each([
    ["an open bracket", "a: [1, 2\nb: 3\nc: 4\n", ["1:4-1:5 S003"]],
    ["a bracket closed by another", "a: {b: [1}\nc: 2\n", ["1:4-1:5 S003"]],
    ["an open quote", "a: 'x\nb: 3\nc: 4\n", ["1:4-1:5 S003"]],
    ["an open quote in brackets", "r:\n - { id: a, when: 'x }\n - { id: b }\n", ["2:19-2:20 S003"]],
    ["tabs", "a:\n\tb: 1\nc: 2\n", ["2:1-2:5 S002"]],
    ["a colon in a text", "title: Giám sát: lời nói\nb: 1\n", ["1:8-1:9 S001"]],
    ["two of them", "a: b: c\nd: e: f\n", ["1:4-1:5 S001", "2:4-2:5 S001"]],
    ["a list and a map side by side", "- a\nb: 1\nc: 2\n", ["2:1-2:2 S001"]],
    ["a key without colon", "b: 1\na 1\nc: 2\n", ["2:1-2:4 S001"]],
    ["uneven indentation", "a:\n  - x\n - y\n", ["3:2-3:3 S001"]],
    ["a line that is indented too far", "- id: A\r\n   title: B\r\n  max: 1\r\n", ["2:4-2:12 S001"]],
    ["a tab, and what it makes of the lines behind", "a:\n  - id: A\n\tmax: 1\n  - id: B\n", ["3:1-3:2 S002"]],
    ["a key without a space", "a: 1\nb:2\nc: 3\n", ["2:1-2:3 S014"]],
    ["a dash without a space", "a:\n  - x\n  -y: 1\n", ["3:3-3:4 S014"]],
    ["unknown escapes", 'a: "\\q"\n', ["1:5-1:6 S001"]],
    ["text behind a quote", "a: 'it's'\n", ["1:8-1:10 S001"]],
  ])("%s", (_, text, expected) => {
    expect(read(text).found.map((short) => short.replace(/^(\d+:\d+)-\S+ S002/, "$1 S002"))).toEqual(
      expected.map((short) => short.replace(/^(\d+:\d+)-\S+ S002/, "$1 S002")),
    );
  });
});

describe("too large to be a rubric", () => {
  test("64 levels are read, 65 are not", () => {
    const nested = (levels: number) => `a: ${"[".repeat(levels - 1)}${"]".repeat(levels - 1)}\n`;
    expect(read(nested(64)).found).toEqual([]);
    expect(read(nested(65)).found).toEqual(["1:67-1:68 S013"]);
    expect(read("- ".repeat(65)).found.map((short) => short.slice(-4))).toEqual(["S013"]);
  });

  test.each(["[", "{a: ", "- ", "? "])("millions of %j neither hang nor fill the memory", (opener) => {
    const { found } = read(`a:\n  ${opener.repeat(4_900_000 / opener.length)}`);
    expect(found.map((short) => short.slice(-4))).toEqual(["S013"]);
  });

  test("more than five million characters", () => {
    expect(read(`a: ${"x".repeat(5_000_000)}`).found).toEqual(["1:1-1:1 S013"]);
  });

  test("a hundred thousand mistakes on one line are counted in seconds", () => {
    const { diagnostics } = read(`{${"a: 1, ".repeat(100_000)}}`);
    expect([...diagnostics.more.values()]).toEqual([99_979]);
    expect(
      shape(`schema: 1\ncolumns: {${Array.from({ length: 50_000 }, (_, i) => `${i}: 1`).join()}}`).shaped,
    ).toBeUndefined();
  });

  test("aliases are refused before anything is expanded", () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i}: &x${i} [${`*x${i - 1}, `.repeat(i > 0 ? 9 : 0)}]\n`);
    expect(new Set(read(levels.join("")).found.map((short) => short.slice(-4)))).toEqual(new Set(["S004"]));
  });
});
