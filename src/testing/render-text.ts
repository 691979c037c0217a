import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findings, only, placeText } from "../diagnostics/findings.ts";
import type { TextOptions } from "../diagnostics/render-text.ts";
import { renderText } from "../diagnostics/render-text.ts";
import { fill } from "../diagnostics/template.ts";
import { kindWords } from "../period/kind-words.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { plural } from "../text/plural.ts";
import { printable } from "../text/visible.ts";
import { displayWidth } from "../text/width.ts";
import type { Coverage } from "./coverage.ts";
import { percentOf } from "./coverage.ts";
import type { Difference, TestOutcome } from "./outcome.ts";
import { verdictOf } from "./outcome.ts";
import { heads, neverSeen, verdicts } from "./words.ts";

/** Differences of one test that are shown. */
const mostDifferences = 20;

/** A test that did not pass: where it is, and expected and found side by side. Of one that passed, the file that it wrote. */
export function renderOutcome(outcome: TestOutcome, options: TextOptions): string {
  const { name, place, differences, problems, written } = outcome;
  const { language, painter } = options;
  const verdict = verdictOf(outcome);
  const line = (word: string, what: string): string =>
    `${painter.strong(placeText(place))}: ${word}: ${printable(what, 200)}\n`;
  const head = line(painter.error(verdicts[verdict][language]), name);
  switch (verdict) {
    case "passed":
      return written === undefined ? "" : line(heads.written[language], written);
    case "broken":
      return head + renderText(only(findings(problems), isError), options);
    case "failed": {
      const more = differences.length - mostDifferences;
      const rest = more > 0 ? `    ${fill(heads.more[language], { count: more }, language)}\n` : "";
      return head + table(differences.slice(0, mostDifferences), options) + rest;
    }
  }
}

const isError = ({ severity }: Diagnostic): boolean => severity === "error";

function table(differences: readonly Difference[], { language, painter }: TextOptions): string {
  const say = (text: string | Bilingual): string =>
    typeof text === "string" ? printable(text, 200) || '""' : text[language];
  const rows = [
    ["", heads.expected[language], heads.found[language]],
    ...differences.map(({ what, expected, found }) => [say(what), say(expected), say(found)]),
  ];
  const widths = [0, 1].map((at) => Math.max(...rows.map((row) => displayWidth(row[at] as string))));
  const lines = rows.map((row) =>
    row.map((cell, at) => cell + " ".repeat(at === 2 ? 0 : (widths[at] as number) - displayWidth(cell))).join("  "),
  );
  return lines.map((line, at) => `    ${at === 0 ? painter.faint(line) : line}`.trimEnd().concat("\n")).join("");
}

/** `a.yaml: 2 of 3 tests passed`. */
export function summaryLine(file: string, outcomes: readonly TestOutcome[], { language }: TextOptions): string {
  const all = outcomes.length;
  const passed = outcomes.filter((outcome) => verdictOf(outcome) === "passed").length;
  const tests = plural(all, "test");
  const en = all === 0 ? "no tests" : passed === all ? `${tests} passed` : `${passed} of ${tests} passed`;
  const vi =
    all === 0
      ? "không có bài kiểm tra"
      : passed === all
        ? `đạt ${all} bài kiểm tra`
        : `đạt ${passed} trong ${all} bài kiểm tra`;
  return `${file}: ${language === "vi" ? vi : en}\n`;
}

/** What the tests never bring about, each where it is, and how much they do. */
export function renderCoverage(file: string, coverage: Coverage, { language, painter }: TextOptions): string {
  const { seen, unseen } = coverage;
  const lines = unseen.map(
    ({ kind, id, stage, place }) =>
      `${painter.strong(placeText(place))}: ${fill(neverSeen[kind][language], { id }, language)} (${kindWords[stage.period][language]})\n`,
  );
  const share = `${seen.length}/${seen.length + unseen.length} (${percentOf(coverage)} %)`;
  return `${lines.join("")}${file}: ${language === "vi" ? "độ phủ" : "coverage"} ${share}\n`;
}
