import type { Language } from "../text/bilingual.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Findings } from "./findings.ts";
import { placeText } from "./findings.ts";
import type { JunitCase, JunitSuite } from "./junit.ts";
import { junitText } from "./junit.ts";
import { hintOf, messageOf } from "./message.ts";

/**
 * Diagnostics as JUnit XML: a suite for each of `files` and for the command line, a failed case for each error
 * (for each warning too where `strict`), one passed case for a file without any; what does not fail is printed as the suite's output.
 */
export function renderJunit({ list }: Findings, files: readonly string[], language: Language, strict: boolean): string {
  const fileOf = ({ place }: Diagnostic): string => place?.file ?? "score";
  const named = [...new Set([...files, ...list.map(fileOf)])];
  const suites = named.map((name) =>
    suiteOf(
      name,
      list.filter((each) => fileOf(each) === name),
      language,
      strict,
    ),
  );
  return junitText("score validate", suites);
}

function suiteOf(name: string, list: readonly Diagnostic[], language: Language, strict: boolean): JunitSuite {
  const failed = list.filter(({ severity }) => severity === "error" || (strict && severity === "warning"));
  const others = list.filter((each) => !failed.includes(each));
  return {
    name,
    cases: failed.length === 0 ? [{ name: "valid" }] : failed.map((each) => failure(each, language)),
    output: others.map((each) => `${describe(each, language)}\n`).join(""),
  };
}

const failure = (each: Diagnostic, language: Language): JunitCase => ({
  name: each.place ? `${each.code} ${placeText(each.place)}` : each.code,
  outcome: {
    kind: "failure",
    attributes: { type: each.code, message: messageOf(each, language) },
    body: [describe(each, language), hintOf(each, language)].filter(Boolean).join("\n"),
  },
});

const describe = (each: Diagnostic, language: Language): string =>
  `${each.place ? `${placeText(each.place)}: ` : ""}${each.severity} ${each.code}: ${messageOf(each, language)}`;
