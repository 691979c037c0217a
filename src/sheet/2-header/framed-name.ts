import { findPeriods } from "../../period/parse-period.ts";
import { beginsWith, fold, foldedWords, longestTitle, spelledWords, withoutEndMarks } from "../../text/fold.ts";
import type { Found } from "../../text/names.ts";
import { createNames } from "../../text/names.ts";
import { noWords, yesWords } from "../../text/vocabulary.ts";
import { itemNames, maximaWords, pointWords, remarkNames, scoreNames, shareWords } from "../vocabulary.ts";
import { withoutNumber } from "./numbered-head.ts";
import { statedMaximum } from "./stated-maximum.ts";
import { earlierWords, otherFigureWords, pivotWords, ratingWords, resultNames, workNames } from "./vocabulary.ts";

/** What a head stands for. */
export interface Framed<T> extends Found<T> {
  /** The part of the head that names it, where other words stand before that: a head without them goes before. */
  readonly behind?: string;
  /** These words say that it is a score: beside a column with the name alone it may be that of what stands there. */
  readonly isScore?: true;
}

/** Something that has names, within areas that have theirs. */
export interface NamedWithin<T> {
  readonly meaning: T;
  readonly names: readonly string[];
  /** What it is called by the rubric, whoever scores it. */
  readonly id: string;
  /** Titles that others may have as well, in other areas. */
  readonly titles: readonly string[];
  readonly areas: readonly string[];
}

/**
 * Finds an item by its name and what forms put around it: marks at the ends, its maximum, yes and no, a number, its id beside its title; and
 * by its name behind that of an area, a word for items or scores, or the question that it is a row of (`Tự đánh giá [Tư tưởng]`); by
 * its name before a word for scores (`Tư tưởng [Score]`).
 */
export function framedNames<T>(items: readonly NamedWithin<T>[]): (text: string) => Framed<T> | undefined {
  const namedBy = (namesOf: (item: NamedWithin<T>) => readonly string[]) =>
    whenAsked(() => createNames(items.flatMap((item) => namesOf(item).map((name) => [name, item.meaning] as const))));
  const written = namedBy(({ names }) => names);
  const unmarked = namedBy(({ names }) => names.map(withoutInnerMarks));
  const ids = namedBy(({ id }) => [id]);
  const titled = namedBy(({ titles }) => titles);
  const within = namedBy(({ areas }) => areas);
  const areaNames = new Set(items.flatMap((item) => item.areas));
  const beginsWithArea = whenAsked(() => {
    const areas = [...areaNames].map(fold);
    return (text: string): boolean => areas.some((area) => fold(text).startsWith(area));
  });
  const find = (name: string): Found<T> | undefined => written(name) ?? unmarked(withoutInnerMarks(name));
  const bare = (text: string): Found<T> | undefined => first(bareNames(text), find);
  const twice = ([one, other]: Parts): Found<T> | undefined => {
    const [found, again] = [bare(one) ?? ids(one), bare(other)];
    return again?.meanings.every((each) => found?.meanings.includes(each)) ? again : undefined;
  };
  const framed = ([frame, name, isRow]: Parts): Framed<T> | undefined => {
    const own = isRow ? (find(`${frame} ${name}`) ?? find(`${name} ${frame}`)) : undefined;
    const area = first(bareNames(frame), within)?.meanings;
    const titles = first(bareNames(name), titled)?.meanings.filter((item) => area?.includes(item));
    const found = own ?? (titles?.length === 1 ? { meanings: titles } : bare(name));
    const isQuestion = isRow && !area && asksForScore(frame) && !bare(frame);
    const isFrame = isWord(frame) || isQuestion || found?.meanings.every((item) => area?.includes(item));
    return found && (own || isFrame) ? { ...found, behind: name, ...(isScore(frame) && { isScore: true }) } : undefined;
  };
  const scored = ([name, word]: Parts): Framed<T> | undefined => {
    const found = isScore(word) ? bare(name) : undefined;
    return found && { ...found, behind: name, isScore: true };
  };
  return (text) => {
    const found = written(text);
    if (found || text.length > longestTitle) return found;
    if (!hasMark(text) && !beginsWithWord(text) && !beginsWithArea(text)) return undefined;
    const parts = partsOf(text);
    const named = bare(text);
    return named
      ? mayBeArea(text, named)
        ? undefined
        : named
      : (first(parts, twice) ?? first(parts, framed) ?? first(parts, scored));
  };

  /** Has another area the name that is left without a number, or is the number another area's id: `II. Kết quả`, `B. Đổi mới` in area A? */
  function mayBeArea(text: string, { meanings }: Found<T>): boolean {
    const isOther = (name: string): boolean =>
      !(within(name)?.meanings ?? meanings).some((item) => meanings.includes(item));
    const [number = ""] = /^\p{L}+(?=[.):]|\s[-–])/u.exec(text) ?? [];
    return bareNames(text).some(isOther) || (areaNames.has(number) && isOther(number));
  }
}

const frameWords = [...itemNames, ...scoreNames, ...workNames, ...pivotWords];

/** Where a letter and a mark stand; most texts have no frame, and are not looked at any further. */
const hasMark = (text: string): boolean => /[!-/:-@[-`{-~–—…→•]/.test(text) && /[^\W\d_]|[^ -~]/.test(text);
const beginsWithWord = whenAsked(() => {
  const words = frameWords.map((word) => word.toLowerCase());
  return (text: string): boolean => words.some((word) => text.toLowerCase().startsWith(word));
});

/** Two parts of a head, and whether the second stands in brackets as the rows of a question do. */
type Parts = readonly [first: string, second: string, isRow?: boolean];

function partsOf(text: string): readonly Parts[] {
  const [, question = "", row] = /^([^[\]]+)\[([^[\]]+)\]$/u.exec(text) ?? /^([^()]+)\(([^()]+)\)$/u.exec(text) ?? [];
  const inBrackets: readonly Parts[] = row === undefined ? [] : [[question, row, text.endsWith("]")]];
  const marked = [...text.matchAll(/[\s.:/>|_→–—-]+/gu)].slice(0, mostParts);
  return [
    ...inBrackets,
    ...marked.map(({ 0: mark, index }): Parts => [text.slice(0, index), text.slice(index + mark.length)]),
  ];
}

const mostParts = 20;

/** A name, and what is left of it without what forms put around names, in any order. */
function bareNames(text: string): readonly string[] {
  const names = new Set([text.trim()]);
  for (const name of names)
    for (const less of [withoutMarks(name), statedMaximum(name)?.name ?? "", withoutAnswers(name), withoutNumber(name)])
      if (less) names.add(less);
  return [...names];
}

/** `Đổi mới, sáng tạo` as `Đổi mới sáng tạo`. Beside a figure a mark says something. */
const withoutInnerMarks = (name: string): string => name.replace(/(?<=\p{L})\s*[,;:.–—-]\s*(?=\p{L})/gu, " ");

const withoutMarks = (text: string): string => withoutEndMarks(text.replace(/^[+*]\s+|\s*[?!]+$/gu, "")).trim();

/** `Đổi mới (có/không)`, `Đổi mới (x)`; `Đổi mới (Real)` as programs for learning write it. */
const withoutAnswers = (text: string): string =>
  text.replace(/\s*\(([^()]+)\)$/u, (brackets, words: string) => (words.split("/").every(isAnswer) ? "" : brackets));

const isOneOf = (words: readonly string[]): ((text: string) => boolean) => {
  const known = spelledWords(words, fold);
  return (text) => known.has(fold(text));
};
const isWord = isOneOf(frameWords);
/** A word for scores, and nothing else. */
export const isScore = isOneOf([...scoreNames, ...pointWords]);
const isResult = isOneOf(resultNames);
const isAnswer = isOneOf([...yesWords, ...noWords, "real"].filter((word) => !/^\d/.test(word)));

const hasOneOf = (words: readonly string[]): ((text: string) => boolean) =>
  whenAsked(() => {
    const folded = words.map((each) => ` ${foldedWords(each).join(" ")} `);
    return (text: string): boolean => {
      const said = ` ${foldedWords(text.slice(0, longestTitle)).join(" ")} `;
      return folded.some((each) => said.includes(each));
    };
  });
const hasRatingWord = hasOneOf(ratingWords);
const hasOtherFigure = hasOneOf(otherFigureWords);

const isEarlier = hasOneOf(earlierWords);

/** Does the name of a column say that it holds something else about an item than its score? */
export const isAboutElse = (text: string): boolean =>
  remarkNames.some((name) => beginsWith(text, name)) || hasOtherFigure(text);

/** Does nothing in the name of a column say that it holds no score of an item? Beside points a share or a result is what they are for. */
export const mayBeScore = (text: string, { isPoints }: { readonly isPoints?: true } = {}): boolean =>
  !isAboutElse(text) &&
  !maximaWords.some((word) => beginsWith(text, word)) &&
  !(isPoints && (isResult(text) || shareWords.some((word) => beginsWith(text, word))));

/** Is that all that a line above or below the name says? A sentence may be about anything. */
export const saysElse = (line: string): boolean =>
  line.length <= longestTitle && foldedWords(line).length <= 4 && isAboutElse(line);

/** Does it say that they are figures of an earlier time, and no scores of now? */
export const saysEarlier = (line: string): boolean => saysElse(line) && isEarlier(line);

const asksForScore = (question: string): boolean =>
  hasRatingWord(question) && !isAboutElse(question) && findPeriods(question).length === 0;

/** What is made of words only when a text is asked about: most sheets need none of it. */
function whenAsked<R>(make: () => (text: string) => R): (text: string) => R {
  let made: ((text: string) => R) | undefined;
  return (text) => {
    made ??= make();
    return made(text);
  };
}

function first<A, B>(all: readonly A[], of: (each: A) => B | undefined): B | undefined {
  for (const each of all) {
    const found = of(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
