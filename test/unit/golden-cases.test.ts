import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Case, Reference } from "../support/case-file.ts";
import { readCase, writeCase } from "../support/case-file.ts";
import type { Runner } from "../support/case-run.ts";
import { caseNames, cases, caseText, performCase } from "../support/case-run.ts";
import { readTree, writeTree } from "../support/files.ts";
import { fromNotation, toNotation } from "../support/notation.ts";
import type { Ran } from "../support/run.ts";
import { isUpdating } from "../support/update.ts";

describe("the notation of bytes", () => {
  test.each([
    ["a\r\nb\r\n", "a\\x0d\nb\\x0d\n"],
    ["\uFEFFma\n", "\\xef\\xbb\\xbfma\n"],
    ["Việt", "Việt"],
    ["Vie\u0323\u0302t", "Vie\\xcc\\xa3\\xcc\\x82t"],
    ["a \n b\u00A0c ", "a\\x20\n b\\xc2\\xa0c\\x20"],
    ["\\n \\x4 \\x41 \\\n", "\\n \\x4 \\x5cx41 \\x5c\n"],
    ["\u001B[1m\0", "\\x1b[1m\\x00"],
  ])("of %j", (content, text) => {
    expect(toNotation(Buffer.from(content))).toBe(text);
    expect(fromNotation(text)).toEqual(Buffer.from(content));
  });

  test("of bytes that are no UTF-8", () => {
    const bytes = Buffer.from([0xff, 0x56, 0xe1, 0xbb, 0x0a, 0xc0, 0x80, 0xed, 0xa0, 0x80]);
    expect(toNotation(bytes)).toBe("\\xffV\\xe1\\xbb\n\\xc0\\x80\\xed\\xa0\\x80");
    expect(fromNotation(toNotation(bytes))).toEqual(bytes);
  });

  test("a backslash at the end joins lines", () => expect(fromNotation("a\\\nb")).toEqual(Buffer.from("ab")));
});

/** What bytes are likely to be taken for something else. */
const tricky = [
  "--- ",
  "--- stdout\n",
  "$ ",
  "$ score\n",
  "\n",
  "\r\n",
  "\\",
  "\\\n",
  "\\x41",
  " ",
  "\0",
  "\uFEFF",
  "ệ",
];
const content = fc.oneof(
  fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  fc.array(fc.constantFrom(...tricky)).map((parts) => Buffer.from(parts.join(""))),
);
const line = fc.oneof(
  fc.string({ unit: "binary", minLength: 1 }),
  fc.array(fc.constantFrom("from ", " from ", "a", " ", "\n"), { minLength: 1 }).map((parts) => parts.join("")),
);
const reference = fc.record({ from: line });
const files = <T>(file: fc.Arbitrary<T>): fc.Arbitrary<Map<string, T>> =>
  fc.array(fc.tuple(line, file), { maxLength: 3 }).map((entries) => new Map(entries));
const anyCase: fc.Arbitrary<Case> = fc.record({
  note: fc.constantFrom("", "# Why.\n", "Two\nlines\n\n"),
  steps: fc.array(
    fc.record({
      command: line,
      files: files<Uint8Array | Reference>(fc.oneof(content, reference)),
      stdin: content,
      exit: fc.integer(),
      stdout: content,
      stderr: content,
      written: files(content),
      removed: fc.array(line, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

describe("a case file", () => {
  test("gives back every case, in lines that an editor keeps", () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const text = writeCase(each);
        expect(readCase(text)).toEqual(each);
        expect(text).not.toMatch(/\r|[ \t]\n|[^\n]$/);
      }),
    );
  });

  test.each([
    ["score help\n", "No line begins with"],
    ["$ score help\nlost\n", "This stands in no section: lost"],
    ["$ score help\n--- stdotu\n", "There is no such section: --- stdotu"],
  ])("that is not understood is refused: %j", (text, message) => expect(() => readCase(text)).toThrow(message));

  test("refers to every shared file, and each time to one that is there", () => {
    const all = caseNames.map((name) => readCase(caseText(name)));
    const used = new Set(
      all.flatMap(({ steps }) =>
        steps.flatMap((step) => [...step.files.values()].flatMap((file) => ("from" in file ? [file.from] : []))),
      ),
    );
    const shared = [...readTree(cases).keys()].filter((path) => !path.endsWith(".case"));
    expect(shared.map((path) => `test/cases/${path}`)).toEqual(
      [...used].filter((path) => path.startsWith("test/cases/")).sort(),
    );
  });
});

describe("a case", () => {
  const text = `$ LANG=vi score compute "my sheet.csv"
--- file my sheet.csv
ma
--- file old.csv
--- stdin
1
--- exit 1
--- stdout
out
--- stderr
err
--- wrote my sheet.csv
changed
--- wrote new/empty.csv
--- removed old.csv
$ score verify
--- file new/empty.csv
`;
  /** Does what the case says, but for what it is asked to do otherwise. */
  const running = (otherwise: Partial<Ran> = {}, meddle = (_folder: string): void => {}): Promise<string> => {
    const runner: Runner = async (argv, { cwd, env, stdin }) => {
      if (argv[0] === "verify") return { exit: 0, stdout: "", stderr: "" };
      expect({ argv, env, stdin: String(stdin) }).toEqual({
        argv: ["compute", "my sheet.csv"],
        env: { LANG: "vi" },
        stdin: "1\n",
      });
      writeTree(cwd, Object.entries({ "my sheet.csv": "changed\n", "new/empty.csv": "" }));
      rmSync(join(cwd, "old.csv"));
      meddle(cwd);
      return { exit: 1, stdout: "out\n", stderr: "err\n", ...otherwise };
    };
    return performCase(readCase(text), runner).then(writeCase);
  };

  test("gives itself where everything is as it says", async () => expect(await running()).toBe(text));

  test.each<[string, Partial<Ran>]>([
    ["stdout", { stdout: "out" }],
    ["stderr", { stderr: "" }],
    ["the exit code", { exit: 0 }],
  ])("shows a difference in %s", async (_, otherwise) => expect(await running(otherwise)).not.toBe(text));

  test.each<[string, (folder: string) => void]>([
    ["with other content", (folder) => writeFileSync(join(folder, "my sheet.csv"), "changed\r\n")],
    ["that is left as it was", (folder) => writeFileSync(join(folder, "my sheet.csv"), "ma\n")],
    ["that is not written", (folder) => rmSync(join(folder, "new/empty.csv"))],
    ["too many", (folder) => writeFileSync(join(folder, "extra.csv"), "")],
    ["that is not removed", (folder) => writeFileSync(join(folder, "old.csv"), "")],
  ])("shows a file %s", async (_, meddle) => expect(await running({}, meddle)).not.toBe(text));
});

test.each([
  [{ UPDATE: "1" }, true],
  [{ UPDATE: "1", CI: "" }, true],
  [{ UPDATE: "0" }, false],
  [{ CI: "true" }, false],
])("with %j expectations are rewritten: %s", (env, updating) => expect(isUpdating(env)).toBe(updating));

test("UPDATE=1 is refused under CI", () => {
  expect(() => isUpdating({ UPDATE: "1", CI: "true" })).toThrow("refused under CI");
});
