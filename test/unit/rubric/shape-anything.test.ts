import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hintOf, messageOf } from "../../../src/diagnostics/message.ts";
import { source } from "../../../src/text/source.ts";
import { shape } from "./reading.ts";

const rubric = readFileSync(new URL("../../../rubrics/tam-diep.yaml", import.meta.url), "utf8");
const lines = rubric.split(/(?<=\n)/);

/** A rubric or diagnostics, never an exception; each diagnostic with texts and with a place in the file. */
function check(text: string): void {
  const { shaped, list } = shape(text);
  expect(shaped === undefined).toBe(list.length > 0);
  const { lineStarts } = source("", text);
  for (const diagnostic of list) {
    const { place } = diagnostic;
    if (!place) throw new Error(`${diagnostic.code} without place`);
    const length = (line: number): number => (lineStarts[line] ?? text.length) - (lineStarts[line - 1] ?? 0);
    expect(place.line).toBeGreaterThanOrEqual(1);
    expect(place.endLine).toBeLessThanOrEqual(lineStarts.length);
    expect(place.column).toBeLessThanOrEqual(length(place.line) + 1);
    expect(place.endColumn).toBeLessThanOrEqual(length(place.endLine) + 1);
    expect(place.endLine - place.line || place.endColumn - place.column).toBeGreaterThanOrEqual(0);
    for (const language of ["en", "vi"] as const) {
      expect(`${messageOf(diagnostic, language)} ${hintOf(diagnostic, language) ?? ""}`).not.toMatch(
        /\{\w+\}|undefined/,
      );
    }
  }
}

const snippet = fc.constantFrom(
  ..."a: \n|  |- |{|}|[|]|,|'|\"|&x|*x|!t|---\n|...\n|%YAML 1.2\n|? |: |<<|# |\t|\r|\r\n|\u2028|\uFEFF|\0|>-\n|0x1|010|.inf|~|null|$x|20%|__proto__: 1\n|max: |items: |id: |use: x|schema: 1\n|when: |đ|😀|\ud800".split(
    "|",
  ),
  "|\n ",
);

test("any text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), check));
  fc.assert(
    fc.property(
      fc.array(snippet, { maxLength: 30 }).map((parts) => parts.join("")),
      check,
    ),
  );
});

test("a rubric that breaks off anywhere", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: rubric.length }), (end) => check(rubric.slice(0, end))));
});

test("a rubric with anything put in, cut out or replaced", () => {
  const change = fc.record({ at: fc.nat(rubric.length), cut: fc.nat(20), put: fc.array(snippet, { maxLength: 3 }) });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      check(
        changes.reduce((text, { at, cut, put }) => text.slice(0, at) + put.join("") + text.slice(at + cut), rubric),
      );
    }),
  );
});

test("a rubric whose lines are left out, doubled or moved", () => {
  const index = fc.nat(lines.length - 1);
  fc.assert(
    fc.property(index, index, fc.nat(5), (from, to, count) => {
      const moved = lines.slice(from, from + count);
      check([...lines.slice(0, to), ...moved, ...lines.slice(to)].join(""));
      check(lines.toSpliced(from, count).join(""));
    }),
  );
});

test("a rubric where a scalar or a map is something else", () => {
  const other = fc.constantFrom(
    "",
    "1",
    "-1",
    "true",
    "x",
    '""',
    "[]",
    "{}",
    "[1, [2]]",
    "{ a: 1, b: { c: 2 } }",
    "010",
    "$p",
  );
  const values = [...rubric.matchAll(/(?<=\b\w+: )[^\s,{}[\]#"']+/g)];
  fc.assert(
    fc.property(fc.constantFrom(...values), other, (value, put) => {
      check(rubric.slice(0, value.index) + put + rubric.slice(value.index + value[0].length));
    }),
  );
});
