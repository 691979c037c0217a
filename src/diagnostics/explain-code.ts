import type { Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import { suggest } from "../text/suggest.ts";
import { openHoles } from "../text/template.ts";
import { shorten } from "../text/visible.ts";
import { allCodes, entryOf } from "./catalogue.ts";
import type { Code } from "./diagnostic.ts";
import type { Example, Explanation } from "./explanation.ts";
import { severityWords } from "./message.ts";

const words = {
  bad: phrase("Gives it:"),
  fixed: phrase("Fixed:"),
} as const;

/** Some examples are of lines that are too long. */
const longestLine = 160;
const mostLines = 60;

/** The code that a person means by `text` (case does not matter), or undefined. */
export function findCode(text: string): Code | undefined {
  const code = text.trim().toUpperCase();
  return isCode(code) ? code : undefined;
}

/** A code near to one that does not exist. */
export const nearestCode = (text: string): string | undefined => suggest(text, allCodes());

/** What `score explain CODE` prints: what the code says, why, an example that gives it, the same put right, and its page. */
export function explainCode(code: Code, { why, bad, fixed }: Explanation, language: Language): string {
  const { severity, message, hint } = entryOf(code);
  const parts = [
    `${severityWords[severity][language]} ${code}: ${openHoles(message[language])}`,
    ...adviceIn(hint?.[language]),
    why[language],
    `${words.bad[language]}\n\n${exampleText(bad)}`,
    `${words.fixed[language]}\n\n${exampleText(fixed)}`,
    pageOf(code),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The same for programs, with the examples as they are: the files of each by name, and its command. */
export function explainedCode(code: Code, { why, bad, fixed }: Explanation, language: Language): string {
  const { severity, message, hint } = entryOf(code);
  const [advice] = adviceIn(hint?.[language]);
  const said = { code, severity, message: openHoles(message[language]), hint: advice, why: why[language] };
  return `${JSON.stringify({ ...said, bad, fixed, page: pageOf(code) }, undefined, 2)}\n`;
}

/** A hint without what fills its holes, where something is left that can be read. */
export function adviceIn(hint = ""): readonly string[] {
  const advice = openHoles(hint);
  return /^(?:‹\w+›)?$/.test(advice) ? [] : [advice];
}

/** Where a code is described in the documentation. */
export const pageOf = (code: Code): string => `docs/diagnostics/${entryOf(code).family}.md#${code.toLowerCase()}`;

/** The lines of a file in an example: long ones cut, and only the first of very many. */
export function exampleLines(content: string): readonly string[] {
  const lines = content.replace(/\n+$/, "").split("\n");
  const shown = lines.slice(0, mostLines).map((line) => shorten(line, longestLine).trimEnd());
  return lines.length > mostLines ? [...shown, `… (${lines.length})`] : shown;
}

/** The command of an example and its files, each indented below its name. */
function exampleText({ argv, ...files }: Example): string {
  const command = argv === undefined ? [] : [`  score ${argv}`];
  const contents = Object.entries(files).map(([name, content]) => {
    return [`  ${name}`, ...exampleLines(content ?? "").map((line) => `    ${line}`.trimEnd())].join("\n");
  });
  return [...command, ...contents].join("\n\n");
}

const isCode = (text: string): text is Code => allCodes().some((code) => code === text);
