// What CEL has and rubrics have not, asked of the checker: the list in docs/expressions.md is its answer.
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { messageOf } from "../../../src/diagnostics/message.ts";
import { updating } from "../../support/update.ts";
import { compile } from "./fixture.ts";

/** The standard definitions of CEL (cel-spec, "List of Standard Definitions") and its optional parts, each with an example. */
const cel: readonly (readonly [what: string, example: string])[] = [
  ["remainder", "n % 2 == 0"],
  ["an unsigned number", "1u"],
  ["a number of more than 200 digits", "1e-324"],
  ["`null`", "A == null"],
  ["bytes", 'b"abc" == b"abc"'],
  ["a map", '{"a": 1}.size() > 0'],
  ["a message", "Person{age: 1} == A"],
  ["an empty list", "[]"],
  ["a list of unlike values", '[1, "a"]'],
  ["an element by its number", "[1, 2][0]"],
  ["lists joined", "[1] + [2]"],
  ["lists compared", "[1] == [1]"],
  ["texts joined", 'name + "!"'],
  ["texts in order", 'name < "m"'],
  ["flags in order", "leader < true"],
  ["the length of a text", "size(name)"],
  ["a part of a text", 'name.contains("x")'],
  ["the beginning of a text", 'name.startsWith("x")'],
  ["the end of a text", 'name.endsWith("x")'],
  ["a regular expression", 'name.matches("^x")'],
  ["conversions", 'int("1")'],
  ["conversions to text", "string(A)"],
  ["a type", "type(A) == int"],
  ["any type", "dyn(A)"],
  ["a field that may be absent", "has(raw.A)"],
  ["an optional field", "raw.?A"],
  ["an optional element", "periods[?0]"],
  ["`map` with a condition", "periods.map(p, p.total > 50, p.total)"],
  ["a moment", 'timestamp("2026-01-01T00:00:00Z")'],
  ["a duration", 'duration("1h")'],
  ["a part of a date", "joined.getFullYear()"],
];

const page = new URL("../../../docs/expressions.md", import.meta.url);

test("the documentation lists what is refused", () => {
  const rows = cel.flatMap(([what, example]) => {
    const [finding] = compile(example).findings;
    if (!finding) return [];
    const told = messageOf(finding.diagnostic, "en");
    return [`| ${what} | \`${example.replaceAll("|", "\\|")}\` | ${finding.code}: ${told.replaceAll("|", "\\|")} |`];
  });
  expect(rows).toHaveLength(cel.length);
  const text = readFileSync(page, "utf8");
  const table = /(?<=\| in CEL \| such as \| told \|\n\| --- \| --- \| --- \|\n)(?:\|.*\n)*/;
  const fresh = text.replace(table, () => `${rows.join("\n")}\n`);
  if (updating) writeFileSync(page, fresh);
  expect(text.match(table)?.[0].trimEnd().split("\n")).toEqual(rows);
});
