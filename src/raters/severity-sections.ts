import { showKey } from "../model/keys.ts";
import { periodWords } from "../period/spoken-period.ts";
import type { Bilingual } from "../text/bilingual.ts";
import { phrase } from "../text/phrase.ts";
import type { Analysis } from "./analyse.ts";
import type { Section } from "./section.ts";
import { countColumn, cutNote, figure, figureColumn, textColumn } from "./section.ts";
import { mostOnBothSides } from "./severity.ts";

const part = countColumn(phrase("part"));
const several = ({ parts }: Analysis): boolean => parts.length > 1;

export function raterSection(analysis: Analysis): Section {
  const { blocTitle, raterTitle } = analysis;
  const isSeveral = several(analysis);
  const isTooLarge = analysis.parts.some(({ fit }) => !fit);
  const isAlone = analysis.parts.some(({ raters }) => raters.length === 1);
  const periods = new Set(analysis.pairs.map(({ period }) => period));
  return {
    title: phrase("Raters, the severe first"),
    notes: [
      phrase(
        "Effect: points that the rater adds to what all raters of the part would give (below 0: severe), ± its standard error. Spread: how far single scores stray from that. r: agreement with the mean of the others.",
      ),
      ...(periods.size > 1
        ? [
            phrase(
              "± takes the periods as independent: where raters think of a subject as they did before, it is larger.",
            ),
          ]
        : []),
      ...alikeNotes(analysis),
      ...(isAlone ? [phrase("A rater who is alone in a part has no effect: there is nobody to compare with.")] : []),
      ...(isTooLarge
        ? [
            phrase("A part with more than {mostOnBothSides} raters and as many subjects is not estimated.", {
              mostOnBothSides,
            }),
          ]
        : []),
    ],
    columns: [
      ...(isSeveral ? [part] : []),
      textColumn(phrase("rater")),
      textColumn(phrase("bloc")),
      countColumn(phrase("ratings")),
      figureColumn(phrase("effect"), "signed"),
      figureColumn(phrase("±")),
      figureColumn(phrase("spread")),
      figureColumn(phrase("r")),
    ],
    effects: analysis.parts.flatMap(({ raters }) =>
      raters.map(({ rater, effect, error }) => ({ label: raterTitle(rater), effect, error })),
    ),
    rows: analysis.parts.flatMap(({ number, raters }) =>
      raters.map(({ rater, bloc, count, effect, error, spread, agreement }) => [
        ...(isSeveral ? [number] : []),
        raterTitle(rater),
        blocTitle(bloc),
        count,
        figure(effect),
        figure(error),
        figure(spread),
        figure(agreement),
      ]),
    ),
  };
}

/** Raters who tell nobody from anybody else: their score moves no rank. */
function alikeNotes({ parts, raterTitle }: Analysis): readonly Bilingual[] {
  const found = parts.flatMap(({ raters }) => raters.filter(({ alike }) => alike));
  return found.length === 0
    ? []
    : [phrase("Who gave everybody the same score: {raters}.", { raters: found.map(({ rater }) => raterTitle(rater)) })];
}

export function blocSection(analysis: Analysis): Section {
  const { blocTitle } = analysis;
  const isSeveral = several(analysis);
  return {
    title: phrase("Leniency by bloc"),
    notes: analysis.blocs.some(({ effect }) => effect === undefined)
      ? [phrase("A bloc that is alone in a part has no mean effect: there is no other to compare with.")]
      : [],
    columns: [
      ...(isSeveral ? [part] : []),
      textColumn(phrase("bloc")),
      countColumn(phrase("raters")),
      figureColumn(phrase("mean effect"), "signed"),
      figureColumn(phrase("±")),
    ],
    effects: analysis.blocs.map(({ bloc, effect, error }) => ({ label: blocTitle(bloc), effect, error })),
    rows: analysis.blocs.map(({ part: number, bloc, raters, effect, error }) => [
      ...(isSeveral ? [number] : []),
      blocTitle(bloc),
      raters,
      figure(effect),
      figure(error),
    ]),
  };
}

export function favourSection({ mutual, blocTitle }: Analysis): Section {
  return {
    title: phrase("Blocs that favour each other"),
    notes: [
      phrase(
        "How many points more two blocs give each other's subjects than others give the same subjects, and how many of them the severity of all raters does not explain, each beyond twice its standard error.",
      ),
      ...(mutual.some(({ beyond }) => !beyond)
        ? [
            phrase(
              "Without a figure it cannot be told from severity: with three blocs it looks the same when the third one is severe to both.",
            ),
          ]
        : []),
      ...(mutual.length === 0 ? [phrase("None.")] : []),
    ],
    columns: [
      textColumn(phrase("bloc")),
      textColumn(phrase("bloc")),
      figureColumn(phrase("gives"), "signed"),
      figureColumn(phrase("gets"), "signed"),
      figureColumn(phrase("beyond severity"), "signed"),
      figureColumn(phrase("±")),
    ],
    rows: mutual.map(({ one, other, beyond }) => [
      blocTitle(one.from),
      blocTitle(one.to),
      figure(one.difference),
      figure(other.difference),
      figure(beyond?.points),
      figure(beyond?.error),
    ]),
  };
}

const mostOutliers = 20;

export function outlierSection({ parts, raterTitle }: Analysis): Section {
  const outliers = parts.flatMap((each) => each.outliers);
  return {
    title: phrase("Outlying ratings"),
    notes: [
      phrase("Studentised residual beyond 3: look at these first, they prove nothing."),
      ...(outliers.length === 0 ? [phrase("None.")] : cutNote(outliers.length, mostOutliers)),
    ],
    columns: [
      textColumn(phrase("period")),
      textColumn(phrase("rater")),
      textColumn(phrase("subject")),
      figureColumn(phrase("score")),
      figureColumn(phrase("expected #score")),
      figureColumn(phrase("t"), "signed"),
    ],
    rows: outliers
      .slice(0, mostOutliers)
      .map(({ rating, expected, studentised }) => [
        periodWords(rating.period),
        raterTitle(rating.rater),
        showKey(rating.subject),
        figure(rating.score),
        figure(expected),
        figure(studentised),
      ]),
  };
}
