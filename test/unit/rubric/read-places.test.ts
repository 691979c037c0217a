import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument, Scalar, stringify } from "yaml";
import type { Node } from "../../../src/rubric/1-read/document.ts";
import { createPlaces } from "../../../src/rubric/1-read/places.ts";
import { read, textAt } from "./reading.ts";

/** Places in the first map of a text, with that map's value of `when`. */
function placesOf(text: string) {
  const { document } = read(text);
  if (!document) throw new Error(`not readable: ${text}`);
  const holder = {};
  const places = createPlaces(new WeakMap([[holder, document.root]]));
  return { holder, places, value: textOf(document.root.entries.get("when")?.value) };
}

const textOf = (node: Node | undefined): string => (node?.kind === "scalar" ? node.text : "");

/** What stands in the file for `part` of the value of `when`. */
function written(text: string, part: string): string {
  const { holder, places, value } = placesOf(text);
  const start = value.indexOf(part);
  expect(start, value).toBeGreaterThanOrEqual(0);
  return textAt(text, places.within(holder, "when", start, start + part.length));
}

describe("characters of a text, wherever it is quoted or folded", () => {
  test.each([
    ["plain", "when: a > 1 && bad > 2\n", "bad", "bad"],
    ["plain over lines", "when: a > 1\n  &&   \n  bad > 2\n", "bad", "bad"],
    ["the space of a fold", "when: a\n   b\n", "a b", "a\n   b"],
    ["single quotes", "when: 'k != ''x'' && bad'\n", "bad", "bad"],
    ["a doubled quote", "when: 'k != ''x'' && bad'\n", "'x'", "''x''"],
    ["single quotes over lines", "when: 'k\n\n  bad'\n", "bad", "bad"],
    ["double quotes", 'when: "k != \\"x\\" && bad"\n', "bad", "bad"],
    ["an escape", 'when: "k != \\"x\\" && bad"\n', '"x"', '\\"x\\"'],
    ["escapes by number", 'when: "\\u0111\\x41\\U0001F600 bad"\n', "bad", "bad"],
    ["an escaped line end", 'when: "a\\\n    bad"\n', "bad", "bad"],
    ["double quotes over lines", 'when: "a\n  \n  bad"\n', "bad", "bad"],
    ["literal", "when: |\n  a\n    bad\n  c\n", "bad", "bad"],
    ["literal with indicator", "when: |1\n   a\n  bad\n", "bad", "bad"],
    ["folded", "when: >-\n  a &&\n\n  b &&\n  bad\n", "bad", "bad"],
    ["folded with further indentation", "when: >\n  a\n    keep\n  bad\n", "bad", "bad"],
    ["CRLF", "when: >-\r\n  a &&\r\n  bad\r\n", "bad", "bad"],
    ["astral characters", "when: '😀 ''đ'' bad'\n", "bad", "bad"],
  ])("%s", (_, text, part, expected) => {
    expect(written(text, part)).toBe(expected);
  });

  test("the end of a text is behind its last character", () => {
    const { holder, places, value } = placesOf('when: "a +"\n');
    expect(places.within(holder, "when", value.length, value.length)).toMatchObject({ column: 11, endColumn: 11 });
  });

  test("property: values are those of the yaml package, and every character is found where it is written", () => {
    const styles = [Scalar.PLAIN, Scalar.QUOTE_SINGLE, Scalar.QUOTE_DOUBLE, Scalar.BLOCK_FOLDED, Scalar.BLOCK_LITERAL];
    const word = fc.constantFrom("a", "bc", "đ😀", "'", '"', "\\", " ", "  ", "\n", "\n\n", "x: y", "#", "\t", ">= 1");
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }),
        fc.constantFrom(...styles),
        fc.integer({ min: 20, max: 60 }),
        (words, style, lineWidth) => {
          const scalar = new Scalar(words.join(""));
          scalar.type = style as Scalar.Type;
          const text = stringify({ when: scalar, z: 1 }, { lineWidth, minContentWidth: 0 });
          const yaml = parseDocument(text);
          // The package writes a few texts of blanks and tabs in a way that it refuses to read.
          fc.pre(yaml.errors.length === 0);
          const { holder, places, value } = placesOf(text);
          expect(value).toBe(yaml.get("when"));
          for (const [index, character] of [...value].entries()) {
            if (!/[a-zđ>=]/.test(character)) continue;
            const start = [...value].slice(0, index).join("").length;
            expect(textAt(text, places.within(holder, "when", start, start + character.length))).toBe(character);
          }
        },
      ),
    );
  });
});

test("values, keys and wholes", () => {
  const text = "when: [x, 'yy']   # note\nđ: { e: 1 }\nf: |\n  a\n\n# end\n";
  const { document } = read(text);
  const list = {};
  const { holder, places } = placesOf(text);
  const both = createPlaces(new WeakMap([[list, document?.root.entries.get("when")?.value as never]]));
  expect(textAt(text, places.value(holder, "when"))).toBe("[x, 'yy']");
  expect(textAt(text, both.value(list, 1))).toBe("'yy'");
  expect(textAt(text, both.whole(list))).toBe("[x, 'yy']");
  expect(textAt(text, places.key(holder, "đ"))).toBe("đ");
  expect(textAt(text, places.value(holder, "f"))).toBe("|\n  a");
  expect(textAt(text, places.whole(holder))).toBe(text.slice(0, text.indexOf("\n\n#")));
});

test("asking for what is not there is a bug and says so", () => {
  const { holder, places } = placesOf("when: x\n");
  expect(() => places.value(holder, "whne")).toThrow();
  expect(() => places.key(holder, "constructor")).toThrow();
  expect(() => places.whole({})).toThrow();
});
