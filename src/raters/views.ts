import { showKey } from "../model/keys.ts";
import type { Language } from "../text/bilingual.ts";
import { visible } from "../text/visible.ts";
import { displayWidth } from "../text/width.ts";
import type { Analysis } from "./analyse.ts";
import { membersOf } from "./ratings.ts";
import type { Section } from "./section.ts";

/** What differs between readers: the language, and with it the decimal mark. */
type Write = (text: string, isNumber: boolean) => string;

const writer =
  (language: Language): Write =>
  (text, isNumber) =>
    visible(isNumber && language === "vi" ? text.replace(".", ",") : text);

/** The report as text for a terminal. */
export function* textLines(sections: readonly Section[], language: Language): Generator<string> {
  const write = writer(language);
  for (const [index, { title, notes, head, rows }] of sections.entries()) {
    yield `${index > 0 ? "\n" : ""}${title[language]}\n`;
    for (const note of notes) yield `  ${visible(note[language])}\n`;
    if (rows.length === 0) continue;
    const table = [
      head.map(({ text }) => text[language]),
      ...rows.map((row) => row.map((text, at) => write(text, head[at]?.isNumber === true))),
    ];
    const widths = head.map((_, at) => Math.max(...table.map((row) => displayWidth(row[at] ?? ""))));
    for (const row of table)
      yield `  ${row
        .map((text, at) => pad(text, widths[at] as number, head[at]?.isNumber === true))
        .join("  ")
        .trimEnd()}\n`;
  }
}

function pad(text: string, width: number, isRight: boolean): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return isRight ? space + text : text + space;
}

export function* markdownLines(sections: readonly Section[], language: Language): Generator<string> {
  const write = writer(language);
  for (const [index, { title, notes, head, rows }] of sections.entries()) {
    yield `${index > 0 ? "\n" : ""}## ${title[language]}\n`;
    for (const note of notes) yield `\n${escaped(note[language])}\n`;
    if (rows.length === 0) continue;
    yield `\n| ${head.map(({ text }) => text[language]).join(" | ")} |\n`;
    yield `|${head.map(({ isNumber }) => (isNumber ? "---:|" : "---|")).join("")}\n`;
    for (const row of rows)
      yield `| ${row.map((text, at) => escaped(write(text, head[at]?.isNumber === true))).join(" | ")} |\n`;
  }
}

const escaped = (text: string): string => visible(text).replace(/[\\|<>&*_`[\]#]/g, "\\$&");

export const csvHead = ["period", "rater", "rater_bloc", "subject", "subject_bloc", "state", "score"] as const;

/** Every rating given or missing: the coverage matrix as a list. Scores have up to 6 places, as in results. */
export const csvRows = ({ pairs }: Analysis): readonly (readonly string[])[] =>
  pairs.map(({ period, rater, raterBloc, subject, subjectBloc, state, score }) => [
    period,
    rater,
    raterBloc,
    showKey(subject),
    subjectBloc,
    state,
    score === undefined ? "" : String(Number(score.toFixed(6))),
  ]);

/** Everything, for programs. Numbers are doubles in points. */
export function jsonText(analysis: Analysis): string {
  const { parts, pairs, coverage, absent, joining, blocs, favours, mutual, standings } = analysis;
  const pairOf = ({ rater, target }: (typeof joining)[number]) => {
    const { period, subject } = membersOf(target);
    return { rater, period, subject: showKey(subject) };
  };
  const withState = (wanted: (typeof pairs)[number]["state"]) =>
    pairs
      .filter(({ state }) => state === wanted)
      .map(({ period, rater, subject }) => ({ period, rater, subject: showKey(subject) }));
  return `${JSON.stringify({
    coverage,
    missing: withState("missing"),
    incomplete: withState("incomplete"),
    absent: absent.map((each) => ({ ...each, subjects: each.subjects.map(showKey) })),
    parts: parts.map(({ number, part, fit, raters, outliers }) => ({
      part: number,
      raters: part.raters.length,
      targets: part.targets.length,
      ratings: part.ratings.length,
      deviation: fit?.deviation,
      freedom: fit?.freedom,
      severity: raters,
      outliers: outliers.map(({ rating, expected, studentised }) => ({
        ...rating,
        subject: showKey(rating.subject),
        expected,
        studentised,
      })),
    })),
    joining: joining.map(pairOf),
    blocs,
    favours,
    mutual: mutual.map(({ one, beyond }) => ({ blocs: [one.from, one.to], beyond })),
    standings: standings.map((each) => ({ ...each, subject: showKey(each.subject) })),
  })}\n`;
}
