// What the package's parser would misread, or counts by characters.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scan } from "../../../src/expression/scan.ts";
import { evaluate, mistakes, show } from "./fixture.ts";

const dashes = "-".repeat(80);

describe("signs and length", () => {
  test.each([
    ["a comment of dashes", `// ${dashes}\nA > 5`],
    ["a text of dashes", `name == "${dashes}" || A > 5`],
    ["a text in three quotes with signs, quotes and line ends", `name == """${dashes}"\n!!${dashes}""" || A > 5`],
    ["a raw text with a backslash and a quote", `name == r"${dashes}\\"!!${dashes}" || A > 5`],
    ["an escaped quote", `name == "\\"${dashes}" || A > 5`],
    ["a text of 100 000 characters", `name == "${"x".repeat(100_000)}" || A > 5`],
    ["32 signs", `${"!".repeat(32)}(A > 5)`],
    ["64 signs with spaces and comments between them", `${"! // no\n".repeat(64)}(A > 5)`],
  ])("%s are no nesting", (_, text) => {
    expect(evaluate(text, { A: 8, name: "" })).toBe(true);
  });

  test("more signs in a row than levels of nesting", () => {
    const text = `${"!".repeat(65)}(A > 5)`;
    expect(mistakes(text)).toEqual([`R302 ${text}`]);
  });
});

test.each([
  [".99", "99/100"],
  [".5 + A", "17/2"],
  ["A>.5?1:2", "1"],
  ["1e-3", "1/1000"],
  ["2.5E+2", "250"],
  [".5e1", "5"],
  ["0x55", "85"],
  ["0XfF - 1", "254"],
  ["1234567890123456789012", "1234567890123456789012"],
  ["9223372036854775808 - 1", "9223372036854775807"],
  ["-0x10", "-16"],
  ["A\f+\f1", "9"],
])("%s is %s", (text, value) => {
  expect(show(evaluate(text, { A: 8 }))).toBe(value);
});

test("names that look like numbers stay names, and digits in texts stay digits", () => {
  expect(mistakes("A1e5 + 1")).toEqual(["R303 A1e5"]);
  expect(mistakes("1u")).toEqual(["R315 1u"]);
  expect(evaluate('name == "12.5 0x1F .5"', { name: "12.5 0x1F .5" })).toBe(true);
});

test("whatever the text, all positions stay", () => {
  const piece = fc.constantFrom(
    "!",
    "-",
    " ",
    "\n",
    "\f",
    '"',
    "'",
    '"""',
    "\\",
    "r",
    "b",
    "//",
    ".",
    "5",
    "0x",
    "1e",
    "A",
    "😀",
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join("")),
      (text) => {
        expect(scan(text).text).toHaveLength(text.length);
      },
    ),
  );
});

test("size after the list", () => {
  const periods = [{ field: () => 1 }, { field: () => 2 }];
  expect(evaluate("periods.size() == size(periods)", { periods })).toBe(true);
  expect(mistakes("[1, 2].size(3)")).toEqual(["R306 size"]);
  expect(mistakes("A.round(1)")).toEqual(["R306 round"]);
});
