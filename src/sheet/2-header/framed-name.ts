import { beginsWith, fold, longestTitle, withoutEndMarks } from "../../text/fold.ts";
import type { Found } from "../../text/names.ts";
import { createNames } from "../../text/names.ts";
import { noWords, yesWords } from "../../text/vocabulary.ts";
import { itemNames, remarkNames, scoreNames } from "../vocabulary.ts";
import { withoutNumber } from "./numbered-head.ts";
import { statedMaximum } from "./stated-maximum.ts";

/** What a head stands for. */
export interface Framed<T> extends Found<T> {
  /** The part of the head that names it, where other words stand before that: a head without them goes before. */
  readonly behind?: string;
}

/** Something that has names, within areas that have theirs. */
export interface NamedWithin<T> {
  readonly meaning: T;
  readonly names: readonly string[];
  readonly areas: readonly string[];
}

/**
 * Finds an item by its name and what forms put around it: marks at the ends, its maximum, yes and no, a number, its id beside its title; and
 * by its name behind that of an area, a word for items or scores, or the question that it is a row of (`Tự đánh giá [Tư tưởng]`).
 */
export function framedNames<T>(items: readonly NamedWithin<T>[]): (text: string) => Framed<T> | undefined {
  const namedBy = (namesOf: (item: NamedWithin<T>) => readonly string[]) =>
    createNames(items.flatMap((item) => namesOf(item).map((name) => [name, item.meaning] as const)));
  const written = namedBy(({ names }) => names);
  const unmarked = namedBy(({ names }) => names.map(withoutInnerMarks));
  const within = namedBy(({ areas }) => areas);
  const find = (name: string): Found<T> | undefined => written(name) ?? unmarked(withoutInnerMarks(name));
  const bare = (text: string): Found<T> | undefined => first(bareNames(text), find);
  const twice = ([one, other]: Parts): Found<T> | undefined => {
    const [found, again] = [bare(one), bare(other)];
    return found?.meanings.every((each) => again?.meanings.includes(each)) ? found : undefined;
  };
  const framed = ([frame, name, isRow]: Parts): Framed<T> | undefined => {
    const own = isRow ? (find(`${frame} ${name}`) ?? find(`${name} ${frame}`)) : undefined;
    const found = own ?? bare(name);
    const area = first(bareNames(frame), within)?.meanings;
    const isQuestion = isRow && !area && !isRemark(frame) && !bare(frame);
    const isFrame = isWord(frame) || isQuestion || found?.meanings.every((item) => area?.includes(item));
    return found && (own || isFrame) ? { ...found, behind: name } : undefined;
  };
  return (text) => {
    const found = find(text);
    if (found || text.length > longestTitle || !mayHaveFrame.test(text)) return found;
    const parts = partsOf(text);
    return bare(text) ?? first(parts, twice) ?? first(parts, framed);
  };
}

const frameWords = [...itemNames, ...scoreNames];

/** A letter, and a mark or a word for items or scores: most texts are not looked at any further. */
const mayHaveFrame = new RegExp(
  String.raw`\p{L}.*[^\p{L}\p{M}\d\s]|[^\p{L}\p{M}\d\s].*\p{L}|^(?:${frameWords.join("|")})\s`,
  "iu",
);

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

/** `Đổi mới (có/không)`, `Đổi mới (x)`. */
const withoutAnswers = (text: string): string =>
  text.replace(/\s*\(([^()]+)\)$/u, (brackets, words: string) => (words.split("/").every(isAnswer) ? "" : brackets));

const isOneOf = (words: readonly string[]): ((text: string) => boolean) => {
  const folded = new Set(words.map(fold));
  return (text) => folded.has(fold(text));
};
const isWord = isOneOf(frameWords);
const isAnswer = isOneOf([...yesWords, ...noWords].filter((word) => /\p{L}/u.test(word)));
const isRemark = (text: string): boolean => remarkNames.some((name) => beginsWith(text, name));

function first<A, B>(all: readonly A[], of: (each: A) => B | undefined): B | undefined {
  for (const each of all) {
    const found = of(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
