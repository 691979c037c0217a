import { beginsWith, clean, fold } from "../text/fold.ts";
import { countNames, goingOnWords, peopleWords } from "./vocabulary.ts";

// What the title of a group says: `II. Đơn vị: Phòng A, sĩ số 12`.

/** May it be the number of a group: `10A1`, `6/2`, `12.3`, `IV`? */
export const isGroupNumber = (text: string): boolean => /^(?:(?=\S*\d)[\p{L}\d./-]{1,6}|[IVXLC]{1,7})$/u.test(text);

/** A number of a row or of a group: `1`, `II`, `A`, with a dot or a bracket. */
export const isOrdinal = (text: string): boolean => /^(?:\d{1,5}|[IVXLC]{1,7}|[A-Z])[.)]?$/.test(text);

export const withoutOrdinal = (text: string): string => text.replace(/^(?:\d{1,5}|[IVXLC]{1,7}|[A-Z])[.)/-] */, "");

/** What stands before a colon and a value; empty without both. */
export const labelIn = (text: string): string => clean(/^([^:]+):.*\S/.exec(text)?.[1] ?? "");

export const isOneOf = (names: readonly string[], text: string): boolean =>
  names.some((name) => fold(name) === fold(text));

/** Does a title begin with one of these names: `II. Tổ 1`? */
export const beginsWithName = (text: string, names: readonly string[]): boolean =>
  names.some((name) => beginsWith(withoutOrdinal(text), name));

/** `II. Đơn vị: Phòng A` is `Phòng A`. */
export function withoutName(text: string, names: readonly string[]): string {
  const title = withoutOrdinal(text);
  const [, before = "", value = ""] = /^([^:]+):(.+)$/.exec(title) ?? [];
  return withoutDetails(isOneOf(names, before) ? clean(value) : clean(title).replace(/:$/, ""));
}

/** How many a group has, that it goes on, or what else is said of it by name: `sĩ số 42`, `(15 đảng viên)`, `(tiếp theo)`, `GVCN: Lê Hoa`. */
export function isDetail(text: string): boolean {
  const bare = text.replace(/^[(\s]+|[)\s]+$/g, "");
  return isHeadcount(bare) || isOneOf(goingOnWords, bare) || labelIn(bare) !== "";
}

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
  for (const { 0: gap, index } of text.matchAll(/\s*[,;(]\s*|\s+[-–]\s+|\s*:\s*|\s+/g)) {
    if (index === 0) continue;
    const behind = text.slice(index + gap.length);
    const isParted = /[,;(–-]/.test(gap);
    if (isParted ? isDetail(behind) : gap.includes(":") ? isHeadcount(behind) : isCounted(behind))
      return text.slice(0, index);
  }
  return text;
}
