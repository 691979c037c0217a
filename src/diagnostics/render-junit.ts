import type { Language } from "../text/bilingual.ts";
import { printable } from "../text/visible.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Findings } from "./findings.ts";
import { placeText } from "./findings.ts";
import { hintOf, messageOf } from "./message.ts";

/**
 * JUnit XML, which nearly every CI server reads: a suite for each of `files` and for the command line, a failed case for each error
 * (for each warning too where `strict`), one passed case for a file without any; what does not fail is printed as the suite's output.
 */
export function renderJunit({ list }: Findings, files: readonly string[], language: Language, strict: boolean): string {
  const named = [...new Set([...files, ...list.map((each) => each.place?.file ?? "score")])];
  const suites = named.map((name) =>
    suite(
      name,
      list.filter((each) => (each.place?.file ?? "score") === name),
      language,
      strict,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="score validate">\n${suites.join("")}</testsuites>\n`;
}

function suite(name: string, list: readonly Diagnostic[], language: Language, strict: boolean): string {
  const failed = list.filter((each) => each.severity === "error" || (strict && each.severity === "warning"));
  const others = list.filter((each) => !failed.includes(each));
  const cases =
    failed.length === 0
      ? [`    <testcase classname="${xml(name)}" name="valid"/>\n`]
      : failed.map((each) => {
          const message = messageOf(each, language);
          const body = [describe(each, language), hintOf(each, language)].filter(Boolean).join("\n");
          const title = each.place ? `${each.code} ${placeText(each.place)}` : each.code;
          return `    <testcase classname="${xml(name)}" name="${xml(title)}"><failure type="${each.code}" message="${xml(message)}">${xml(body)}</failure></testcase>\n`;
        });
  const output = others.map((each) => `${xml(describe(each, language))}\n`).join("");
  return [
    `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${failed.length}">\n`,
    ...cases,
    output && `    <system-out>${output}</system-out>\n`,
    "  </testsuite>\n",
  ].join("");
}

const describe = (each: Diagnostic, language: Language): string =>
  `${each.place ? `${placeText(each.place)}: ` : ""}${each.severity} ${each.code}: ${messageOf(each, language)}`;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML text in one line; control characters, which XML cannot hold, are made visible line by line. */
export const xml = (text: string): string =>
  text
    .split("\n")
    .map((line) => printable(line, 4000))
    .join("\n")
    .replace(/[&<>"]/g, (character) => entities[character] as string);
