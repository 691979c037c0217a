import type { Block } from "../../document/block.ts";
import type { Combination, Ratings } from "../../model/ratings.ts";
import { combinationWords } from "../explanation/law-words.ts";
import type { Telling } from "./telling.ts";
import { columnTitles, pointsText } from "./telling.ts";

/** Who scores whom, and how several ratings become one score. */
export const ratingsBlocks = (telling: Telling, ratings: Ratings): Block[] => [
  { kind: "heading", level: 1, text: telling.voice.say("Who scores") },
  { kind: "list", items: ratingsLines(telling, ratings) },
];

export function ratingsLines(telling: Telling, ratings: Ratings): string[] {
  const { voice, words } = telling;
  const { say } = voice;
  const { accept, otherwise, level, atLeast, expectAll, maxSpread, must, sources, by, blank } = ratings;
  return [
    sources
      ? say("Scored by: {sources}", { sources: sources.map(({ words: source }) => source) })
      : say("The rater stands in: {column}", { column: columnTitles(telling, [by]) }),
    ...(accept
      ? [
          otherwise === "refuse"
            ? say("A rating counts where {condition}; another one is an error", { condition: words(accept.expression) })
            : say("A rating counts where {condition}; another one is left out", {
                condition: words(accept.expression),
              }),
        ]
      : []),
    level === "item"
      ? say("How the ratings of each item are combined: {how}", { how: combinationText(telling, ratings.combine) })
      : say("How the totals of the raters are combined: {how}", { how: combinationText(telling, ratings.combine) }),
    ...(blank === undefined ? [] : [blankWords(telling, blank)]),
    ...(atLeast > 1 ? [say("At least {needed} ratings are needed", { needed: atLeast })] : []),
    ...(expectAll ? [say("Every rater who may score somebody should")] : []),
    ...(maxSpread === undefined
      ? []
      : [say("Raters may be at most {points} points apart", { points: pointsText(telling, maxSpread) })]),
    ...(must ? [say("These must have scored: {roles}", { roles: must })] : []),
  ];
}

const blankWords = ({ voice: { say } }: Telling, blank: NonNullable<Ratings["blank"]>): string =>
  blank === "incomplete"
    ? say("An item that one rater leaves blank leaves the whole without a class")
    : say(
        "A rater who leaves an item blank is left out of it; what is said of a blank cell is said of an item that nobody scored",
      );

/** With the column whose groups are averaged first. */
function combinationText(telling: Telling, combine: Combination): string {
  if (combine.kind !== "mean_of") return combinationWords(combine, telling.voice);
  const columns = columnTitles(telling, [combine.column]);
  return telling.voice.say("mean within each {columns}, then of these means", { columns });
}
