import { tabIn } from "../../model/places.ts";
import type { YearTerms } from "../../period/calendar.ts";
import { containing } from "../../period/calendar.ts";
import { findPeriods } from "../../period/parse-period.ts";
import type { Period, PeriodKind } from "../../period/period.ts";
import { plainText } from "../../period/plain-text.ts";
import type { Yearless } from "../../period/yearless.ts";
import { findBareYears, findYearless, inYear, parseYearless } from "../../period/yearless.ts";

/** A line above the header. */
export interface Title {
  readonly line: number;
  readonly text: string;
}

/** A period that a file speaks of outside of its rows: in its name or in a line above its header. */
export interface Mention {
  readonly period: Period;
  /** 1 for the name. */
  readonly line: number;
  readonly text: string;
  /** The beginning of the text that says its year, where it does not stand beside it. */
  readonly yearText?: string;
  /** A year that may be that of a document, or of scores that are compared: it must agree, but says nothing by itself. */
  readonly isAside?: true;
}

export interface Mentions {
  readonly periods: readonly Mention[];
  /** Periods of which no text, or not all alike, say the year. */
  readonly yearless: readonly { readonly named: Yearless; readonly text: string }[];
  /** Years that stand in the file name among other words, without a word for `year`. */
  readonly bareYears: readonly Mention[];
}

/**
 * `kinds`: those of the periods that may be named without their year, in another line or another part of the same; `terms`: when
 * the years of schools begin.
 */
export function findMentions(
  fileName: string,
  titles: readonly Title[],
  kinds: readonly PeriodKind[],
  terms?: YearTerms,
): Mentions {
  const names = namesIn(fileName).map((text): Title => ({ line: 1, text }));
  const texts = [...names, ...titles].map((title) => ({ ...title, own: title.text.replace(ofOthers, "") }));
  const complete = texts.flatMap(({ own, ...title }) => findPeriods(own).map((period) => mention(period, title)));
  const bareYears = names.flatMap((name) => findBareYears(name.text).map((period) => mention(period, name)));
  const years = [...complete, ...bareYears].filter(({ isAside }) => !isAside);
  const periods = [...complete];
  const yearless: Mentions["yearless"][number][] = [];
  for (const { line, text, own } of texts) {
    for (const named of yearlessIn(
      own,
      names.some((name) => name.text === text),
      kinds,
    )) {
      const found = years.flatMap((year) => {
        const period = inYear(named, year.period, terms);
        return period ? [{ period, line, text, yearText: year.text.slice(0, 200) }] : [];
      });
      const [first] = found;
      if (first && found.every(({ period }) => period.name === first.period.name)) periods.push(first);
      else yearless.push({ named, text });
    }
  }
  return { periods, yearless, bareYears };
}

/** The name of a file or a tab may be `T11` as a whole; the second week of a month may be called `Tuần 2`. */
function yearlessIn(text: string, isName: boolean, kinds: readonly PeriodKind[]): readonly Yearless[] {
  const whole = isName ? parseYearless(text) : undefined;
  return whole && whole.kind !== "week" && kinds.includes(whole.kind) ? [whole] : findYearless(text, kinds);
}

function mention(period: Period, title: Title): Mention {
  const isAside = period.kind === "year" && aside.test(plainText(title.text));
  return { period, ...title, ...(isAside && { isAside }) };
}

/** Behind these words other periods are named: with which scores are compared, when a sheet is due. */
const ofOthers = /(?:so với|so cùng kỳ|hạn nộp|nộp trước).*$/isu;

/** Words beside which a year is seldom that of the sheet. */
const aside =
  /\b(?:quy dinh|nghi dinh|nghi quyet|huong dan|thong tu|quyet dinh|chi thi|luat|cong van|so voi|cung ky|thanh lap|nhiem ky|giai doan|\d+[-/](?:qd|nd|nq|hd|tt|ct|kl))\b/;

/**
 * The mention that a row of this period does not fit, where none fits it; one of another calendar says nothing, and a year
 * beside one of its quarters says only which year that is of.
 */
export function contradictedBy(period: Period, mentions: readonly Mention[]): Mention | undefined {
  const comparable = mentions
    .filter((each) => each.period.calendar === period.calendar)
    .filter((each, _, all) => !all.some((other) => isPart(other.period, each.period)));
  return comparable.some((each) => isWithin(period, each.period) || isWithin(each.period, period))
    ? undefined
    : comparable[0];
}

const isPart = (part: Period, whole: Period): boolean => part.kind !== whole.kind && isWithin(part, whole);
const isWithin = (part: Period, whole: Period): boolean => containing(part, whole.kind)?.name === whole.name;

/** The name of a file without its folders and endings, and of its tab. */
function namesIn(name: string): readonly string[] {
  const { workbook, tab } = tabIn(name) ?? { workbook: name };
  const base = workbook.replace(/^.*[/\\]/, "").replace(/\.(?:csv|tsv|txt|tab|xls[xm]?|ods)$/i, "");
  return tab === undefined ? [base] : [base, tab];
}
