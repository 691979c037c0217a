import type { Block, Document } from "../document/block.ts";
import { showKey } from "../model/keys.ts";
import { periodWords } from "../period/spoken-period.ts";
import type { Bilingual, Language } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Analysis } from "./analyse.ts";
import type { Coverage } from "./coverage.ts";
import { coverageSections } from "./coverage-sections.ts";
import { membersOf } from "./ratings.ts";
import { scoringGraph } from "./scoring-graph.ts";
import type { Section } from "./section.ts";
import { countColumn, cutNote, figure, figureColumn, sectionBlocks, textColumn } from "./section.ts";
import { blocSection, favourSection, outlierSection, raterSection } from "./severity-sections.ts";

/** The report in the order in which it should be read: what is there, what can be compared, then what was found. */
export const analysisDocument = (analysis: Analysis, title: Bilingual, language: Language): Document => ({
  language,
  blocks: [
    { kind: "heading", level: 1, text: phrase("Raters: {title}", { title })[language] },
    ...scoringGraph(analysis, language),
    ...sectionsOf(analysis).flatMap((section) => sectionBlocks(section, language)),
  ],
});

/** Who scored whom, as a part of another document. */
export const coverageBlocks = (coverage: Coverage, language: Language): readonly Block[] => [
  { kind: "heading", level: 1, text: phrase("Who scored whom")[language] },
  ...coverageSections(coverage).flatMap((section) => sectionBlocks(section, language)),
];

const sectionsOf = (analysis: Analysis): readonly Section[] => [
  ...coverageSections(analysis),
  partSection(analysis),
  raterSection(analysis),
  ...(analysis.blocs.length > 0 ? [blocSection(analysis)] : []),
  ...(analysis.hasBlocs ? [favourSection(analysis)] : []),
  outlierSection(analysis),
  standingSection(analysis),
];

const mostJoining = 20;

function partSection({ parts, joining, raterTitle }: Analysis): Section {
  const notes: Bilingual[] = [];
  if (parts.length > 1) {
    notes.push(
      phrase(
        "The parts are not joined by any rating: severity, fair averages and ranks are compared within a part only.",
      ),
    );
    for (const { rater, target } of joining.slice(0, mostJoining)) {
      const { period, subject } = membersOf(target);
      notes.push(
        phrase("To join them: {rater} scores {subject} in {period}.", {
          rater: raterTitle(rater),
          subject: showKey(subject),
          period: periodWords(period),
        }),
      );
    }
    notes.push(...cutNote(joining.length, mostJoining));
    if (joining.length < parts.length - 1) {
      notes.push(
        phrase(
          "No rating that may be given joins all of them: it takes raters who may score in several parts, such as those of a further bloc.",
        ),
      );
    }
  }
  return {
    title: phrase("Connected parts"),
    notes,
    columns: [
      countColumn(phrase("part")),
      countColumn(phrase("raters")),
      countColumn(phrase("subjects × periods")),
      countColumn(phrase("ratings")),
    ],
    rows: parts.map(({ number, part }) => [number, part.raters.length, part.targets.length, part.ratings.length]),
  };
}

const mostStandings = 40;

function standingSection({ standings, combine }: Analysis): Section {
  const changed = standings.filter(({ rank, fairRank }) => fairRank !== undefined && fairRank !== rank);
  const refused = standings.some(({ fairRank }) => fairRank === undefined);
  return {
    title: phrase("Fair averages: ranks that would change"),
    notes: [
      phrase("What an average rater would have given. It changes no official result."),
      ...(combine === "mean"
        ? []
        : [
            phrase(
              "The official total is no mean of all raters alike, and the fair average rests on one: a rank may differ for that reason too.",
            ),
          ]),
      ...(refused ? [phrase("Groups that lie in several parts are not ranked.")] : []),
      ...(changed.length === 0 ? [phrase("None.")] : cutNote(changed.length, mostStandings)),
    ],
    columns: [
      textColumn(phrase("period")),
      textColumn(phrase("subject")),
      figureColumn(phrase("official")),
      figureColumn(phrase("fair")),
      countColumn(phrase("rank")),
      countColumn(phrase("fair rank")),
    ],
    rows: changed
      .slice(0, mostStandings)
      .map(({ period, subject, total, fair, rank, fairRank }) => [
        periodWords(period),
        showKey(subject),
        figure(total),
        figure(fair),
        rank,
        fairRank,
      ]),
  };
}
