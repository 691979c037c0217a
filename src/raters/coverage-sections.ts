import { showKey } from "../model/keys.ts";
import { periodWords } from "../period/spoken-period.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Coverage } from "./coverage.ts";
import type { Section } from "./section.ts";
import { countColumn, cutNote, textColumn } from "./section.ts";

const csvAndJson: Bilingual = phrase("csv and json");
const heads = {
  period: textColumn(phrase("period")),
  raters: textColumn(phrase("raters of")),
  score: textColumn(phrase("score #bloc")),
  given: countColumn(phrase("given")),
  expected: countColumn(phrase("expected #ratings")),
} as const;

/** Who scored whom and who should have: what of it there is to say. */
export const coverageSections = (coverage: Coverage): readonly Section[] => [
  coverageSection(coverage),
  ...gapSections(coverage),
  ...(coverage.expectAll ? [missingSection(coverage)] : []),
];

/** Over all periods. */
function coverageSection({ coverage, expectAll, blocTitle }: Coverage): Section {
  const totals = new Map<string, { raterBloc: string; subjectBloc: string; given: number; expected: number }>();
  for (const { raterBloc, subjectBloc, given, expected } of coverage) {
    const id = `${raterBloc}\u001F${subjectBloc}`;
    const total = totals.get(id) ?? { raterBloc, subjectBloc, given: 0, expected: 0 };
    totals.set(id, { ...total, given: total.given + given, expected: total.expected + (expected ?? 0) });
  }
  return {
    title: phrase("Coverage"),
    notes: expectAll
      ? []
      : [
          phrase(
            "The rubric does not expect every rater to score everybody: ratings that were not given are not looked for.",
          ),
        ],
    columns: [heads.raters, heads.score, heads.given, ...(expectAll ? [heads.expected] : [])],
    rows: [...totals.values()].map(({ raterBloc, subjectBloc, given, expected }) => [
      blocTitle(raterBloc),
      blocTitle(subjectBloc),
      given,
      ...(expectAll ? [expected] : []),
    ]),
  };
}

const mostRows = 40;

/** Period by period, where the periods differ: with one period the coverage has said it all. */
function gapSections({ coverage, blocTitle }: Coverage): readonly Section[] {
  const short = coverage.filter(({ given, expected }) => expected !== undefined && given < expected);
  const periods = new Set(coverage.map(({ period }) => period));
  if (short.length === 0 || periods.size < 2) return [];
  return [
    {
      title: phrase("Coverage by period, where ratings are missing"),
      notes: cutNote(short.length, mostRows),
      columns: [heads.period, heads.raters, heads.score, heads.given, heads.expected],
      rows: short
        .slice(0, mostRows)
        .map(({ period, raterBloc, subjectBloc, given, expected }) => [
          periodWords(period),
          blocTitle(raterBloc),
          blocTitle(subjectBloc),
          given,
          expected,
        ]),
    },
  ];
}

/** Who has not scored whom, or not wholly. */
function missingSection({ pairs, absent, raterTitle }: Coverage): Section {
  const lists = new Map<string, { period: string; rater: string; missing: string[]; incomplete: string[] }>();
  for (const { state, period, rater, subject } of pairs) {
    if (state !== "missing" && state !== "incomplete") continue;
    const id = `${period}\u001F${rater}`;
    const entry = lists.get(id) ?? { period, rater, missing: [], incomplete: [] };
    entry[state].push(showKey(subject));
    lists.set(id, entry);
  }
  const all = [...lists.values()];
  const gone = absentNotes(absent, raterTitle);
  const isPartly = all.some(({ incomplete }) => incomplete.length > 0);
  const none = phrase("None.");
  return {
    title: phrase("Missing ratings"),
    notes: [
      ...(all.length === 0 ? [none] : cutNote(all.length, mostRows, csvAndJson)),
      ...cutNote(gone.length, mostRows),
      ...gone.slice(0, mostRows),
    ],
    columns: [
      heads.period,
      textColumn(phrase("rater")),
      textColumn(phrase("has not scored")),
      ...(isPartly ? [textColumn(phrase("not wholly"))] : []),
    ],
    rows: all
      .slice(0, mostRows)
      .map(({ period, rater, missing, incomplete }) => [
        periodWords(period),
        raterTitle(rater),
        missing.join(", "),
        ...(isPartly ? [incomplete.join(", ")] : []),
      ]),
  };
}

/** Periods without the same people share a line. */
function absentNotes(absent: Coverage["absent"], raterTitle: Coverage["raterTitle"]): readonly Bilingual[] {
  const raters = periodsByNames(absent.map(({ period, raters: names }) => ({ period, names: names.map(raterTitle) })));
  const subjects = periodsByNames(absent.map(({ period, subjects: keys }) => ({ period, names: keys.map(showKey) })));
  return [
    ...raters.map(({ names, periods }) =>
      phrase("Not counted as expected: in {periods} {names} scored nobody, but did in other periods.", {
        periods,
        names,
      }),
    ),
    ...subjects.map(({ names, periods }) =>
      phrase("Not counted as expected: in {periods} nobody scored {names}, who are in the sheets of other periods.", {
        periods,
        names,
      }),
    ),
  ];
}

function periodsByNames(
  all: readonly { readonly period: string; readonly names: readonly string[] }[],
): readonly { readonly names: string; readonly periods: Bilingual }[] {
  const periods = new Map<string, Bilingual[]>();
  for (const { period, names } of all) {
    if (names.length === 0) continue;
    const id = names.join(", ");
    periods.set(id, [...(periods.get(id) ?? []), periodWords(period)]);
  }
  return [...periods].map(([names, list]) => ({
    names,
    periods: { en: list.map(({ en }) => en).join("; "), vi: list.map(({ vi }) => vi).join("; ") },
  }));
}
