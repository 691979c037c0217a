// A file that adopts another is read entry by entry, and its entries may stand in another file: the tree must be that of the whole file.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import type { Node } from "../../../src/rubric/1-read/document.ts";
import type { Seen } from "../../../src/rubric/1-read/entries.ts";
import { nothingSeen } from "../../../src/rubric/1-read/entries.ts";
import { readRubric } from "../../../src/rubric/1-read/read-rubric.ts";
import type { Stretch } from "../../../src/text/source.ts";
import { source } from "../../../src/text/source.ts";
import { runs } from "../../reference/runs.ts";
import { root } from "../../support/files.ts";

const folder = join(root, "rubrics");
const adopted = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .map((text) => (/^extends:/m.test(text) ? text : `extends: law\n${text}`));

/** A part with what its stretch holds and where that is. */
function plain(node: Node): unknown {
  if (node.kind === "scalar") return { ...node, span: held(node.span) };
  if (node.kind === "list") return { span: held(node.span), items: node.items.map(plain) };
  const entries = [...node.entries.values()].map((entry) => ({
    ...entry,
    keySpan: held(entry.keySpan),
    value: plain(entry.value),
  }));
  return { span: held(node.span), entries };
}

const held = ({ source: { name, text }, start, end }: Stretch) => ({ name, start, text: text.slice(start, end) });

function read(text: string, seen?: Seen): unknown {
  const diagnostics = createDiagnostics();
  const document = readRubric(source("office.yaml", text), diagnostics, seen);
  return { root: document && plain(document.root), told: diagnostics.list };
}

test.each(adopted)("each shipped rubric", (text) => {
  expect(read(text, nothingSeen())).toEqual(read(text));
});

const pieces = [
  "{",
  "}",
  "[",
  "]",
  ":",
  ": ",
  '"',
  "'",
  "#",
  " #",
  "\n",
  "\r\n",
  "\t",
  "|",
  ">",
  "*a",
  "&a ",
  "!t ",
  "- ",
  "? ",
  "  ",
];
const lines = [
  "---",
  "...",
  "%YAML 1.2",
  "- x",
  'b: y"',
  "? z",
  ": x",
  "# c",
  "k: |",
  "k: >-",
  "<<: {a: 1}",
  "}",
  "]",
  "'",
  "x",
  "change:",
];

/** One change of a line: of its indentation, of what stands in it, or of its place. */
const edit = fc.record({
  at: fc.nat(),
  column: fc.nat(),
  indent: fc.nat(4),
  kind: fc.nat(5),
  line: fc.constantFrom(...lines),
  piece: fc.constantFrom(...pieces),
});

const short = adopted.filter(({ length }) => length < 3000);

test("and whatever becomes of one", () => {
  const edits = fc.array(edit, { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(fc.constantFrom(...short), edits, (text, changes) => {
      const all = text.split("\n");
      for (const { at, column, indent, kind, line, piece } of changes) {
        const place = at % all.length;
        const before = all[place] as string;
        const inside = column % (before.length + 1);
        if (kind === 0) all.splice(place, 1);
        else if (kind === 1) all.splice(place, 0, line);
        else if (kind === 2) all.splice(place, 0, all[column % all.length] as string);
        else if (kind === 3) all[place] = " ".repeat(indent) + before.trimStart();
        else if (kind === 4) all[place] = before.slice(0, inside);
        else all[place] = before.slice(0, inside) + piece + before.slice(inside);
      }
      const edited = all.join("\n");
      expect(read(edited, nothingSeen())).toEqual(read(edited));
    }),
    runs(2),
  );
});

/** What a part says, wherever it stands: what is the same in two files stands in the first. */
const saying = (read: unknown): unknown =>
  JSON.parse(
    JSON.stringify(read, (key, value) => {
      if (key === "name" || key === "start") return undefined;
      return value?.entries ? value.entries : value;
    }),
  );

const word = fc.constantFrom("1", "25", "0", "A1", "tot", "Tốt", "Sở Nội vụ", "true", "x y z", "_", "Ô");

test("one that differs from another in words alone says its own", () => {
  const change = fc.record({ at: fc.nat(), word });
  fc.assert(
    fc.property(
      fc.constantFrom(...short),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      edit,
      (text, changes, by) => {
        const words = text.split(/(?<![\p{L}\p{M}\p{N}_])([\p{L}\p{M}\p{N}_]+)(?![\p{L}\p{M}\p{N}_])/u);
        for (const { at, word } of changes) words[(at % (words.length >> 1)) * 2 + 1] = word;
        const other = words.join("");
        const seen = nothingSeen();
        const within = by.at % (text.length + 1);
        for (const first of [text, text.slice(0, within) + by.piece + text.slice(within)]) read(first, seen);
        expect(saying(read(other, seen))).toEqual(saying(read(other)));
      },
    ),
    runs(1),
  );
});

test.each([
  ['a: { b: "x", c: [d, 1.5] }', 'a: { beta: "x y", c: [de, 11.25] }'],
  ["a:\n  - b c\n  - 'it''s'", "a:\n  - b\n  - 'she''s'"],
  ['a: "x\\u0041"', 'a: "x\\u0042"'],
  ["a: { b: 1, c: 2 }", "a: { b: 1, b: 2 }"],
  ["a: |\n  b\n  c", "a: |\n  bb\n  c"],
  ["a: >2\n    b", "a: >3\n    b"],
  ["a: b\n  c", "a: bb\n  c"],
])("as in %s and %s", (one, other) => {
  const [first, second] = [one, other].map((entry) => `extends: law\n${entry}\n`) as [string, string];
  const seen = nothingSeen();
  read(first, seen);
  expect(read(second, seen)).toEqual(read(second));
});

test("two entries of one file with the same lines are two", () => {
  const text = "extends: law\na:\n  C1: { max: 5 }\nb:\n  C1: { max: 5 }\n";
  const seen = nothingSeen();
  for (const _ of [1, 2]) expect(read(text, seen)).toEqual(read(text));
});

test("what stands in another file with the same lines is taken from there", () => {
  const seen = nothingSeen();
  const office = (id: string): string =>
    `# ${id}\nextends: { rubric: law.yaml }\nid: ${id}\nchange:\n  T1: { max: 45 }\n`;
  const rootOf = (id: string) => readRubric(source(id, office(id)), createDiagnostics(), seen)?.root.entries;
  const [one, other] = [rootOf("a"), rootOf("another")];
  expect(other?.get("extends")).toBe(one?.get("extends"));
  expect(other?.get("id")?.value).toMatchObject({ text: "another", span: { source: { name: "another" } } });
  expect(other?.get("change")).toMatchObject({ keySpan: { source: { name: "another" } } });
  const change = (entries: typeof one) => {
    const value = entries?.get("change")?.value;
    return value?.kind === "map" && value.entries.get("T1");
  };
  expect(change(other)).toBe(change(one));
});
