import type { Plan } from "../model/plan.ts";
import { parseDecimal } from "../number/decimal.ts";
import { beginsWith, clean, fold, spelledWords, spelling } from "../text/fold.ts";
import { unitWidth } from "./group-titles.ts";
import {
  allOfWords,
  carryingParts,
  carryingWords,
  conclusionWords,
  figureWords,
  highestWords,
  maximaWords,
  shareWords,
  shortMeans,
  shortWeightWords,
  statisticWords,
  summaryWords,
  sumWords,
  totalWords,
  weightWords,
  wholeWords,
} from "./vocabulary.ts";

const sums = spelledWords(sumWords);
const totals = spelledWords(totalWords);
const statistics = spelledWords(statisticWords);
const shares = spelledWords(shareWords);
const summaries = spelledWords(summaryWords);
const allOf = spelledWords(allOfWords);
const conclusions = spelledWords(conclusionWords);
const means = spelledWords(shortMeans);
const maxima = spelledWords(maximaWords);
const figures = new Map(
  (Object.keys(figureWords) as Figure[]).flatMap((figure) =>
    figureWords[figure].map((word) => [spelling(word), figure] as const),
  ),
);
const highest = spelledWords(highestWords);
const carrying = spelledWords(carryingWords);
const besideCarrying = spelledWords(carryingParts);
const wholes = spelledWords(wholeWords);

/** What a row is about by the whole of a text in it, which may end with a colon. */
export function wordOfRow(text: string): "total" | "maxima" | "weights" | "statistic" | undefined {
  if ((mayBeginWeights.test(text) && isOfWeights(text)) || isOfProducts(text)) return "weights";
  if (isStatistic(text)) return "statistic";
  if (!mayBegin.test(text)) return undefined;
  const word = wordIn(text);
  return totals.has(word) || isCarried(text) ? "total" : maxima.has(word) ? "maxima" : undefined;
}

/** `Hệ số`, `Trọng số (%)`, `Hệ số môn`: what else it says is short, and no name begins so. */
const isOfWeights = (text: string): boolean =>
  text.length <= longestWeights &&
  (shortWeights.has(wordIn(text)) || weightWords.some((word) => beginsWith(text, word)));

/** `Điểm tối đa x hệ số`, `Tối đa (nhân hệ số)`: maxima times weights. */
export function isOfProducts(text: string): boolean {
  const [maximum = "", weight] = mayBegin.test(text) ? text.split(times) : [];
  return weight !== undefined && maxima.has(wordIn(maximum)) && isOfWeights(weight);
}

const times = /\s*\(?\s*(?:[x×*]|nhân(?: với)?)\s+/iu;
const shortWeights = spelledWords(shortWeightWords);
const longestWeights = 30;

/** What a row may have of the scores of others. */
export type Figure = keyof typeof figureWords;

/** Which of them a word says that stands alone, and may be what somebody is called. */
export const figureNamed = (text: string): Figure | undefined =>
  isNoName(text) ? undefined : figures.get(spelling(text));

/** May a row of maxima say what somebody above reached at most? */
export const isHighest = (text: string): boolean => highest.has(wordIn(text));

/** Does it say that a sum goes on with the next page, or comes from the one before: `Cộng chuyển trang sau`, `Mang sang`? */
export function isCarried(text: string): boolean {
  const words = withoutFigures(text).split(" ").map(spelling);
  return (
    words.length > 1 &&
    words.some((word) => carrying.has(word)) &&
    words.every((word) => carrying.has(word) || besideCarrying.has(word))
  );
}

/** Is it what a summary may be called, or somebody: `Toàn trường`, `Sĩ số: 42`, `Mang sang`? */
export const isSummary = (text: string): boolean =>
  isStatistic(text.replace(/:.*/, "")) ||
  (mayBeginSummary.test(text) &&
    (summaries.has(wordIn(text.replace(/:.*/, ":"))) || isOfAllUnits(text) || isCarried(text)));

function isOfAllUnits(text: string): boolean {
  const [word = "", ...unit] = text.split(" ");
  const begins = [1, 2].some((count) => wholes.has(spelling(unit.slice(0, count).join(" "))));
  return allOf.has(spelling(word)) && (begins || unitWidth(unit.join(" ")) >= 0);
}

const isStatistic = (text: string): boolean => mayBeginStatistic.test(text) && statistics.has(wordIn(text));

/** Does it stand in place of a rater beside what all came to, or is a rater called so? */
export const isConclusion = (text: string): boolean =>
  conclusions.has(wordIn(text)) || isSummary(text) || goesOnAsTotal(text);

/** The cheap tests first: they are asked of every key. */
const mayBeginSummary =
  /^(?:đ?tb|t\.|toàn|cả|kết|kế|mức|xếp|so|cùng|tổng|tất|trang|tờ|chung|chuyển|lũy|luỹ|σ|sĩ|số|sang|mang|dồn|điểm)/i;
const mayBeginWeights = /^(?:trọng|tỷ|tỉ|hệ|weight|hs\b)/i;
const mayBegin = /^(?:tổng|cộng|trung|bình|điểm|tối|thang|total|average|max|points|đ?tb )/i;
const mayBeginStatistic =
  /^(?:cao|thấp|lớn|nhỏ|điểm|tổng|total|gesamt|trung|độ|phương|tỷ|tỉ|min|mean|median|low|high|sum|grand|standard|std|average)/i;

/**
 * Does a text begin as a row of totals does, and go on as one: `Cộng chi bộ 1`, `Tổng cộng toàn trường`, `Cộng: 6 người`? Units are
 * called Tổng cục or Cộng đồng, people Cộng Hòa.
 */
export function goesOnAsTotal(text: string): boolean {
  if (!mayBegin.test(text) && !mayBeginStatistic.test(text)) return false;
  const words = text.replace(/[()]/g, "").split(" ");
  const beginning = (count: number): string => words.slice(0, count).join(" ");
  const isMean = means.has(spelling(beginning(1)));
  const length = isMean ? 1 : [3, 2, 1].find((count) => isTotalOrStatistic(beginning(count), count));
  if (length === undefined || length >= words.length) return false;
  const behind = [1, 2].map((count) => wordIn(words.slice(length, length + count).join(" ")));
  return (
    (length > 1 && (isOfSums(beginning(length)) || shares.has(wordIn(beginning(length))))) ||
    beginning(length).endsWith(":") ||
    (!isMean && /^[:\d]/.test(words[length] as string)) ||
    (!isMean && groupNumbers.test(words.slice(length).join(""))) ||
    behind.some((words) => wholes.has(words))
  );
}

/** Min and Sum may begin codes, and names of people. */
const isTotalOrStatistic = (text: string, words: number): boolean =>
  totals.has(wordIn(text)) || (words > 1 && isStatistic(text));

/** Does a row of sums begin so? A mean may be a class that people get as well: Trung bình. */
export const isOfSums = (text: string): boolean => sums.has(wordIn(withoutFigures(text)));

/** `Tổng cộng` of `Tổng cộng: 15 đảng viên`. */
export const withoutFigures = (text: string): string => text.replace(/ *[:\d].*$/, "");

/** May a text that stands alone name somebody? `Tổ 1` and `Đơn vị: Phòng A` are titles of groups. */
export const mayBeName = (text: string): boolean => text !== "" && withoutFigures(text) === text;

/** `12`, `12.` */
export function numberOfRow(text: string): number | undefined {
  const digits = text.replace(/\.$/, "");
  const number = /^\d{1,7}$/.test(digits) ? parseDecimal(digits) : undefined;
  return typeof number === "number" ? number : undefined;
}

/** What stands behind the word that begins a row of sums: `tổ 1` of `Cộng tổ 1`. Empty where there is none. */
function sumOf(text: string): string {
  const words = text.split(" ");
  const length = [2, 1].find((count) => isOfSums(words.slice(0, count).join(" "))) ?? words.length;
  return words.slice(length).join(" ");
}

/** Tells `Cộng tổ 1`, where groups are called so. */
export function sumsOfGroups({ columns, name }: Plan): (text: string) => boolean {
  const groups = new Set(
    columns.flatMap(({ type, id, headers }, at) =>
      type.kind === "text" && at !== name ? [id, ...headers].map(fold) : [],
    ),
  );
  return (text) => {
    const words = sumOf(text).split(" ");
    return words.some((_, at) => groups.has(fold(words.slice(0, at + 1).join(" "))));
  };
}

/** `(I)`, `(I + II)`. */
const groupNumbers = /^[IVX]+(?:[+,&-][IVX]+)*$/;

const wordIn = (text: string): string => spelling(text.replace(/ *:$/, ""));

/** Their first two characters: many share them. */
const openings = new Set(
  [
    ...totalWords,
    ...maximaWords,
    ...weightWords,
    ...statisticWords,
    ...summaryWords,
    ...allOfWords,
    ...conclusionWords,
    ...carryingWords,
    ...carryingParts,
  ]
    .flatMap((word) => [word, word.normalize("NFD")])
    .map((word) => word.slice(0, 2)),
);

/** The first two bytes (UTF-8) of such words, however they are written. */
const beginnings = new Set(
  [...openings]
    .flatMap((word) => [
      word,
      word.toLowerCase(),
      word[0]?.toUpperCase() + word.slice(1).toLowerCase(),
      word.toUpperCase(),
      word[0]?.toLowerCase() + word.slice(1).toUpperCase(),
    ])
    .map((word) => Buffer.from(word).readUInt16BE(0)),
);

/** May {@link wordOfRow} or {@link isSummary} know the text (UTF-8)? Few keys and names begin so. */
export const mayBeWord = (bytes: Uint8Array, start: number): boolean =>
  beginnings.has(((bytes[start] ?? 0) << 8) | (bytes[start + 1] ?? 0));

/** Is nobody called so: several syllables, or with a colon? Somebody may be called Trung Bình or Bình Quân. */
export const isNoName = (text: string): boolean =>
  /:$/.test(text) || (text.includes(" ") && !/^(?:Trung Bình|Bình Quân)$/.test(text));

/** The first cell with a text, cleaned; empty for a blank row. */
export function firstText(cells: readonly string[]): string {
  for (const raw of cells) {
    const text = raw === "" ? "" : clean(raw);
    if (text !== "") return text;
  }
  return "";
}
