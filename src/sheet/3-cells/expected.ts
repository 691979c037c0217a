import { formatDecimal } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { plural } from "../../text/plural.ts";
import { suggest } from "../../text/suggest.ts";

/** What a cell may hold, as messages say it. */
export const expectedText: Bilingual = { en: "a text", vi: "một nội dung" };
export const expectedDate: Bilingual = {
  en: "a date such as 31/03/2026 or 2026-03-31",
  vi: "ngày, chẳng hạn 31/03/2026 hoặc 2026-03-31",
};
export const expectedCount: Bilingual = { en: "a whole number from 0 (0, 1, 2 …)", vi: "số nguyên từ 0 (0, 1, 2 …)" };
export const expectedPercentage: Bilingual = {
  en: "a percentage from 0, such as 85 or 85%",
  vi: "tỷ lệ phần trăm từ 0, chẳng hạn 85 hoặc 85%",
};

/** A number between limits, either of which may be absent. */
export function expectedNumber(min: Exact | undefined, max: Exact | undefined): Bilingual {
  const [low, high] = [min, max].map((limit) => (limit === undefined ? undefined : formatDecimal(limit)));
  return {
    en: `a number${low === undefined ? "" : ` from ${low}`}${high === undefined ? "" : low === undefined ? ` up to ${high}` : ` to ${high}`}`,
    vi: `số${low === undefined ? "" : ` từ ${low}`}${high === undefined ? "" : ` đến ${high}`}`,
  };
}

export const expectedSteps = (number: Bilingual, step: Exact): Bilingual => ({
  en: `${number.en} in steps of ${formatDecimal(step)}`,
  vi: `${number.vi}, theo bước ${formatDecimal(step)}`,
});

export const expectedPlaces = (number: Bilingual, places: number): Bilingual =>
  places === 0
    ? { en: `${number.en} without decimals`, vi: `${number.vi}, không có phần thập phân` }
    : {
        en: `${number.en} with at most ${plural(places, "decimal")}`,
        vi: `${number.vi}, nhiều nhất ${places} chữ số thập phân`,
      };

const listed = 12;

/** One of some words; the nearest is offered for one that was `found`. */
export function expectedWords(words: readonly string[], found?: string): Bilingual {
  const list = words.slice(0, listed).join(", ") + (words.length > listed ? ", …" : "");
  const near = found === undefined ? undefined : suggest(found, words);
  return near === undefined
    ? { en: list, vi: list }
    : { en: `${list} (did you mean ${near}?)`, vi: `${list} (có phải là ${near}?)` };
}
