import { beginnings, clean, fold, longestTitle, spelledWords, spelling } from "../text/fold.ts";
import { createNames } from "../text/names.ts";
import { unitWords } from "../text/vocabulary.ts";
import { countNames, goingOnWords, leaderWords, peopleWords } from "./vocabulary.ts";

// What the title of a group says: `II. Đơn vị: Phòng A, sĩ số 12`.

/** May it be the number of a group: `10A1`, `6/2`, `12.3`, `IV`? */
export const isGroupNumber = (text: string): boolean => /^(?:(?=\S*\d)[\p{L}\d./-]{1,6}|[IVXLC]{1,7})$/u.test(text);

/** A number of a row or of a group: `1`, `II`, `A`, with a dot or a bracket. */
export const isOrdinal = (text: string): boolean => /^(?:\d{1,5}|[IVXLC]{1,7}|[A-Z])[.)]?$/.test(text);

/** What stands in place of a number before the title of a part of a group: a bullet, `a)`, `I.1`. Nobody's row is numbered so. */
export const isPartMark = (text: string): boolean =>
  /^(?:[^\p{L}\p{N}]{1,3}|[a-zđ][.)]?|[IVXLC]{1,7}(?:[.-]\d{1,3})+\.?)$/u.test(text);

export const withoutOrdinal = (text: string): string => text.replace(/^(?:\d{1,5}|[IVXLC]{1,7}|[A-Z])[.)/-] */, "");

/** What stands before a colon and a value; empty without both. */
export const labelIn = (text: string): string => clean(/^([^:]+):.*\S/.exec(text)?.[1] ?? "");

export const isOneOf = (names: readonly string[], text: string): boolean =>
  names.some((name) => fold(name) === fold(text));

/** Does a title begin with one of these names: `II. Tổ 1`? A person is called Tô. */
export function beginsWithName(text: string, names: readonly string[]): boolean {
  const named = createNames(names.map((name) => [name, name]));
  return beginnings(withoutOrdinal(text)).some((words) => named(words) !== undefined);
}

/** How wide a unit is that begins with a word for such: a class is narrower than a school. -1 for other texts, as for somebody called Trương. */
export function unitWidth(text: string): number {
  const words = beginnings(withoutOrdinal(text)).map(spelling);
  const known = words.map((word) => widths.get(word)).filter((width) => width !== undefined);
  return known.at(-1) ?? -1;
}

/** The unit that is all a row says in words, as the title of a group does that has figures beside it. */
export function unitIn(texts: readonly string[]): string | undefined {
  const [said = "", ...others] = texts.map(clean).filter((text) => /^\p{L}/u.test(text) && !isOrdinal(text));
  return others.length === 0 && unitWidth(said) >= 0 ? said : undefined;
}

const widths = new Map(unitWords.flatMap((words, width) => words.map((word) => [spelling(word), width] as const)));

/** Does it begin with the number of a class: `10A1`, `6/2`? */
export function beginsWithClass(text: string): boolean {
  const [word = ""] = text.split(" ");
  return isGroupNumber(word) && !isOrdinal(word);
}

/** `II. Đơn vị: Phòng A` is `Phòng A`. */
export function withoutName(text: string, names: readonly string[]): string {
  const title = withoutOrdinal(text);
  const [, before = "", value = ""] = /^([^:]+):(.+)$/.exec(title) ?? [];
  return withoutDetails(isOneOf(names, before) ? clean(value) : clean(title).replace(/:$/, ""));
}

/** How many a group has, that it goes on, who leads it, or what else is said of it by name: `sĩ số 42`, `(15 đảng viên)`, `(tiếp theo)`, `GVCN: Lê Hoa`. */
export function isDetail(text: string): boolean {
  const bare = text.replace(/^[(\s]+|[)\s]+$/g, "");
  return isHeadcount(bare) || isLeader(bare) || isOneOf(goingOnWords, bare) || labelIn(bare) !== "";
}

/** `Bí thư Lê Hoa`, `đ/c Lê Hoa phụ trách`: somebody has two names and more. Without its accents `Bà` may be a name. */
function isLeader(text: string): boolean {
  const words = text.split(" ");
  return [1, 2, 3].some((count) => words.length >= count + 2 && leaders.has(spelling(words.slice(0, count).join(" "))));
}

const leaders = spelledWords(leaderWords);

/** `42 học sinh`, `sĩ số: 42`. */
function isHeadcount(text: string): boolean {
  const [, behind] = /^\d+\s*([^,;.]*)/.exec(text) ?? [];
  if (behind === undefined) return isCounted(text);
  const words = behind.split(" ");
  return [1, 2].some((count) => isOneOf(peopleWords, words.slice(0, count).join(" ")));
}

/** `sĩ số: 42` */
const isCounted = (text: string): boolean => isOneOf(countNames, /^(\D+?)[:\s]*\d+\b/.exec(text)?.[1] ?? "");

/** `10A1` of `10A1, sĩ số 42`, `Chi bộ 1` of `Chi bộ 1: 15 đảng viên`. */
export function withoutDetails(text: string): string {
  if (text.length > longestTitle) return text;
  for (const { 0: gap, index } of text.matchAll(/\s*[,;(]\s*|\s+[-–]\s+|\s*:\s*|\s+/g)) {
    if (index === 0) continue;
    const behind = text.slice(index + gap.length);
    const isParted = /[,;(–-]/.test(gap);
    const before = text.slice(0, index);
    // Without a number it may be the name of its column that stands before the colon.
    const isSaid = isHeadcount(behind) || (/\d/.test(before) && isLeader(behind));
    if (isParted ? isDetail(behind) : gap.includes(":") ? isSaid : isCounted(behind)) return before;
  }
  return text;
}
