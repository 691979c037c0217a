import { spelled } from "../../number/decimal.ts";
import type { Exact } from "../../number/exact.ts";
import type { Bilingual } from "../../text/bilingual.ts";
import { clean, lookAlike, spelling, withoutEndMarks } from "../../text/fold.ts";
import { phrase } from "../../text/phrase.ts";
import { suggest } from "../../text/suggest.ts";

/** What a cell may hold, as messages say it. */
export const expectedText: Bilingual = phrase("some text");
export const expectedDate: Bilingual = phrase("a date such as 31/03/2026 or 2026-03-31");
/** Of a month, or a day without its year. */
export const expectedWholeDate: Bilingual = phrase("day, month and year, such as 31/03/2026 or 2026-03-31");
/** `found`: has its month first, so that dates beside it may have been read with day and month exchanged. */
export const expectedDayFirst = (found: string): Bilingual =>
  phrase(
    "the day first, 31/03/2026, or 2026-03-31; where {found} has its month first, so may the other dates of the column: write them all as 2026-03-31",
    { found },
  );

export const expectedCount: Bilingual = phrase("a whole number from 0 (0, 1, 2 …)");
export const expectedPercentage: Bilingual = phrase("a percentage from 0, such as 85 or 85%");

/** A number between limits, either of which may be absent. */
export function expectedNumber(min: Exact | undefined, max: Exact | undefined): Bilingual {
  const [low, high] = [spelledLimit(min), spelledLimit(max)];
  return low ? phrase("a number from {low}[ to {high}]", { low, high }) : phrase("a number[ up to {high}]", { high });
}

const spelledLimit = (limit: Exact | undefined): Bilingual | undefined =>
  limit === undefined ? undefined : spelled(limit);

export const expectedSteps = (number: Bilingual, step: Exact): Bilingual =>
  phrase("{number} in steps of {step}", { number, step: spelled(step) });

export const expectedPlaces = (number: Bilingual, places: number): Bilingual =>
  places === 0
    ? phrase("{number} without decimals", { number })
    : phrase("{number} with at most {places} {places|decimal|decimals}", { number, places });

const listed = 15;

/** A comma parts the words of a list. */
const quotedAmong = (word: string): string => (/[,;]/.test(word) ? `"${word}"` : word);

/** `points`: what a percentage of so many points is. */
export const expectedPoints = (number: Bilingual, found: string, max: Exact, points: Exact): Bilingual =>
  phrase("{number}, and no percentage: {found} of {max} is {points}", {
    number,
    found,
    max: spelled(max),
    points: spelled(points),
  });

/** `most`: what a cell says that its score is out of, and the item does not. */
export const expectedOutOf = (number: Bilingual, most: Exact, max: Exact): Bilingual =>
  phrase("{number}: the score is out of {most}, and the item gives {max}", {
    number,
    most: spelled(most),
    max: spelled(max),
  });

/** One of some words; the nearest is offered for one that was `found`, and one that looks the same is told apart from it. */
export function expectedWords(words: readonly string[], found?: string): Bilingual {
  const list = [...words.slice(0, listed).map(quotedAmong), ...(words.length > listed ? ["…"] : [])];
  if (found === undefined) return phrase("{list}[ (did you mean {near}?)]", { list });
  const twin = words.find((word) => lookAlike(word) === lookAlike(found));
  if (twin !== undefined && spelling(withoutEndMarks(clean(found))) === spelling(withoutEndMarks(twin)))
    return phrase("{list} (the cell has other marks at its ends than {twin}: write it just so)", { list, twin });
  if (twin !== undefined)
    return phrase("{list} (the cell has other characters that look like {twin}: type it anew)", { list, twin });
  return phrase("{list}[ (did you mean {near}?)]", { list, near: suggest(found, words) });
}
