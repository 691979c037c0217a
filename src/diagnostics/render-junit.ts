import type { Language } from "../text/bilingual.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Findings } from "./findings.ts";
import { fileOf, lastWithMore, placeText } from "./findings.ts";
import type { JunitCase, JunitSuite } from "./junit.ts";
import { junitText } from "./junit.ts";
import { messageOf, severityWords, wholeText } from "./message.ts";

/**
 * Diagnostics of a command as JUnit XML: a suite for each of `files` and for the command line, a failed case for each error
 * (for each warning too where `strict`), one passed case for a file or tab without any; what does not fail is printed as the suite's output.
 * @param causes of files that fail, the first thing that failed them: told of another file it is an error of theirs
 */
export function renderJunit(
  command: string,
  found: Findings,
  files: readonly string[],
  language: Language,
  strict: boolean,
  causes: ReadonlyMap<string, Diagnostic> = new Map(),
): string {
  const toldOf = (diagnostic: Diagnostic, beyond?: number): Told => {
    const { place, severity, code } = diagnostic;
    const text = wholeText(diagnostic, language, beyond);
    return {
      diagnostic,
      suite: fileOf(diagnostic) ?? "score",
      fails: severity === "error" || (strict && severity === "warning"),
      text: `${place ? `${placeText(place)}: ` : ""}${severityWords[severity][language]} ${code}: ${text}`,
    };
  };
  const more = lastWithMore(found);
  const told = found.list.map((diagnostic) => toldOf(diagnostic, more.get(diagnostic)));
  const names = [...new Set([...files, ...told.map(({ suite }) => suite)])];
  // Whether a workbook is valid, its tabs say.
  const isWorkbook = (name: string): boolean => names.some((other) => other.startsWith(`${name}#`));
  const suites = names.map((name) => {
    const own = told.filter(({ suite }) => suite === name);
    const cause = causes.get(name);
    if (!cause || own.some(({ fails }) => fails)) return suiteOf(name, own, isWorkbook(name), language);
    return suiteOf(name, [...own, toldOf(cause)], false, language);
  });
  return junitText(`score ${command}`, suites);
}

interface Told {
  readonly diagnostic: Diagnostic;
  readonly suite: string;
  readonly fails: boolean;
  readonly text: string;
}

function suiteOf(name: string, told: readonly Told[], isWorkbook: boolean, language: Language): JunitSuite {
  const failed = told.filter(({ fails }) => fails);
  const others = told.filter(({ fails }) => !fails);
  return {
    name,
    cases: failed.length > 0 || isWorkbook ? failed.map((each) => caseOf(name, each, language)) : [{ name: "valid" }],
    output: others.map(({ text }) => `${text}\n`).join(""),
  };
}

/** What is wrong with no place in a file kept the file from being read at all, or stands in another without which it is nothing. */
const caseOf = (file: string, { diagnostic, suite, text }: Told, language: Language): JunitCase => ({
  name: diagnostic.place ? `${diagnostic.code} ${placeText(diagnostic.place)}` : diagnostic.code,
  outcome: {
    kind: diagnostic.place && suite === file ? "failure" : "error",
    attributes: { type: diagnostic.code, message: messageOf(diagnostic, language) },
    body: text,
  },
});
