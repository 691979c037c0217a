import { expect, test } from "vitest";
import type { Invocation } from "../../../src/cli/arguments.ts";
import { parseArguments } from "../../../src/cli/arguments.ts";
import { createDiagnostics } from "../../../src/diagnostics/diagnostic.ts";
import { shellWords } from "../../support/run.ts";

function parse(line: string, env: Record<string, string> = {}): Invocation & { codes: string[] } {
  const diagnostics = createDiagnostics();
  const invocation = parseArguments(shellWords(line), env, diagnostics);
  return { ...invocation, codes: diagnostics.list.map(({ code }) => code) };
}

test("flags stand anywhere, before the command too, with a space or an equals sign", () => {
  const { name, operands, flags, codes } = parse("--lang vi compute r.yaml --period=2026-Q1 --strict s.csv");
  expect({ name, operands, flags, codes }).toEqual({
    name: "compute",
    operands: ["r.yaml", "s.csv"],
    flags: { lang: "vi", period: "2026-Q1", strict: true },
    codes: [],
  });
});

test("flags of a command may stand before it", () => {
  const { name, operands, flags, codes } = parse("--strict --period 2026 compute r.yaml s.csv");
  expect({ name, operands, flags, codes }).toEqual({
    name: "compute",
    operands: ["r.yaml", "s.csv"],
    flags: { strict: true, period: "2026" },
    codes: [],
  });
});

test("help and version are words too", () => {
  expect(parse("help compute")).toMatchObject({ name: "compute", flags: { help: true }, codes: [] });
  expect(parse("--lang vi help compute")).toMatchObject({ name: "compute", flags: { help: true, lang: "vi" } });
  expect(parse("help").flags).toEqual({ help: true });
  for (const line of ["version", "-v", "--version"]) expect(parse(line).flags).toEqual({ version: true });
  expect(parse("help comptue").codes).toEqual(["C101"]);
});

test("help is given for a command whose operands are missing", () => {
  expect(parse("compute -h")).toMatchObject({ name: "compute", flags: { help: true }, codes: [] });
});

test("an operand too few or too many, unless something else is wrong", () => {
  expect(parse("compute r").codes).toEqual(["C105"]);
  expect(parse("compile r s").codes).toEqual(["C106"]);
  expect(parse("compile r s --to yaml").codes).toEqual(["C104"]);
});

test("a switch takes no value, and every unknown flag is told, with an equals sign too", () => {
  expect(parse("validate r --strict=yes --stric=1 -x").codes).toEqual(["C107", "C102", "C102"]);
});

test("a flag with one hyphen, or with a dash of word processors, is told; a file may begin with a dash", () => {
  expect(parse("compute r s -out x").codes).toEqual(["C102"]);
  expect(parse("compute r s \u2013out x").codes).toEqual(["C102"]);
  expect(parse("compute r s \u2014period=2026").codes).toEqual(["C102"]);
  expect(parse("compute r \u2013q1.csv").operands).toEqual(["r", "\u2013q1.csv"]);
});

test("a single - is stdin, and behind -- everything is a file", () => {
  expect(parse("compute - -- --strict").operands).toEqual(["-", "--strict"]);
});

test("a value that looks like a flag is a forgotten value, unless an equals sign says otherwise", () => {
  expect(parse("compute r s --period --strict").codes).toEqual(["C103"]);
  expect(parse("compute r s --out=-x").flags.out).toBe("-x");
  expect(parse("compute r s --out=").codes).toEqual(["C103"]);
});

test("the same value twice is no contradiction, another one is; formats add up", () => {
  expect(parse("compute r s --period 2026 --period 2026").codes).toEqual([]);
  expect(parse("compute r s --period 2026 --period 2025").codes).toEqual(["C108"]);
  expect(parse("compute r s --format csv --format json --format csv").flags.format).toEqual(["csv", "json"]);
});

test("names that every object has are no flags and no commands", () => {
  expect(parse("constructor").codes).toEqual(["C101"]);
  expect(parse("__proto__").codes).toEqual(["C101"]);
  expect(parse("validate a.yaml --constructor --__proto__=1").codes).toEqual(["C102", "C102"]);
});

test("an environment variable is a flag that the command line overrules", () => {
  const env = { SCORE_FORMAT: "json,csv", SCORE_KEEP_GOING: "yes", SCORE_STRICT: "0", SCORE_PERIOD: "" };
  expect(parse("compute r s", env).flags).toEqual({ format: ["json", "csv"], "keep-going": true });
  expect(parse("compute r s --format table", env).flags.format).toEqual(["table"]);
});

test("the environment's flags of other commands do not matter", () => {
  expect(parse("schema", { SCORE_FORMAT: "nonsense" }).codes).toEqual([]);
});
