import { monthWords, quarterWords } from "./vocabulary.ts";

/** Periods are named in short texts: no more of a longer one is looked at. */
export const longestText = 500;

/**
 * `tháng ba năm 2026`, or `Tháng Ba` and nothing else: in `3 tháng một lần` it is no name. Without accents `sau` is the next. The cheap test
 * first: patterns of letters take long to compile, and few texts name a month so.
 */
function withNumberOfMonth(text: string): string {
  if (!/tháng /i.test(text)) return text;
  const inWords =
    /(?<=(?:^| )tháng )(giêng|một|hai|ba|tư|năm(?= năm )|sáu|bảy|tám|chín|mười(?: một| hai)?)(?=(?:[\s,./-]*năm)?[\s,./-]*\d{4}|(?<=^tháng (?:\p{L}+|mười \p{L}+))$)/iu;
  return text.replace(inWords, (word) => String(monthWords.indexOf(word.toLowerCase()) + 1 || 1));
}

/** The same of a quarter, `quý thứ ba năm 2026`; `quý nhất` is what is most precious. */
function withNumberOfQuarter(text: string): string {
  if (!/quý [thmb]/i.test(text)) return text;
  const inWords =
    /(?<=(?:^| )quý )(thứ (?:nhất|hai|ba|tư)|một|hai|ba|tư|bốn)(?=(?:[\s,./-]*năm)?[\s,./-]*\d{4}|(?<=^quý [\p{L} ]+)$)/iu;
  return text.replace(inWords, (words) =>
    String((quarterWords.indexOf(words.toLowerCase().replace(/^thứ /, "")) % 4) + 1),
  );
}

/** Text without accents, case, doubled spaces and underscores; the hyphens of file names are spaces between words. */
export function plainText(text: string): string {
  return (
    withNumberOfQuarter(withNumberOfMonth(text.slice(0, longestText).normalize("NFC")))
      .normalize("NFD")
      .replace(/\p{Mn}|[\u200B-\u200D\u2060\uFEFF]/gu, "")
      .replace(/[đĐ]/g, "d")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      .replace(/[\s_]+/g, " ")
      .trim()
      .toLowerCase()
      // `hoc-ky-1-2025-2026`, as files are named.
      .replace(/(?<=[a-z])-(?=[a-z])/g, " ")
  );
}

/** A place in a text where nothing stands any more; no pattern goes over it. */
export const gap = " # ";

/**
 * A day is never a period: `ngày 5 tháng 4 năm 2026`, also with the day or the month still to be filled in, `30/8/2025`,
 * `2025-08-30`.
 */
const dates =
  /ngay[\s.\u2026-]*\d{0,2}[\s.\u2026-]*thang[\s.\u2026-]*\d{0,2}(?:[\s.\u2026-]*nam[\s.\u2026-]*\d{4})?|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/g;

export const withoutDates = (plain: string): string => plain.replace(dates, gap);
